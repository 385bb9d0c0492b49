import type { Element } from 'hast';
import { expect, test } from 'vitest';
import { alignedTable, numericColumns } from '#model/tableColumns';

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
      ['', 'a', 'b'],
      ['x', '1', ''],
      ['y', 'none', ''],
    ]),
  ).toEqual([false, false, false]);
});

test('a table of nothing has no columns, and short rows do no harm', () => {
  expect(numericColumns([])).toEqual([]);
  expect(
    numericColumns([
      ['a', 'b', 'c'],
      ['x', '1'],
    ]),
  ).toEqual([false, true, false]);
});

const element = (tagName: string, children: Element['children'], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const cells = (tag: string, ...words: string[]) =>
  element(
    'tr',
    words.map((value) => element(tag, [{ type: 'text', value }])),
  );

test('numbers of a table written in Markdown are aligned, unless the writer has said how', () => {
  const table = element('table', [
    element('thead', [cells('th', 'Years', 'Seconds')]),
    element('tbody', [cells('td', '1972–1979', '9'), cells('td', '1980–1989', '6')]),
  ]);
  const alignments = JSON.stringify(alignedTable(table)).match(/"align":"right"/g);
  expect(alignments).toHaveLength(3);
  const said = element('table', [
    element('tbody', [cells('td', 'a', 'b'), element('tr', [element('td', [], { align: 'left' })])]),
  ]);
  expect(alignedTable(said)).toEqual(said);
});
