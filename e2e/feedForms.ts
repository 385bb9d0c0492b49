/** Reads feeds as programs do: by the grammars of their standards, and by parsers that know nothing of this software. */
import { readFileSync } from 'node:fs';
import { parseFeed } from '@rowanmanning/feed-parser';
import { XMLParser } from 'fast-xml-parser';
import { parseFeed as parseWithFeedsmith } from 'feedsmith';
import { validateXML } from 'xmllint-wasm';
import { faultsOfJsonFeed } from './jsonFeedForm.ts';

/** The last part of a feed's address. */
export type FeedForm = 'feed.xml' | 'atom.xml' | 'feed.json';

/** The three forms in the order in which pages name them. */
export const feedForms: readonly FeedForm[] = ['feed.xml', 'atom.xml', 'feed.json'];

/** A feed as it came. */
export type FeedDocument = { readonly address: string; readonly form: FeedForm; readonly text: string };

/** What a feed reader shows of an entry. */
export type ReadEntry = {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Epoch milliseconds; NaN where none can be read. */
  readonly published: number;
  readonly updated: number;
  readonly content: string;
};

const grammars = { 'feed.xml': 'rss.rng', 'atom.xml': 'atom.rng' } as const;

const faultsOfXml = async (
  form: keyof typeof grammars,
  documents: readonly FeedDocument[],
): Promise<readonly string[]> => {
  if (documents.length === 0) return [];
  const contents = readFileSync(`syndication/feedGrammars/${grammars[form]}`, 'utf8');
  const { errors } = await validateXML({
    xml: documents.map(({ text }, nth) => ({ fileName: `${nth}.xml`, contents: text })),
    schema: [{ fileName: grammars[form], contents }],
    extension: 'relaxng',
    // Pages of 64 kB: all feeds of a newsroom at once.
    initialMemoryPages: 1024,
    maxMemoryPages: 16_384,
  });
  return errors.map(({ message, loc }) => {
    const document = documents[Number(loc?.fileName.replace('.xml', ''))];
    return `${document?.address ?? form}: ${message}`;
  });
};

/** What is wrong with feeds by the grammars of RSS 2.0, Atom 1.0 and JSON Feed 1.1; nothing where all are valid. */
export const faultsOfFeeds = async (documents: readonly FeedDocument[]): Promise<readonly string[]> => {
  const of = (form: FeedForm) => documents.filter((document) => document.form === form);
  return [
    ...(await faultsOfXml('feed.xml', of('feed.xml'))),
    ...(await faultsOfXml('atom.xml', of('atom.xml'))),
    ...of('feed.json').flatMap(({ address, text }) => faultsOfJsonFeed(text).map((fault) => `${address}: ${fault}`)),
  ];
};

const momentOf = (date: unknown): number => (date instanceof Date ? date.getTime() : Date.parse(String(date)));

const byRowan = (text: string): readonly ReadEntry[] =>
  parseFeed(text).items.map(({ id, title, url, published, updated, content, description }) => ({
    id: id ?? '',
    title: title ?? '',
    url: url ?? '',
    published: momentOf(published),
    updated: momentOf(updated),
    content: content ?? description ?? '',
  }));

const byFeedsmith = (text: string): readonly ReadEntry[] => {
  const { format, feed } = parseWithFeedsmith(text);
  if (format === 'rss')
    return (feed.items ?? []).map(({ guid, title, link, pubDate, atom, content, description }) => ({
      id: guid?.value ?? '',
      title: title ?? '',
      url: link ?? '',
      published: momentOf(pubDate),
      updated: momentOf(atom?.updated),
      content: content?.encoded ?? description ?? '',
    }));
  if (format === 'atom')
    return (feed.entries ?? []).map(({ id, title, links, published, updated, content, summary }) => ({
      id: id ?? '',
      title: title?.value ?? '',
      url: links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
      published: momentOf(published),
      updated: momentOf(updated),
      content: content?.value ?? summary?.value ?? '',
    }));
  if (format === 'json')
    return (feed.items ?? []).map((item) => ({
      id: item.id ?? '',
      title: item.title ?? '',
      url: item.url ?? '',
      published: momentOf(item.date_published),
      updated: momentOf(item.date_modified),
      content: item.content_html ?? item.content_text ?? '',
    }));
  throw new Error(`It is read as ${format}.`);
};

/** A parser that knows XML and no feeds: what stands in an element, and nothing that was not there. */
const plainXml = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false });

const titlesByXml = (text: string): readonly string[] => {
  const { rss, feed } = plainXml.parse(text);
  const entries: unknown = rss ? rss.channel.item : feed.entry;
  return [entries ?? []].flat().map((entry) => String((entry as { title?: unknown }).title ?? ''));
};

const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text whose signs were written for HTML, read once more. */
const readOnceMore = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (sign, hex, figures, name) => {
    if (name !== undefined) return signs[name] ?? sign;
    // The sign of number 0 is that of what cannot be shown (HTML, 13.2.5.80).
    return String.fromCodePoint((hex === undefined ? Number(figures) : Number.parseInt(hex, 16)) || 0xfffd);
  });

/** What every parser agrees on: one of them knows no moment of change in RSS, and reads words once too often. */
export const withoutQuirks = (form: FeedForm, entries: readonly ReadEntry[]): readonly Partial<ReadEntry>[] =>
  entries.map(({ updated, content, title, ...entry }) => ({
    ...entry,
    ...(form !== 'feed.xml' && { updated }),
    title: readOnceMore(title),
    content: readOnceMore(readOnceMore(content)),
  }));

/** The entries of a feed by each parser that knows its form. */
export const readingsOf = ({ form, text }: FeedDocument): readonly (readonly ReadEntry[])[] =>
  form === 'feed.json' ? [byFeedsmith(text)] : [byFeedsmith(text), byRowan(text)];

/** Headlines of an XML feed by a parser that knows no feeds. */
export const plainTitlesOf = ({ text }: FeedDocument): readonly string[] => titlesByXml(text);
