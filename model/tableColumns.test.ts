import { expect, test } from 'vitest';
import { numericColumns } from '#model/tableColumns';

test('signs, per cent, units and thousands are numbers; names are not', () => {
  const rows = [
    ['Pictures', 'Wrong', 'Against chance', 'Price'],
    ['Prehistoric', '46.2%', '−27.1', 'KSh 1,200'],
    ['By chance', '73.3%', '0', '—'],
  ];
  expect(numericColumns(rows)).toEqual([false, true, true, true]);
});

test('a column with one word in it is a column of words, and an empty one too', () => {
  expect(
    numericColumns([
      ['a', 'b'],
      ['1', ''],
      ['none', ''],
    ]),
  ).toEqual([false, false]);
});

test('a table of nothing has no columns, and short rows do no harm', () => {
  expect(numericColumns([])).toEqual([]);
  expect(numericColumns([['a', 'b'], ['1']])).toEqual([true, false]);
});
