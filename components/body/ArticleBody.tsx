/** A body as the page draws it: the stored tree, with the newsroom's components where their elements stand. */
import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { bodyParts, type Drawing } from '#components/body/bodyParts';
import { markedTree, type ProseMarks } from '#model/proseTree';

type ArticleBodyProps = Omit<Drawing, 'opening'> &
  ProseMarks & {
    readonly tree: Root;
    /** Whether nothing is shown above it: the picture with which it opens is then the first that readers see. */
    readonly leads?: boolean;
  };

/**
 * Draws a body. Nothing in it is run: elements and components come from one map, links to articles that are not public are
 * plain text, pictures and files that may not be shown are left out.
 */
export function ArticleBody({ tree, place, end = false, leads = false, ...drawing }: ArticleBodyProps) {
  const marked = markedTree(tree, { place, end });
  const opening = leads ? marked.children.find((node) => node.type === 'element') : undefined;
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
