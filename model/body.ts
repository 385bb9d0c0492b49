/** The body of an article as data: a hast tree in which each component of the newsroom is an element named like it. */
import type { Root } from 'hast';

/** Components an editor may write, in the order of the documentation. */
export const bodyComponents = [
  'Figure',
  'Gallery',
  'Pullquote',
  'FactBox',
  'Timeline',
  'Moment',
  'KeyFigure',
  'Quote',
  'Video',
  'Audio',
  'Embed',
  'Document',
  'Table',
  'Update',
] as const;

/** Name of a component that may stand in a body. */
export type BodyComponent = (typeof bodyComponents)[number];

/**
 * A checked body. `tree` holds plain hast elements only: HTML elements that Markdown makes (`p`, `h2`…`h6`, `a`, `ul`,
 * `table`, `sup`, …, footnotes included) and one element for each component (`tagName: 'Pullquote'`, its checked props as
 * `properties`: strings, `true`, or lists of numbers). No positions, no raw HTML, no MDX nodes.
 *
 * Figures, audio, documents and tables carry in `src` the path inside the content folder (`media/bridge.jpg`), already
 * resolved from what the editor wrote; `Video` carries `id`; links to the paper's own articles carry their address.
 */
export type Body = {
  readonly tree: Root;
  /** The words alone, without markup, notes and captions' credits: for search, word count and descriptions. */
  readonly text: string;
  /** Number of words in `text`. */
  readonly words: number;
  /** Addresses inside the paper that the body links to, without fragment: `/2026/10/15/harbour-bridge-reopens`. */
  readonly links: readonly string[];
  /** Picture files the body shows, as paths inside the content folder. */
  readonly pictures: readonly string[];
  /** Names of the videos the body shows (files in `content/videos` without ending). */
  readonly videos: readonly string[];
  /** Sound, documents and tables the body shows, as paths inside the content folder. */
  readonly assets: readonly string[];
};

/** A body without words. */
export const emptyBody: Body = {
  tree: { type: 'root', children: [] },
  text: '',
  words: 0,
  links: [],
  pictures: [],
  videos: [],
  assets: [],
};

/** Minutes to read a text of so many words, at 230 words a minute, at least one. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / 230));
