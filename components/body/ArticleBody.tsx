/** A body as the page draws it: the stored tree, with the newsroom's components where their elements stand. */
import type { Element, Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { bodyParts, type Drawing } from '#components/body/bodyParts';
import { markedTree, type ProseMarks } from '#model/proseTree';
import { wordsOf } from '#model/treeWords';

type ArticleBodyProps = Omit<Drawing, 'opening'> &
  ProseMarks & {
    readonly tree: Root;
    /** Whether nothing is shown above it: the picture with which it opens is then the first that readers see. */
    readonly leads?: boolean;
  };

/** Signs of text that leave what follows them on the first screen of a phone. */
const aFewLines = 120;

/** The element with which a body opens; a few words above a picture do not make it wait. */
const openingOf = ({ children }: Root): Element | undefined => {
  let signs = 0;
  for (const node of children) {
    if (node.type !== 'element') continue;
    signs += node.tagName === 'p' ? wordsOf(node).length : Infinity;
    if (signs > aFewLines) return node;
  }
  return undefined;
};

/**
 * Draws a body. Nothing in it is run: elements and components come from one map, links to articles that are not public are
 * plain text, pictures and files that may not be shown are left out.
 */
export function ArticleBody({ tree, place, end = false, leads = false, ...drawing }: ArticleBodyProps) {
  const marked = markedTree(tree, { place, end });
  const opening = leads ? openingOf(marked) : undefined;
  return toJsxRuntime(marked, {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    // The policy of the pages forbids inline styles; `bodyParts` gives cells a class instead.
    tableCellAlignToStyle: false,
    components: bodyParts({ ...drawing, opening }),
  });
}
