import { expect, test } from 'vitest';
import { byInitial } from '#model/byInitial';

const gathered = (...names: string[]) =>
  byInitial(
    names.map((name) => ({ name })),
    'en-KE',
  ).map(({ initial, members }) => [initial, members.map(({ name }) => name)]);

test('names stand under their first letter in the order of the alphabet, in any case', () => {
  expect(gathered('soil', 'Animals', 'Sea', 'bridges')).toEqual([
    ['A', ['Animals']],
    ['B', ['bridges']],
    ['S', ['Sea', 'soil']],
  ]);
});

test('an accent makes no letter of its own', () => {
  expect(gathered('Éclairs', 'Elephants', 'ĩtũra')).toEqual([
    ['E', ['Éclairs', 'Elephants']],
    ['I', ['ĩtũra']],
  ]);
});

test('digits and signs have places of their own', () => {
  expect(gathered('007', '“Quoted”', '***')).toEqual([
    ['#', ['***']],
    ['0–9', ['007']],
    ['Q', ['“Quoted”']],
  ]);
});
