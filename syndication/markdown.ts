/** Prints Markdown from nodes: no word of an article can become a mark, since the printer escapes it. */
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Heading, List, Paragraph, PhrasingContent, RootContent } from 'mdast';

/** A document from its blocks, ending with one line break. */
export const markdownText = (children: readonly RootContent[]): string =>
  toMarkdown(
    { type: 'root', children: [...children] },
    {
      bullet: '-',
      rule: '-',
      emphasis: '*',
      listItemIndent: 'one',
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
    },
  );

type Words = string | PhrasingContent;

const inline = (words: readonly Words[]): PhrasingContent[] =>
  words.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part));

/** A paragraph of words and other inline parts. */
export const paragraph = (...words: readonly Words[]): Paragraph => ({ type: 'paragraph', children: inline(words) });

/** A heading. */
export const heading = (depth: 1 | 2 | 3, ...words: readonly Words[]): Heading => ({
  type: 'heading',
  depth,
  children: inline(words),
});

/** Words set bold. */
export const bold = (words: string): PhrasingContent => ({ type: 'strong', children: inline([words]) });

/** Words set in italics. */
export const italic = (words: string): PhrasingContent => ({ type: 'emphasis', children: inline([words]) });

/** A link with a whole address. */
export const link = (url: string, words: string): PhrasingContent => ({ type: 'link', url, children: inline([words]) });

/** A picture with a whole address. */
export const image = (url: string, alt: string): PhrasingContent => ({ type: 'image', url, alt });

/** A list of lines, without blank lines between them. */
export const list = (lines: readonly (readonly Words[])[]): List => ({
  type: 'list',
  spread: false,
  children: lines.map((words) => ({ type: 'listItem', spread: false, children: [paragraph(...words)] })),
});
