/** Pieces open and close at their second, while the site runs and without anybody doing anything. */
import { expect, test } from '@playwright/test';
import { type SecondSite, startSecondSite } from './secondSite.ts';

test.describe.configure({ timeout: 200_000 });

/** Starts the fixture newsroom so early before a moment that it is ready in time, however busy the machine is. */
const readyBefore = async (moment: string): Promise<SecondSite> => {
  for (const lead of [20, 60, 120]) {
    const start = Date.now();
    const clock = new Date(Date.parse(moment) - lead * 1000).toISOString();
    const site = await startSecondSite({ contentDir: 'e2e/content', clock });
    if (Date.now() - start < (lead - 5) * 1000) return site;
    await site.end();
  }
  throw new Error('This machine is too busy to start a site within two minutes.');
};

const statusOf = async (site: SecondSite, path: string): Promise<number> =>
  (await fetch(site.base + path, { redirect: 'manual' })).status;

const textOf = async (site: SecondSite, path: string): Promise<string> => (await fetch(site.base + path)).text();

test('a piece under embargo is public everywhere from its second on; one with a broken file stays back', async () => {
  const site = await readyBefore('2026-10-15T09:02:00+03:00');
  const address = '/2026/10/15/embargo-of-two-minutes';
  const lists = [
    '/',
    '/category/world',
    '/author/ada-otieno',
    '/2026/10/15',
    '/feed.xml',
    '/sitemaps/2026-10.xml',
    '/news-sitemap.xml',
  ];
  try {
    expect(await statusOf(site, address)).toBe(404);
    for (const list of lists) expect(await textOf(site, list), list).not.toContain(address);
    await expect.poll(() => statusOf(site, address), { timeout: 150_000, intervals: [250] }).toBe(200);
    for (const list of lists) expect(await textOf(site, list), list).toContain(address);
    expect(await textOf(site, '/2026/10/15/live-running')).toContain('Two minutes past nine');
    const broken = '/2026/10/15/embargo-with-a-broken-file';
    expect(await statusOf(site, broken)).toBe(404);
    for (const list of ['/', '/category/harbour', '/2026/10/15', '/feed.xml']) {
      expect(await textOf(site, list), list).not.toMatch(/hiddenword-broken|embargo-with-a-broken-file/);
    }
  } finally {
    await site.end();
  }
});

test('a piece with an end answers 410 from its second on and is in no list any more', async () => {
  const site = await readyBefore('2026-10-15T09:03:00+03:00');
  const address = '/2026/10/10/expires-in-three-minutes';
  const lists = ['/category/harbour', '/2026/10/10', '/feed.xml', '/sitemaps/2026-10.xml'];
  try {
    expect(await statusOf(site, address)).toBe(200);
    for (const list of lists) expect(await textOf(site, list), list).toContain(address);
    await expect.poll(() => statusOf(site, address), { timeout: 150_000, intervals: [250] }).toBe(410);
    expect(await textOf(site, address)).not.toContain('Good for three minutes');
    for (const list of lists) expect(await textOf(site, list), list).not.toContain(address);
    expect(await statusOf(site, '/2026/10/10/expires-at-noon')).toBe(200);
  } finally {
    await site.end();
  }
});

test('N5 a piece leaves the news sitemap in the second in which it is 48 hours old and another one comes, and nothing else forgets it', async () => {
  const site = await readyBefore('2026-10-15T06:00:00+03:00');
  const [old, young] = ['/2026/10/13/same-slug', '/2026/10/15/the-lead-of-the-day'];
  const listed = async (): Promise<readonly string[]> => {
    const xml = await textOf(site, '/news-sitemap.xml');
    return [old, young].filter((address) => xml.includes(`${address}<`));
  };
  try {
    expect(await listed()).toEqual([old]);
    await expect.poll(listed, { timeout: 150_000, intervals: [100] }).not.toEqual([old]);
    expect(await listed()).toEqual([young]);
    expect(await statusOf(site, old)).toBe(200);
    expect(await textOf(site, '/sitemaps/2026-10.xml')).toContain(old);
  } finally {
    await site.end();
  }
});
