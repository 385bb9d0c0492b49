import type { Element, Root } from 'hast';
import { expect, test } from 'vitest';
import { markedTree } from '#model/proseTree';
import { wordsOf } from '#model/treeWords';

const element = (tagName: string, text = ''): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: text ? [{ type: 'text', value: text }] : [],
});
const body = (...children: Element[]): Root => ({ type: 'root', children });
const classesIn = (tree: Root): string[] =>
  tree.children.flatMap((node) =>
    node.type === 'element'
      ? node.children.flatMap((child) =>
          child.type === 'element' ? [`${node.tagName}:${String(child.properties['className'])}`] : [],
        )
      : [],
  );

test('the place stands before the first word, also where a picture opens the body', () => {
  const tree = markedTree(body(element('Figure'), element('p', 'Look.')), { place: 'Nairobi' });
  expect(wordsOf(tree)).toBe('Nairobi Look.');
  expect(classesIn(tree)).toEqual(['p:place']);
});

test('the end sign stands in the last paragraph, also where a gallery follows it', () => {
  const tree = markedTree(body(element('p', 'One.'), element('p', 'Two.'), element('Gallery')), { end: true });
  expect(classesIn(tree)).toEqual(['p:end']);
  expect(tree.children[1]).toMatchObject({ children: [{ value: 'Two.' }, { properties: { className: ['end'] } }] });
});

test('a body without paragraphs, or without anything, stays as it is', () => {
  expect(markedTree(body(element('Gallery')), { place: 'Nairobi', end: true })).toEqual(body(element('Gallery')));
  expect(markedTree(body(), { place: 'Nairobi', end: true })).toEqual(body());
});

test('headings can be pointed at, in any script, and no two have one name', () => {
  const tree = markedTree(
    body(element('h2', 'The count'), element('h2', 'The count!'), element('h3', 'ليس الخبر'), element('h2', '…')),
    {},
  );
  expect(tree.children.map((node) => node.type === 'element' && node.properties['id'])).toEqual([
    'the-count',
    'the-count-2',
    'ليس-الخبر',
    'part',
  ]);
});

test('a heading never takes the name of a part of the page', () => {
  expect(markedTree(body(element('h2', 'Sections')), {}).children[0]).toMatchObject({
    properties: { id: 'sections-2' },
  });
});

test('the stored tree is not touched', () => {
  const tree = body(element('p', 'One.'));
  markedTree(tree, { place: 'Nairobi', end: true });
  expect(tree).toEqual(body(element('p', 'One.')));
});
