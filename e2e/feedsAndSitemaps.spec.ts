/** The feed, the sitemaps and the small files for machines: whole, well formed, and true. */
import { Readable } from 'node:stream';
import { expect, type Page, test } from '@playwright/test';
import { ErrorLevel, XMLToSitemapItemStream } from 'sitemap';
import { publicAnswers } from './crawler.ts';
import { faultsOfSitemaps, type SitemapText } from './sitemapForms.ts';

// Some of these visit the whole site, which takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

/** Pieces that open or close while the tests run. */
const onTheirWay = /embargo-of-two-minutes|expires-in-three-minutes/;

type Item = {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  readonly date: string;
  readonly body: string;
};

/** Reads the feed as a program does: a fault in the XML fails the test. */
const readFeed = async (page: Page, path: string): Promise<readonly Item[]> => {
  const xml = await (await page.request.get(path)).text();
  // A page of the paper lets no script make markup, and parsing counts as that.
  await page.goto('about:blank');
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    const fault = parsed.querySelector('parsererror');
    if (fault) throw new Error(fault.textContent ?? 'not XML');
    const said = (item: Element, name: string): string => item.getElementsByTagName(name)[0]?.textContent ?? '';
    return [...parsed.querySelectorAll('item')].map((item) => ({
      title: said(item, 'title'),
      link: said(item, 'link'),
      guid: said(item, 'guid'),
      date: said(item, 'pubDate'),
      body: said(item, 'content:encoded'),
    }));
  }, xml);
};

const locations = (xml: string): readonly string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, at]) => at ?? '');

test('the feed can be read as XML and holds the newest pieces, newest first, each once', async ({ page }) => {
  const items = await readFeed(page, '/feed.xml');
  expect(items.length).toBeGreaterThan(20);
  const moments = items.map(({ date }) => Date.parse(date));
  expect(moments).toEqual([...moments].sort((a, b) => b - a));
  expect(Math.max(...moments)).toBeLessThan(Date.parse('2026-10-15T09:10:00+03:00'));
  expect(new Set(items.map(({ guid }) => guid)).size).toBe(items.length);
  for (const { link } of items.filter(({ link }) => !onTheirWay.test(link)).slice(0, 10)) {
    expect((await page.request.get(link)).status(), link).toBe(200);
  }
});

