/** Which columns of a table hold numbers, and are set flush to the end so that their digits stand under each other. */
import type { Element, ElementContent } from 'hast';
import { wordsOf } from '#model/treeWords';

/** A number as newspapers write it: "1,204", "−27.1", "83.5%", "+10.2", "KSh 300", "24 m". A dash or nothing says there is none. */
const numeral = /^(?:[\p{Sc}A-Za-z]{1,4}\s?)?[+\-−–]?\d[\d,.\s\u00a0\u202f]*(?:\s?[%‰\p{L}°²³]{1,4})?$/u;
const nothing = /^[-–—]?$/;

/** For each column of the head, whether all its cells are numbers or empty, and at least one is a number. The first names the rows. */
export const numericColumns = (rows: readonly (readonly string[])[]): readonly boolean[] => {
  const [head = [], ...body] = rows;
  return head.map((_, column) => {
    if (column === 0) return false;
    const cells = body.map((row) => (row[column] ?? '').trim());
    return cells.every((cell) => numeral.test(cell) || nothing.test(cell)) && cells.some((cell) => numeral.test(cell));
  });
};

const elementsIn = (children: readonly ElementContent[], name: RegExp): Element[] =>
  children.filter((node): node is Element => node.type === 'element' && name.test(node.tagName));

const rowsOf = (table: Element): Element[] =>
  elementsIn(table.children, /^t(head|body)$/).flatMap((part) => elementsIn(part.children, /^tr$/));

const mapElements = (node: Element, name: RegExp, change: (element: Element, at: number) => Element): Element => {
  const wanted = elementsIn(node.children, name);
  return {
    ...node,
    children: node.children.map((child) => {
      const at = wanted.findIndex((element) => element === child);
      const element = wanted[at];
      return element ? change(element, at) : child;
    }),
  };
};

/** A table written in Markdown, its columns of numbers aligned to the end where the writer has not said how. */
export const alignedTable = (table: Element): Element => {
  const words = rowsOf(table).map((row) => elementsIn(row.children, /^t[hd]$/).map(wordsOf));
  const numeric = numericColumns(words);
  const cell = (element: Element, column: number): Element =>
    numeric[column] && element.properties['align'] === undefined && element.properties['style'] === undefined
      ? { ...element, properties: { ...element.properties, align: 'right' } }
      : element;
  return mapElements(table, /^t(head|body)$/, (part) =>
    mapElements(part, /^tr$/, (row) => mapElements(row, /^t[hd]$/, cell)),
  );
};
