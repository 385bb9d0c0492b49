/** S1 as a number, and S3 as a judgement: what the protocol allows passes, one more does not. */
import { expect, test } from 'vitest';
import type { CrawledSite, Sitemap } from '#newsroom/siteRules/crawledSite';
import { sitemapRules } from '#newsroom/siteRules/sitemapRules';
import { readPage } from '#newsroom/siteRules/pageFacts';
import { readSitemap } from '#newsroom/siteRules/sitemapDocument';

const origin = 'https://news.example';

const sitemapAt = (address: string, text: string): Sitemap => ({
  address,
  answer: { asked: address, address, status: 200, headers: {}, hops: [], bytes: text.length },
  facts: readSitemap(text),
});

const index = (files: number): string =>
  `<sitemapindex>${Array.from({ length: files }, (_, nth) => `<sitemap><loc>${origin}/s/${nth}.xml</loc></sitemap>`).join('')}</sitemapindex>`;

const siteOf = (sitemaps: readonly Sitemap[], pages: CrawledSite['pages'] = []): CrawledSite => ({
  origin,
  home: `${origin}/`,
  now: 0,
  answers: new Map(),
  namedBy: new Map(),
  pages,
  sitemaps,
  feeds: [],
  pictures: new Map(),
  probes: [],
  readings: new Map(),
  endless: [],
});

const foundBy = (name: string, site: CrawledSite): readonly string[] => {
  const rule = sitemapRules.find((one) => one.name === name);
  return rule ? [...rule.check(site)].map((fault) => fault.found) : [`there is no ${name}`];
};

const found = (sitemaps: readonly Sitemap[]): readonly string[] => foundBy('S1', siteOf(sitemaps));

test('S1 an index of 1,200 months is fine: a paper may have a hundred years', () => {
  expect(found([sitemapAt(`${origin}/sitemap.xml`, index(1200))])).toEqual([]);
});

test('S1 an index of more than 50,000 files, and more than 500 indexes, are not', () => {
  expect(found([sitemapAt(`${origin}/sitemap.xml`, index(50_001))])).toEqual(['50001 files stand in one index']);
  const many = Array.from({ length: 501 }, (_, nth) => sitemapAt(`${origin}/${nth}.xml`, index(1)));
  expect(found(many).filter((fault) => !fault.includes('/s/'))).toEqual(['there are 501 indexes, more than 500']);
});

const moment = '2026-10-15T06:00:00+03:00';

const articleAt = (path: string) => {
  const address = `${origin}${path}`;
  const thing = { '@type': 'NewsArticle', headline: path, mainEntityOfPage: address, datePublished: moment };
  const html = `<html><head><meta property="og:type" content="article"><script type="application/ld+json">${JSON.stringify(thing)}</script></head><body><h1>${path}</h1></body></html>`;
  return { address, answer: sitemapAt(address, html).answer, facts: readPage(html, address) };
};

test('S3 twelve tags of one new piece changed in its second; where nothing or everything was published then, a build did it', () => {
  const tags = Array.from(
    { length: 12 },
    (_, nth) => `<url><loc>${origin}/tag/${nth}</loc><lastmod>${moment}</lastmod></url>`,
  );
  const sitemap = sitemapAt(`${origin}/sitemap.xml`, `<urlset>${tags.join('')}</urlset>`);
  const said = (articles: number): readonly string[] =>
    foundBy('S3', {
      ...siteOf(
        [sitemap],
        Array.from({ length: articles }, (_, nth) => articleAt(`/2026/${nth}`)),
      ),
      now: Date.parse(moment),
    });
  expect(said(1)).toEqual([]);
  for (const articles of [0, 5]) expect(said(articles)).toEqual([`all 12 lastmod are ${moment}`]);
});
