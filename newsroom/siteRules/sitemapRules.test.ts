/** S1 as a number: what the protocol allows passes, one more does not. */
import { expect, test } from 'vitest';
import type { CrawledSite, Sitemap } from '#newsroom/siteRules/crawledSite';
import { sitemapRules } from '#newsroom/siteRules/sitemapRules';
import { readSitemap } from '#newsroom/siteRules/sitemapDocument';

const origin = 'https://news.example';

const sitemapAt = (address: string, text: string): Sitemap => ({
  address,
  answer: { asked: address, address, status: 200, headers: {}, hops: [], bytes: text.length },
  facts: readSitemap(text),
});

const index = (files: number): string =>
  `<sitemapindex>${Array.from({ length: files }, (_, nth) => `<sitemap><loc>${origin}/s/${nth}.xml</loc></sitemap>`).join('')}</sitemapindex>`;

const found = (sitemaps: readonly Sitemap[]): readonly string[] => {
  const site: CrawledSite = {
    origin,
    home: `${origin}/`,
    now: 0,
    answers: new Map(),
    namedBy: new Map(),
    pages: [],
    sitemaps,
    feeds: [],
    pictures: new Map(),
    probes: [],
    readings: new Map(),
    endless: [],
  };
  const [s1] = sitemapRules;
  return s1 ? [...s1.check(site)].map((fault) => fault.found) : ['there is no S1'];
};

test('S1 an index of 1,200 months is fine: a paper may have a hundred years', () => {
  expect(found([sitemapAt(`${origin}/sitemap.xml`, index(1200))])).toEqual([]);
});

test('S1 an index of more than 50,000 files, and more than 500 indexes, are not', () => {
  expect(found([sitemapAt(`${origin}/sitemap.xml`, index(50_001))])).toEqual(['50001 files stand in one index']);
  const many = Array.from({ length: 501 }, (_, nth) => sitemapAt(`${origin}/${nth}.xml`, index(1)));
  expect(found(many).filter((fault) => !fault.includes('/s/'))).toEqual(['there are 501 indexes, more than 500']);
});
