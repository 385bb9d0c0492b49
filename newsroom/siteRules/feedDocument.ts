/** A feed in RSS 2.0, Atom 1.0 or JSON Feed 1.1 as its text says. */
import { isThing, many } from '#newsroom/siteRules/jsonLd';
import { momentOf, rssMomentOf } from '#newsroom/siteRules/moments';
import { attribute, children, readXml, textIn, type Xml } from '#newsroom/siteRules/xmlDocument';

/** One entry. Dates in epoch milliseconds; NaN where one stands that cannot be read. */
export type FeedItem = {
  readonly id: string;
  readonly link: string;
  readonly title: string;
  readonly published?: number | undefined;
  readonly updated?: number | undefined;
  /** The full text as HTML; empty where there is none. */
  readonly body: string;
  readonly labels: readonly string[];
  /** Attachments with what they declare. */
  readonly files: readonly {
    readonly url: string;
    readonly type?: string | undefined;
    readonly length?: string | undefined;
  }[];
};

/** A whole feed. `faults` says what keeps a reader from understanding it. */
export type FeedFacts = {
  readonly kind: 'rss' | 'atom' | 'json';
  readonly title: string;
  readonly self: readonly string[];
  readonly hubs: readonly string[];
  readonly items: readonly FeedItem[];
  readonly faults: readonly string[];
};

const dated = (text: string | undefined, read: (text: string) => number | undefined): number | undefined =>
  text === undefined ? undefined : (read(text) ?? NaN);

const linksOf = (parent: unknown, rel: string, names: readonly string[]): string[] =>
  names
    .flatMap((name) => children(parent, name))
    .filter((link) => (attribute(link, 'rel') ?? 'alternate') === rel)
    .map((link) => attribute(link, 'href') ?? '');

const enclosuresOf = (item: Xml): FeedItem['files'] =>
  children(item, 'enclosure').map((file) => ({
    url: attribute(file, 'url') ?? '',
    type: attribute(file, 'type'),
    length: attribute(file, 'length'),
  }));

const rssItemOf = (item: Xml): FeedItem => ({
  id: textIn(item, 'guid') ?? '',
  link: textIn(item, 'link') ?? '',
  title: textIn(item, 'title') ?? '',
  published: dated(textIn(item, 'pubDate'), rssMomentOf),
  updated: dated(textIn(item, 'atom:updated'), momentOf),
  body: textIn(item, 'content:encoded') ?? '',
  labels: children(item, 'category').map((label) => String(label['#text'] ?? '')),
  files: enclosuresOf(item),
});

const readRss = (root: Xml): FeedFacts => {
  const [channel] = children(root, 'channel');
  const missing = ['title', 'link', 'description'].filter((name) => !textIn(channel, name));
  return {
    kind: 'rss',
    title: textIn(channel, 'title') ?? '',
    self: linksOf(channel, 'self', ['atom:link']),
    hubs: linksOf(channel, 'hub', ['atom:link']),
    items: children(channel, 'item').map(rssItemOf),
    faults: [
      ...(attribute(root, 'version') === '2.0' ? [] : ['<rss> does not say version="2.0"']),
      ...missing.map((name) => `<channel> has no <${name}>`),
    ],
  };
};

const atomItemOf = (entry: Xml): FeedItem => ({
  id: textIn(entry, 'id') ?? '',
  link: linksOf(entry, 'alternate', ['link'])[0] ?? '',
  title: textIn(entry, 'title') ?? '',
  published: dated(textIn(entry, 'published'), momentOf),
  updated: dated(textIn(entry, 'updated'), momentOf),
  body: textIn(entry, 'content') ?? '',
  labels: children(entry, 'category').map((label) => attribute(label, 'label') ?? attribute(label, 'term') ?? ''),
  files: children(entry, 'link')
    .filter((link) => attribute(link, 'rel') === 'enclosure')
    .map((link) => ({
      url: attribute(link, 'href') ?? '',
      type: attribute(link, 'type'),
      length: attribute(link, 'length'),
    })),
});

const readAtom = (root: Xml): FeedFacts => {
  const items = children(root, 'entry').map(atomItemOf);
  const missing = ['title', 'id', 'updated'].filter((name) => !textIn(root, name));
  return {
    kind: 'atom',
    title: textIn(root, 'title') ?? '',
    self: linksOf(root, 'self', ['link']),
    hubs: linksOf(root, 'hub', ['link']),
    items,
    faults: [
      ...missing.map((name) => `<feed> has no <${name}>`),
      ...items
        .filter(({ updated }) => updated === undefined)
        .map(({ title }) => `the entry "${title}" has no <updated>`),
    ],
  };
};

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

const jsonItemOf = (item: unknown): FeedItem => {
  const of = isThing(item) ? item : {};
  const date = (value: unknown) => (value === undefined ? undefined : dated(word(value), momentOf));
  return {
    id: word(of.id),
    link: word(of.url),
    title: word(of.title),
    published: date(of.date_published),
    updated: date(of.date_modified),
    body: word(of.content_html),
    labels: many(of.tags).map(word),
    files: many(of.attachments)
      .filter(isThing)
      .map((file) => ({ url: word(file.url), type: word(file.mime_type), length: String(file.size_in_bytes ?? 0) })),
  };
};

/** Reads a feed of JSON; a text that is no JSON Feed gives faults. */
const readJson = (text: string): FeedFacts => {
  const none = { kind: 'json', title: '', self: [], hubs: [], items: [] } as const;
  try {
    const feed: unknown = JSON.parse(text);
    if (!isThing(feed)) return { ...none, faults: ['it is no object of JSON'] };
    return {
      kind: 'json',
      title: word(feed.title),
      self: many(feed.feed_url).map(word),
      hubs: many(feed.hubs)
        .filter(isThing)
        .map(({ url }) => word(url)),
      items: many(feed.items).map(jsonItemOf),
      faults: [
        ...(word(feed.version).startsWith('https://jsonfeed.org/version/1') ? [] : ['"version" names no JSON Feed']),
        ...(word(feed.title) ? [] : ['it has no "title"']),
        ...(Array.isArray(feed.items) ? [] : ['"items" is no list']),
      ],
    };
  } catch (fault) {
    return { ...none, faults: [fault instanceof Error ? fault.message : String(fault)] };
  }
};

/** Reads the text of a feed; never throws. */
export const readFeed = (text: string): FeedFacts => {
  if (text.trimStart().startsWith('{')) return readJson(text);
  const { root, name, fault } = readXml(text);
  if (root && name === 'rss') return readRss(root);
  if (root && name === 'feed') return readAtom(root);
  const why = fault ?? `its first element is <${name}>, not <rss> or <feed>`;
  return { kind: 'rss', title: '', self: [], hubs: [], items: [], faults: [why] };
};
