/** F2 as a judgement: a feed of headlines is a fault, pieces that a licence keeps at home are none. */
import { expect, test } from 'vitest';
import type { CrawledSite, Feed } from '#newsroom/siteRules/crawledSite';
import { readFeed } from '#newsroom/siteRules/feedDocument';
import { feedRules } from '#newsroom/siteRules/feedRules';

const origin = 'https://news.example';

/** A feed of pieces by name; those in capitals have no text in it. */
const feedOf = (path: string, names: readonly string[]): Feed => {
  const items = names.map((name) => {
    const url = `${origin}/${name.toLowerCase()}`;
    return { id: url, url, title: name, ...(name === name.toLowerCase() && { content_html: '<p>The whole text</p>' }) };
  });
  const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: path, items });
  const address = origin + path;
  const answer = { asked: address, address, status: 200, headers: {}, hops: [], bytes: text.length };
  return { address, answer, facts: readFeed(text) };
};

const faulty = (...feeds: readonly Feed[]): readonly string[] => {
  const site: CrawledSite = {
    origin,
    home: `${origin}/`,
    now: 0,
    answers: new Map(),
    namedBy: new Map(),
    pages: [],
    sitemaps: [],
    feeds,
    pictures: new Map(),
    probes: [],
    readings: new Map(),
    endless: [],
  };
  const f2 = feedRules.find(({ name }) => name === 'F2');
  return f2 ? [...f2.check(site)].map(({ page }) => page.slice(origin.length)) : ['there is no F2'];
};

const whole = feedOf('/feed.json', ['a', 'b', 'c', 'AGENCY']);

test('F2 a feed of headlines is a fault, alone or beside a feed of whole texts', () => {
  expect(faulty(feedOf('/feed.json', ['A', 'B', 'C']))).toEqual(['/feed.json']);
  expect(faulty(whole, feedOf('/tag/x.json', ['A', 'B']))).toEqual(['/tag/x.json']);
  expect(faulty(whole, feedOf('/tag/x.json', ['A', 'AGENCY']))).toEqual(['/tag/x.json']);
});

test('F2 pieces of an agency that no feed gives in full are kept at home: its own feed is no fault', () => {
  expect(faulty(whole, feedOf('/author/agency.json', ['AGENCY', 'OLDER-AGENCY', 'OLDEST-AGENCY']))).toEqual([]);
});

test('F2 pieces without text that stand only in a feed of headlines prove nothing', () => {
  expect(faulty(whole, feedOf('/tag/x.json', ['OLD', 'OLDER']))).toEqual(['/tag/x.json']);
});
