/** What the tests of bodies share: an article of a fixture newsroom and short ways to ask about it. */
import { readBody, type BodyPlace, type BodyReading } from '#archive/body/readBody';
import type { ReadingContext } from '#archive/reading';

const place: BodyPlace = {
  file: 'articles/2026/10/15/harbour-bridge-reopens.mdx',
  firstLine: 8,
  kind: 'news',
  folder: 'articles/2026/10/15',
};

const newsroom: ReadingContext = {
  timeZone: 'Africa/Nairobi',
  siteUrl: 'https://courier.example',
  smartPunctuation: false,
};

/** Reads a body of an article of 15 October 2026 whose first line is the file's eighth. */
export const read = (source: string, at: Partial<BodyPlace> = {}, context: Partial<ReadingContext> = {}): BodyReading =>
  readBody(source, { ...place, ...at }, { ...newsroom, ...context });

/** The children of the stored tree, as JSON; an empty string where there is no body. */
export const treeOf = (reading: BodyReading): string =>
  reading.body ? JSON.stringify(reading.body.tree.children) : '';

/** Problems as the editor reads them: `8:1 message`. */
export const problemsOf = (reading: BodyReading): string[] =>
  reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** Notes as the editor reads them. */
export const notesOf = (reading: BodyReading): string[] =>
  reading.notes.map(({ line, column, message }) => `${line}:${column} ${message}`);

/** The text with all mends made. */
export const mended = (source: string, { mends }: BodyReading): string =>
  mends.reduceRight((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
