/** A body as the page draws it: the stored tree, with the newsroom's components where their elements stand. */
import type { Root } from 'hast';
import { toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { bodyParts, type Drawing } from '#components/body/bodyParts';
import { markedTree, type ProseMarks } from '#model/proseTree';

type ArticleBodyProps = Drawing &
  ProseMarks & {
    readonly tree: Root;
  };

/**
 * Draws a body. Nothing in it is run: elements and components come from one map, links to articles that are not public are
 * plain text, pictures and files that may not be shown are left out.
 */
export function ArticleBody({ tree, place, end = false, ...drawing }: ArticleBodyProps) {
  return toJsxRuntime(markedTree(tree, { place, end }), {
    Fragment,
    jsx,
    jsxs,
    passNode: true,
    // The policy of the pages forbids inline styles; `bodyParts` gives cells a class instead.
    tableCellAlignToStyle: false,
    components: bodyParts(drawing),
  });
}
