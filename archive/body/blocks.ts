/** Blocks of the stored tree: elements, components, and words that get their paragraphs. */
import type { Element, ElementContent, Properties } from 'hast';
import { bodyComponents, type BodyComponent } from '#model/body';

/** A hast element. */
export const element = (tagName: string, properties: Properties, children: ElementContent[]): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const components = new Set<string>(bodyComponents);

/** Whether a name is a component's. */
export const isComponentName = (name: string): name is BodyComponent => components.has(name);

/** Whether an element is a component. */
export const isComponent = (node: ElementContent): node is Element =>
  node.type === 'element' && components.has(node.tagName);

const blank = /^\s*$/;

/** Blank texts between blocks are no words. */
export const withoutBlanks = (children: ElementContent[]): ElementContent[] =>
  children.filter((child) => child.type !== 'text' || !blank.test(child.value));

/** A paragraph’s own words as paragraphs, its components beside them; a lone component stands alone. */
export const split = (children: ElementContent[]): ElementContent[] => {
  const blocks: ElementContent[] = [];
  let words: ElementContent[] = [];
  const close = (): void => {
    if (words.some((child) => child.type !== 'text' || !blank.test(child.value))) {
      blocks.push(element('p', {}, trimmed(words)));
    }
    words = [];
  };
  for (const child of children) {
    if (isComponent(child)) {
      close();
      blocks.push(child);
    } else words.push(child);
  }
  close();
  return blocks;
};

const trimmed = (words: ElementContent[]): ElementContent[] => {
  const [first, last] = [words[0], words.at(-1)];
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return words.filter((child) => child.type !== 'text' || child.value !== '');
};

const isBlock = (node: ElementContent): boolean =>
  node.type === 'element' &&
  (components.has(node.tagName) || /^(?:p|h[1-6]|ul|ol|blockquote|pre|table|hr|section)$/.test(node.tagName));

/** Content of a component: words that stand in no paragraph get one. */
export const asBlocks = (children: ElementContent[]): ElementContent[] => {
  const blocks: ElementContent[] = [];
  let words: ElementContent[] = [];
  for (const child of children) {
    if (isBlock(child)) {
      blocks.push(...split(words), child);
      words = [];
    } else words.push(child);
  }
  return [...blocks, ...split(words)];
};
