/** What a live page may say while nothing has happened yet. */
import { expect, test } from 'vitest';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { liveRules } from '#newsroom/siteRules/liveRules';
import { readPage } from '#newsroom/siteRules/pageFacts';

const origin = 'https://news.example';
const address = `${origin}/harbour`;

const siteWith = (facts: object): CrawledSite => {
  const thing = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    url: address,
    headline: 'Harbour',
    ...facts,
  };
  const html = `<!doctype html><html lang="en"><head><link rel="canonical" href="${address}"><script type="application/ld+json">${JSON.stringify(thing)}</script></head><body><main><h1>Harbour</h1></main></body></html>`;
  const answer = { asked: address, address, status: 200, headers: {}, hops: [], bytes: html.length };
  return {
    origin,
    home: `${origin}/`,
    now: 0,
    answers: new Map(),
    namedBy: new Map(),
    pages: [{ address, answer, facts: readPage(html, address) }],
    sitemaps: [],
    feeds: [],
    pictures: new Map(),
    probes: [],
    readings: new Map(),
    endless: [],
  };
};

const found = (facts: object): readonly string[] =>
  liveRules.flatMap((rule) => (rule.name === 'L2' ? [...rule.check(siteWith(facts))].map((fault) => fault.found) : []));

test('L2 an empty list of entries says that nothing has come yet; no list at all is a fault', () => {
  expect(found({ liveBlogUpdate: [] })).toEqual([]);
  expect(found({})).toEqual(['there is no liveBlogUpdate']);
  expect(found({ liveBlogUpdate: [{ '@type': 'BlogPosting' }] })).not.toEqual([]);
});
