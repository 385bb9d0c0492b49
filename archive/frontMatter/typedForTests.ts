/** A small desk for the tests of front matter: types files, reads them, and says what came of it in one line each. */
import { readDocument } from '#archive/readDocument';
import type { DocumentValue, Reading, ReadingContext } from '#archive/reading';
import type { Article } from '#model/article';
import type { Finding } from '#model/problem';

/** The newsroom in Nairobi. */
export const nairobi: ReadingContext = {
  timeZone: 'Africa/Nairobi',
  timeZoneName: 'EAT',
  siteUrl: 'https://courier.example',
  smartPunctuation: false,
};

/** Where the articles of these tests lie. */
export const articleFile = 'articles/2026/10/15/harbour-bridge-reopens.mdx';

/** The fields of an article without fault, one to a line. */
export const goodFields = {
  headline: 'Harbour bridge reopens after eleven days',
  standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.',
  category: 'counties',
  authors: '[amina-wafula, joseph-kiptoo]',
  publishedAt: '2026-10-15 06:00',
};

/** Fields as lines; a field given as `undefined` is left out, one that begins with a line break goes on below. */
export const typed = (fields: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => `${name}:${value === '' || value.startsWith('\n') ? '' : ' '}${value}\n`)
    .join('');

/** Reads bytes or text as a file. */
export const read = (content: string | Uint8Array, file = articleFile, context = nairobi): Reading =>
  readDocument(file, typeof content === 'string' ? Buffer.from(content) : content, context);

/** Reads an article with good fields, some of them changed or added; the body is empty. */
export const readArticle = (fields: Readonly<Record<string, string | undefined>> = {}, body = ''): Reading =>
  read(`---\n${typed({ ...goodFields, ...fields })}---\n${body}`);

/** The article of a reading; fails where there is none, with the problems. */
export const articleOf = ({ value, problems }: Reading): Article => {
  if (value?.kind !== 'article') throw new Error(`no article: ${problems.map(inShort).join(' / ')}`);
  return value.article;
};

/** The value of a reading of another kind. */
export const valueOf = <Kind extends DocumentValue['kind']>(
  { value, problems }: Reading,
  kind: Kind,
): Extract<DocumentValue, { kind: Kind }> => {
  if (value?.kind !== kind) throw new Error(`no ${kind}: ${problems.map(inShort).join(' / ')}`);
  // The kind has just been compared.
  return value as Extract<DocumentValue, { kind: Kind }>;
};

/** `3:11 headline loses the words … | Write:  …`, as `check` prints it. */
const inShort = ({ line, column, field, message, fix }: Finding): string =>
  `${line}:${column} ${field} ${message} | ${fix}`;

/** Problems in short, without those that a test is not about. */
export const problemsOf = (reading: Reading): readonly string[] => reading.problems.map(inShort);
/** Notes in short. */
export const notesOf = (reading: Reading): readonly string[] => reading.notes.map(inShort);

/** A text with the mends of its reading made, as `check --fix` writes it. */
export const mended = (content: string, file = articleFile): string => {
  let text = content;
  for (const { from, to, text: instead } of read(content, file).mends.toReversed()) {
    text = text.slice(0, from) + instead + text.slice(to);
  }
  return text;
};
