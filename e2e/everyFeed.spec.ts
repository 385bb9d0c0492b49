/** Every feed of the fixture newsroom, in its three forms: valid by the standard, and read alike by whoever reads it. */
import { expect, test } from '@playwright/test';
import { feedsOf, type PageWithFeeds, pagesWithFeeds } from './everyFeed.ts';
import { type FeedDocument, faultsOfFeeds, feedForms, plainTitlesOf, readingsOf, withoutQuirks } from './feedForms.ts';

// One worker asks for each feed once.
test.describe.configure({ mode: 'default', timeout: 120_000 });

let pages: readonly PageWithFeeds[];
let feeds: readonly FeedDocument[];
test.beforeAll(async ({ baseURL }) => {
  pages = await pagesWithFeeds(baseURL ?? '');
  feeds = await feedsOf(pages);
});

test('F1: every list of the paper names its three feeds in its head', () => {
  for (const { page, named } of pages) {
    const under = page.endsWith('/') ? page : `${page}/`;
    expect(named, page).toEqual(feedForms.map((form) => under + form));
  }
  for (const list of ['category', 'author', 'tag', 'series', 'corrections', 'videos'])
    expect(pages.filter(({ page }) => new URL(page).pathname.startsWith(`/${list}`)).length, list).toBeGreaterThan(0);
  expect(feeds.length).toBeGreaterThan(60);
});

test('F1: every feed is valid by the grammar of RSS 2.0, of Atom 1.0 (RFC 4287), of JSON Feed 1.1', async () => {
  expect(await faultsOfFeeds(feeds)).toEqual([]);
});

test('F1, F2: every parser reads the same entries out of every feed, each with id, title, address, moment and text', () => {
  for (const feed of feeds) {
    const [first = [], ...others] = readingsOf(feed);
    for (const other of others)
      expect(withoutQuirks(feed.form, other), feed.address).toEqual(withoutQuirks(feed.form, first));
    if (feed.form !== 'feed.json') expect(plainTitlesOf(feed), feed.address).toEqual(first.map(({ title }) => title));
    for (const { id, title, url, published, updated, content } of first) {
      const said = [feed.address, id];
      expect([...said, URL.canParse(id), URL.canParse(url), title.trim() !== '']).toEqual([...said, true, true, true]);
      expect([...said, updated >= published, published > Date.parse('2020-01-01')]).toEqual([...said, true, true]);
      expect([...said, content.trim() !== '']).toEqual([...said, true]);
    }
    expect(new Set(first.map(({ id }) => id)).size, feed.address).toBe(first.length);
  }
});

test('F3: the three forms of a feed hold the same entries, word for word', () => {
  for (const { page, named } of pages) {
    const forms = named.map((address) => feeds.find((feed) => feed.address === address)).filter((feed) => !!feed);
    const [rss, ...others] = forms.map((feed) => readingsOf(feed)[0]);
    // A section has its page and its feeds from its first day.
    if (!new URL(page).pathname.startsWith('/category/')) expect(rss?.length, page).toBeGreaterThan(0);
    for (const other of others) expect(other, page).toEqual(rss);
  }
});

test('F1: Atom keeps what its grammar cannot say: whole identifiers, an author for each entry, one address for each', () => {
  for (const { address, text } of feeds.filter(({ form }) => form === 'atom.xml')) {
    const [head = '', ...entries] = text.split('<entry');
    expect(head, address).toContain('<author><name>');
    expect(head.match(/<link rel="self"/g), address).toHaveLength(1);
    for (const [, id = ''] of text.matchAll(/<id>([^<]*)<\/id>/g))
      expect([address, id]).toEqual([address, expect.stringMatching(/^https?:\/\/[^/]+\//)]);
    for (const entry of entries) expect(entry.match(/<link rel="alternate"/g), address).toHaveLength(1);
  }
});

test('a grammar that refuses nothing shows nothing: broken feeds are named', async () => {
  const [rss, atom, json] = feedForms.map((form) => feeds.find((feed) => feed.form === form && feed.text.length > 500));
  const broken = (feed: FeedDocument | undefined, from: RegExp | string, to: string): FeedDocument => {
    if (!feed?.text.match(from)) throw new Error(`${feed?.address} has no ${from}.`);
    return { ...feed, text: feed.text.replace(from, to) };
  };
  const all = [
    broken(rss, /<pubDate>[^<]*/, '<pubDate>2026-10-15'),
    broken(rss, /<description>.*?<\/description>/s, ''),
    broken(rss, ' isPermaLink="false">', '>x '),
    broken(rss, '<item>', '<item><surprise/>'),
    broken(atom, /<updated>[^<]*/, '<updated>yesterday'),
    broken(atom, /<id>[^<]*<\/id>/, ''),
    broken(atom, '</entry>', '<title>Two</title></entry>'),
    broken(atom, '<link rel="alternate" type="text/html" href="', '<link rel="alternate" type="text/html" src="'),
    broken(json, /"id":"[^"]*",/, ''),
    broken(json, /"date_published":"[^"]*"/, '"date_published":"2026-10-15"'),
    broken(json, '"items"', '"surprise":1,"items"'),
  ];
  for (const [nth, feed] of all.entries()) expect(await faultsOfFeeds([feed]), `number ${nth}`).not.toEqual([]);
});
