import { expect, test } from 'vitest';
import { openFilesIn, placesFor } from '#edge/openFiles';

const limits = (files: string): string =>
  `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${files}                ${files}              files\nMax locked memory 1 1 bytes\n`;

test('the limit of open files is read; where there is none, or the system tells none, there is no limit', () => {
  expect([limits('1024'), limits('unlimited'), ''].map(openFilesIn)).toEqual([1024, undefined, undefined]);
});

test.each([
  ['65536', 10_000],
  ['unlimited', 10_000],
  ['1024', 512],
  ['256', 128],
])('of ten thousand wanted connections a machine that allows %s files has %d', (files, places) => {
  expect(placesFor(10_000, limits(files))).toBe(places);
});
