/** Small questions to a parsed page. */
import type { Element, ElementContent, Root, RootContent } from 'hast';

/** Anything with children. */
export type Parent = Root | Element;

const inline = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q ruby s samp small span strong sub sup time u var wbr img'.split(
    ' ',
  ),
);
/** Whether an element stands within a line: no blank parts its words from those around it. */
export const isInline = ({ tagName }: Element): boolean => inline.has(tagName);

const silent = new Set(['script', 'style', 'template', 'noscript']);

const pieces = (node: RootContent | ElementContent, into: string[]): void => {
  if (node.type === 'text') into.push(node.value);
  if (node.type !== 'element' || silent.has(node.tagName)) return;
  const isBlock = !inline.has(node.tagName);
  if (isBlock) into.push(' ');
  for (const child of node.children) pieces(child, into);
  if (isBlock) into.push(' ');
};

/** The words that a reader sees in an element, blanks as one. */
export const wordsIn = (parent: Parent): string => {
  const into: string[] = [];
  for (const child of parent.children) pieces(child, into);
  return into.join('').replace(/\s+/g, ' ').trim();
};

/** An attribute as text; empty where it does not stand. Names as hast spells them. */
export const property = (element: Element, name: string): string => {
  const value = element.properties[name];
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value);
};

/** All elements with what they stand in, in the order of the page. */
export const elementsIn = (root: Parent): { element: Element; within: readonly Element[] }[] => {
  const found: { element: Element; within: readonly Element[] }[] = [];
  const walk = (parent: Parent, within: readonly Element[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      found.push({ element: child, within });
      walk(child, [...within, child]);
    }
  };
  walk(root, []);
  return found;
};
