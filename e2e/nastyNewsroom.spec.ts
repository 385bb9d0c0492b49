/** Whatever signs writers use, machines get whole documents that say what was typed. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { XMLParser } from 'fast-xml-parser';
import { parse } from 'yaml';
import { feedsOf, pagesWithFeeds } from './everyFeed.ts';
import { faultsOfFeeds, plainTitlesOf, readingsOf, withoutQuirks } from './feedForms.ts';
import { nastyDay, nastyHeadlines, nastyNewsroom } from './nastyNewsroom.ts';
import { type SecondSite, startSecondSite } from './secondSite.ts';
import { breachesIn, checkSiteAt } from './siteCheck.ts';
import { faultsOfSitemaps } from './sitemapForms.ts';

// One site for all.
test.describe.configure({ mode: 'default', timeout: 180_000 });

const newsroom = nastyNewsroom();
let site: SecondSite;
test.beforeAll(async () => {
  cpSync('e2e/content/pages', join(newsroom.folder, 'pages'), { recursive: true });
  site = await startSecondSite({ contentDir: newsroom.folder, clock: '2026-10-15T09:00:00+03:00' });
});
test.afterAll(async () => {
  await site.end();
  rmSync(newsroom.folder, { recursive: true, force: true });
});

const textOf = async (path: string): Promise<string> => (await fetch(site.base + path)).text();

/** As the paper keeps words: letters composed with their accents (NFC). */
const kept = nastyHeadlines.map(([slug, headline, more]) => [slug, headline.normalize('NFC'), more] as const);

test('no rule of machines is broken, and every piece was seen', async () => {
  const report = await checkSiteAt(site.base);
  expect(breachesIn(report)).toEqual([]);
  expect(report.pages).toBeGreaterThan(45);
});

test('F1, F2: every feed is valid and read alike by every parser, with the headlines that were typed', async () => {
  const feeds = await feedsOf(await pagesWithFeeds(site.base));
  expect(await faultsOfFeeds(feeds)).toEqual([]);
  for (const feed of feeds) {
    const [first = [], ...others] = readingsOf(feed);
    for (const other of others)
      expect(withoutQuirks(feed.form, other), feed.address).toEqual(withoutQuirks(feed.form, first));
    if (feed.form !== 'feed.json') expect(plainTitlesOf(feed), feed.address).toEqual(first.map(({ title }) => title));
    if (!feed.address.startsWith(`${site.base}/feed.`)) continue;
    const titles = first.map(({ url, title }) => [url, title] as const);
    for (const [slug, headline] of kept)
      expect(titles).toContainEqual([
        `${site.base}/${nastyDay}/${slug}`,
        expect.stringMatching(new RegExp(`(^|: )${headline.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)),
      ]);
  }
});

test('N3, N6, S1: every sitemap is valid, and news has the headlines that were typed', async () => {
  const news = new XMLParser({ parseTagValue: false }).parse(await textOf('/news-sitemap.xml'));
  const told = new Map<string, string>(
    news.urlset.url.map((entry: Record<string, string> & { 'news:news': Record<string, string> }) => [
      String(entry.loc),
      String(entry['news:news']['news:title']),
    ]),
  );
  for (const [slug, headline, more] of kept)
    expect([slug, told.get(`${site.base}/${nastyDay}/${slug}`)]).toEqual([
      slug,
      more?.kind === 'sponsored' ? undefined : headline,
    ]);
  const files = [...(await textOf('/sitemap.xml')).matchAll(/<loc>([^<]+)</g)].map(
    ([, at = '']) => new URL(at).pathname,
  );
  const texts = await Promise.all(
    ['/sitemap.xml', '/news-sitemap.xml', ...files].map(async (address) => ({ address, text: await textOf(address) })),
  );
  expect(await faultsOfSitemaps(texts)).toEqual([]);
});

test('A1, A3: structured data and the Markdown twin say the headline that was typed', async () => {
  for (const [slug, headline] of kept) {
    const path = `/${nastyDay}/${slug}`;
    const blocks = [
      ...(await textOf(path)).matchAll(/<script[^>]*type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs),
    ];
    const things = blocks.flatMap(([, json = '']) => [JSON.parse(json)].flat());
    expect(things.map((thing: { headline?: string }) => thing.headline)).toContain(headline);
    const [, facts = ''] = /^---\n(.*?)\n---\n/s.exec(await textOf(`${path}.md`)) ?? [];
    expect(parse(facts), path).toMatchObject({ title: headline });
  }
});

test('F2: a numbered list goes on where its writer says, in the twin and in feeds as on the page', async () => {
  expect(await textOf(`/${nastyDay}/emoji.md`)).toMatch(/^9\. Nine/m);
  expect(await textOf('/feed.json')).toContain('<ol start=\\"9\\">');
});