test('the feed carries whole articles in plain markup with full addresses', async ({ page, baseURL }) => {
  const items = await readFeed(page, '/feed.xml');
  const body = items.find(({ link }) => link.endsWith('/every-body-component'))?.body ?? '';
  for (const words of [
    'A heading of level two',
    'The tide waits for nobody, and nobody waits for the tide.',
    'It comes twice a day.',
    'The first quay',
    '3.7 m',
    'ليس الخبر كالمعاينة',
    'A bell rings once.',
    'The tide table',
    'High and low water',
    'The text of the footnote.',
    'The last paragraph.',
  ]) {
    expect(body).toContain(words);
  }
  expect(body).not.toMatch(/<script|<iframe|<style|\sstyle=|\sclass=|<(?:figure|gallery|pullquote)[A-Z]/);
  const addresses = [...body.matchAll(/\s(?:href|src)="([^"]+)"/g)].map(([, address]) => address ?? '');
  for (const address of addresses) expect(address).toMatch(/^(?:https?:|mailto:|#)/);
  expect(addresses.some((address) => address.startsWith(`${baseURL}/pictures/`))).toBe(true);
});

test('markup in a headline is words in the feed', async ({ page }) => {
  const hostile = (await readFeed(page, '/feed.xml')).find(({ link }) => link.endsWith('/hostile-headline'));
  expect(hostile?.title).toBe('</script><script>alert(1)</script> & < > " it\'s');
  expect(hostile?.body).not.toMatch(/<script|<img src=x/);
});

test('the body of an agency’s copy stays at home; nothing hidden is in the feed', async ({ page }) => {
  await page.goto('/2026/10/12/agency-copy');
  await expect(page.getByRole('main')).toContainText('unsyndicatedword');
  const answers = await page.request.get('/feed.xml');
  const xml = await answers.text();
  expect(xml).toContain('Copy of an agency');
  expect(xml).not.toContain('unsyndicatedword');
  expect(xml).not.toMatch(/hiddenword-|embargo-of-one-hour|draft-in-hand/);
});

test('the feed is sent as what it is and not again when nothing changed', async ({ request }) => {
  const first = await request.get('/feed.xml');
  expect(first.headers()['content-type']).toMatch(/^application\/rss\+xml/);
  const etag = first.headers().etag ?? '';
  expect(etag).not.toBe('');
  expect((await request.get('/feed.xml', { headers: { 'if-none-match': etag } })).status()).toBe(304);
});

test('every page that names a feed names one that is there', async ({ baseURL }) => {
  const answers = await publicAnswers(baseURL ?? '');
  const feeds = new Set(
    answers.flatMap(({ text }) =>
      [...text.matchAll(/<link rel="alternate" type="application\/[^"]+" href="([^"]+)"/g)].map(
        ([, href]) => href ?? '',
      ),
    ),
  );
  expect(feeds.size).toBeGreaterThan(0);
  for (const feed of feeds) expect((await fetch(feed)).status, feed).toBe(200);
});

test('the sitemaps hold every public page that wants to be found, once, and nothing else', async ({
  baseURL,
  request,
}) => {
  const base = baseURL ?? '';
  const index = await request.get('/sitemap.xml');
  expect(index.headers()['content-type']).toMatch(/^application\/xml/);
  const parts = locations(await index.text());
  const lists = await Promise.all(parts.map(async (part) => locations(await (await request.get(part)).text())));
  const listed = lists.flat().map((url) => new URL(url).href);
  expect(new Set(listed).size).toBe(listed.length);
  const answers = await publicAnswers(base);
  const wanted = answers
    .filter(({ status, type, text }) => status === 200 && type.startsWith('text/html') && !text.includes('"noindex'))
    .map(({ path }) => ({ path, text: answers.find((answer) => answer.path === path)?.text ?? '' }))
    // A page whose canonical address is another one is found there.
    .filter(({ path, text }) => {
      const canonical = /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1] ?? '';
      return canonical !== '' && new URL(canonical).href === new URL(path, base).href;
    })
    .map(({ path }) => new URL(path, base).href);
  const settled = (urls: readonly string[]) => urls.filter((url) => !onTheirWay.test(url)).sort();
  expect(settled(listed)).toEqual(settled(wanted));
});

test('S1 N6 each sitemap that the index names is there and valid, and another program reads it without a fault', async ({
  request,
}) => {
  const texts: SitemapText[] = [];
  const whole = await (await request.get('/sitemap.xml')).text();
  const parts = locations(whole);
  for (const part of [...parts, '/news-sitemap.xml']) {
    const response = await request.get(part);
    expect([response.status(), response.headers()['content-type']], part).toEqual([
      200,
      expect.stringMatching(/^application\/xml/),
    ]);
    texts.push({ address: part, text: await response.text() });
    const reader = Readable.from([await response.text()]).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW }));
    expect((await reader.toArray()).length, part).toBeGreaterThan(0);
  }
  expect(texts.length).toBeGreaterThan(20);
  expect(await faultsOfSitemaps([{ address: '/sitemap.xml', text: whole }, ...texts])).toEqual([]);
  const broken = texts.map(({ text, ...one }) => ({
    ...one,
    text: text.replace('<loc>', '<place>').replace('</loc>', '</place>'),
  }));
  expect((await faultsOfSitemaps(broken)).length).toBeGreaterThanOrEqual(broken.length);
});

test('S4 sitemaps name pictures and films that are there', async ({ request }) => {
  const texts = await Promise.all(
    ['2026-10', '2026-09', 'author', 'videos'].map(async (name) => (await request.get(`/sitemaps/${name}.xml`)).text()),
  );
  const named = texts.join('').matchAll(/<(image:loc|video:thumbnail_loc|video:content_loc)>([^<]+)</g);
  const kinds = new Map([...named].map(([, kind = '', url = '']) => [url, kind]));
  expect(new Set(kinds.values()).size).toBe(3);
  for (const [url, kind] of kinds) {
    const response = await request.head(url);
    const type = kind === 'video:content_loc' ? 'video/mp4' : 'image/jpeg';
    expect([response.status(), response.headers()['content-type']], url).toEqual([200, type]);
  }
});

test('each address of the sitemaps answers 200 at once', async ({ request }) => {
  const parts = locations(await (await request.get('/sitemap.xml')).text());
  for (const part of parts) {
    for (const url of locations(await (await request.get(part)).text()).filter((url) => !onTheirWay.test(url))) {
      expect((await request.get(url, { maxRedirects: 0 })).status(), url).toBe(200);
    }
  }
});

