import { expect, test } from 'vitest';
import { AskedFault, readAsked } from './command';
import type { Part } from './part';

const part = (name: string): Part => ({
  name,
  what: '',
  takes: 1,
  run: () => Promise.resolve({ tables: [], goals: [] }),
});
const all = [part('ingest'), part('door'), part('pages')];
const namesOf = (args: readonly string[]): string[] => readAsked(args, all).parts.map(({ name }) => name);

test('without names every part runs, and with names those alone, in the order of the list', () => {
  expect(namesOf([])).toEqual(['ingest', 'door', 'pages']);
  expect(namesOf(['pages', 'ingest'])).toEqual(['ingest', 'pages']);
});

test('sizes come as an option or as plain numbers, smallest first', () => {
  expect(readAsked(['--sizes', '50000,1000'], all).sizes).toEqual([1000, 50_000]);
  expect(readAsked(['2000', 'door', '100'], all).sizes).toEqual([100, 2000]);
  expect(readAsked([], all).sizes).toEqual([1000, 10_000, 50_000]);
});

test('what cannot be done is said with what can', () => {
  expect(() => readAsked(['frontdoor'], all)).toThrow(/no part "frontdoor".*ingest, door, pages/);
  expect(() => readAsked(['--sizes', 'many'], all)).toThrow(/A size is "many"/);
  expect(() => readAsked(['--faster'], all)).toThrow(AskedFault);
});
