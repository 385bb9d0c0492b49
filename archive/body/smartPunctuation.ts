/**
 * Curly quotation marks, dashes and ellipses for straight ones, in the stored tree. Done here because the parser's own is
 * quadratic in their number and ends the process on a body full of them.
 */
import type { ElementContent, Root, Text } from 'hast';

/** Sets the words of a tree, which is changed; code keeps its own signs. */
export const setSmart = (tree: Root): void => {
  for (const child of tree.children)
    if (child.type === 'element' || child.type === 'text') setNode(child, { before: '' });
};

/** The character before, across marks and links: a quotation mark behind a letter closes. */
type Run = { before: string };

const isBlock = /^(?:p|h[1-6]|li|td|th|blockquote|[A-Z].*)$/;

const setNode = (node: ElementContent, run: Run): void => {
  if (node.type === 'text') setText(node, run);
  if (node.type !== 'element') return;
  if (node.tagName === 'code' || node.tagName === 'pre') {
    run.before = 'x';
    return;
  }
  const inner = isBlock.test(node.tagName) ? { before: '' } : run;
  for (const child of node.children) setNode(child, inner);
  if (node.tagName === 'br') run.before = ' ';
};

const setText = (node: Text, run: Run): void => {
  const before = run.before;
  run.before = node.value.at(-1) ?? before;
  if (!/["']|--|\.\.\./.test(node.value)) return;
  node.value = node.value
    .replace(/\.\.\./g, '…')
    .replace(/(?<!-)---(?!-)/g, '—')
    .replace(/(?<!-)--(?!-)/g, '–')
    .replace(/["']/g, (mark, at: number, text: string) => curly(mark, text[at - 1] ?? before, text[at + 1] ?? ''));
};

/** Opens at a beginning, behind a blank, bracket or dash; closes elsewhere. ’90s and ’tis begin with an apostrophe. */
const curly = (mark: string, before: string, after: string): string => {
  const opens = (before === '' || /[\s([{<–—\-/“‘]/.test(before)) && /\S/.test(after);
  if (mark === '"') return opens ? '“' : '”';
  return opens && !/\d/.test(after) ? '‘' : '’';
};
