/** The words of a body's tree. */
import type { Root, RootContent } from 'hast';

/** The words of a node, without markup. */
export const wordsOf = (node: Root | RootContent): string => {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
};