test('the sitemap says when a piece changed, not when it was sent', async ({ request }) => {
  const entry = async (month: string, name: string): Promise<string> => {
    const xml = await (await request.get(`/sitemaps/${month}.xml`)).text();
    return xml.split('<url>').find((part) => part.includes(`/${name}<`)) ?? '';
  };
  expect(await entry('2026-10', 'corrected-twice')).toContain('<lastmod>2026-10-14T10:00:00+03:00</lastmod>');
  expect(await entry('2026-09', 'kind-news')).toContain('<lastmod>2026-09-01T06:00:00+03:00</lastmod>');
  for (const month of ['2026-09', '2026-10']) expect(await entry(month, 'first-printed-elsewhere')).toBe('');
});

test('robots.txt lets crawlers in, keeps them from forms, and names the sitemap', async ({ request, baseURL }) => {
  const response = await request.get('/robots.txt');
  expect(response.headers()['content-type']).toMatch(/^text\/plain/);
  const text = await response.text();
  const everyone = text.split('\n\n').find((group) => /^User-agent: \*$/m.test(group)) ?? '';
  expect(everyone).toMatch(/^Disallow: \/api\/$/m);
  expect(everyone).not.toMatch(/^Disallow: \/$/m);
  expect(text).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  expect(text).toContain(`Sitemap: ${baseURL}/news-sitemap.xml`);
});

test('N1 N4 the news sitemap holds the news of the last 48 hours, nothing paid for, and nothing that is not there', async ({
  request,
}) => {
  const response = await request.get('/news-sitemap.xml');
  expect(response.headers()['content-type']).toMatch(/^application\/xml/);
  const xml = await response.text();
  const dates = [...xml.matchAll(/<news:publication_date>([^<]+)</g)].map(([, date]) => Date.parse(date ?? ''));
  expect(dates.length).toBeGreaterThan(0);
  const now = Date.parse('2026-10-15T09:00:00+03:00');
  for (const date of dates) {
    expect(date).toBeGreaterThan(now - 48 * 3_600_000);
    expect(date).toBeLessThan(now + 600_000);
  }
  for (const url of locations(xml).filter((url) => !onTheirWay.test(url)))
    expect((await request.get(url, { maxRedirects: 0 })).status(), url).toBe(200);
  expect(xml).not.toMatch(/sponsored|hiddenword-|embargo-of-one-hour|draft/);
});

test('F6 a sitemap is not sent again to whoever has it', async ({ request }) => {
  for (const path of ['/sitemap.xml', '/sitemaps/2026-09.xml', '/news-sitemap.xml']) {
    const { etag = '', 'last-modified': modified = '' } = (await request.get(path)).headers();
    for (const headers of [{ 'if-none-match': etag }, { 'if-modified-since': modified }])
      expect((await request.get(path, { headers })).status(), path).toBe(304);
  }
});

test('security.txt says where to write and has not run out', async ({ request }) => {
  const response = await request.get('/.well-known/security.txt');
  expect(response.headers()['content-type']).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toMatch(/^Contact: mailto:security@example\.org$/m);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)?.[1] ?? '');
  expect(expires).toBeGreaterThan(Date.parse('2026-10-16'));
  // RFC 9116, 2.5.5: less than a year ahead.
  expect(expires).toBeLessThan(Date.parse('2027-10-15'));
});

test('the paper’s sign is there in every size, as what it claims to be', async ({ request }) => {
  for (const [path, type] of [
    ['/favicon.ico', 'image/x-icon'],
    ['/icon.svg', 'image/svg+xml'],
    ['/apple-touch-icon.png', 'image/png'],
  ] as const) {
    const response = await request.get(path);
    expect([response.status(), response.headers()['content-type']], path).toEqual([200, type]);
  }
  const manifest = await request.get('/site.webmanifest');
  expect(manifest.headers()['content-type']).toMatch(/^application\/manifest\+json/);
  const { name, icons } = (await manifest.json()) as { name: string; icons: readonly { src: string; type: string }[] };
  expect(name).toBe('The Mara Courier');
  expect(icons.length).toBeGreaterThan(1);
  for (const { src, type } of icons) {
    const response = await request.get(src);
    expect([response.status(), response.headers()['content-type']], src).toEqual([200, type]);
  }
});

test('every page shows the paper’s sign to browsers', async ({ page }) => {
  await page.goto('/2026/09/01/kind-news');
  const icons = await page.locator('link[rel~="icon"], link[rel="apple-touch-icon"], link[rel="manifest"]').count();
  expect(icons).toBeGreaterThanOrEqual(3);
});
