/** What the page adds to a body before it draws it: the place before the first word, the square after the last, names for headings, numbers in line. */
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { alignedTable } from '#model/tableColumns';
import { wordsOf } from '#model/treeWords';

const isElement = (node: RootContent | undefined, name: RegExp): node is Element =>
  node?.type === 'element' && name.test(node.tagName);

const paragraph = /^p$/;

const span = (className: string, text: string): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: [className] },
  children: text === '' ? [] : [{ type: 'text', value: text }],
});

const withChildren = (
  children: readonly RootContent[],
  at: number,
  change: (was: readonly ElementContent[]) => ElementContent[],
): RootContent[] =>
  children.map((node, i) =>
    i === at && node.type === 'element' ? { ...node, children: change(node.children) } : node,
  );

/** The place is run in before the first word; a body that opens with a picture has it in its first paragraph. */
const withPlace = (children: readonly RootContent[], place: string): readonly RootContent[] => {
  const first = children.findIndex((node) => isElement(node, paragraph));
  return withChildren(children, first, (was) => [span('place', place), { type: 'text', value: ' ' }, ...was]);
};

/** The end sign stands behind the last word, tied to it; notes and pictures may follow. */
const withEnd = (children: readonly RootContent[]): readonly RootContent[] => {
  const last = children.findLastIndex((node) => isElement(node, paragraph));
  return withChildren(children, last, (was) => [...was, span('end', '')]);
};

const slugOf = (words: string): string =>
  words
    .normalize('NFC')
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'part';

/** Names that the page itself gives; a heading of the same words gets a number. */
const pageNames = ['main', 'sections', 'series', 'share'];

/** Headings get names made from their words, so that a reader can point at one; the second of a name gets a number. */
const withNames = (children: readonly RootContent[]): readonly RootContent[] => {
  const taken = new Map(pageNames.map((name) => [name, 1]));
  return children.map((node) => {
    if (!isElement(node, /^h[2-6]$/) || node.properties['id'] !== undefined) return node;
    const slug = slugOf(wordsOf(node));
    const before = taken.get(slug) ?? 0;
    taken.set(slug, before + 1);
    return { ...node, properties: { ...node.properties, id: before === 0 ? slug : `${slug}-${before + 1}` } };
  });
};

/** What the page adds; a live entry or a biography adds neither place nor end sign. */
export type ProseMarks = { readonly place?: string | undefined; readonly end?: boolean };

/** The body's tree as the page draws it; the tree that was given stays as it is. */
export const markedTree = (tree: Root, { place, end = false }: ProseMarks): Root => {
  const aligned = tree.children.map((node) => (isElement(node, /^table$/) ? alignedTable(node) : node));
  const named = withNames(aligned);
  const placed = place ? withPlace(named, place) : named;
  return { ...tree, children: [...(end ? withEnd(placed) : placed)] };
};
