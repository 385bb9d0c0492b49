/** What heads say beside an article's own facts: other languages, other pages of a list, the sign of the paper. */
import { expect, test } from '@playwright/test';

const headOf = (html: string): string => html.split('</head>', 1)[0] ?? '';

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`, 'i').exec(tag)?.[1] ?? '';

/** The `<link>` of these words in `rel`, as they stand in the raw head. */
const linksIn = (html: string, rel: string) =>
  [...headOf(html).matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => ({ rel: attribute(tag, 'rel'), href: attribute(tag, 'href'), lang: attribute(tag, 'hreflang') }))
    .filter((link) => link.rel === rel);

test('H6 a piece and its translation name one another, themselves and the original, in the raw head', async ({
  request,
  baseURL,
}) => {
  const [original, translation] = ['/2026/10/15/the-lead-of-the-day', '/2026/10/09/arabic-article'];
  for (const path of [original, translation]) {
    const html = await (await request.get(path)).text();
    const versions = linksIn(html, 'alternate').filter(({ lang }) => lang !== '');
    expect(versions.map(({ lang, href }) => [lang, href.replace(baseURL ?? '', '')]).sort(), path).toEqual([
      ['ar', translation],
      ['en-KE', original],
      ['x-default', original],
    ]);
  }
  const plain = await (await request.get('/2026/09/01/kind-news')).text();
  expect(linksIn(plain, 'alternate').filter(({ lang }) => lang !== '')).toEqual([]);
});

test('a reader of one language finds the other under the headline', async ({ page }) => {
  await page.goto('/2026/10/15/the-lead-of-the-day');
  await page.getByRole('link', { name: 'العربية' }).click();
  await expect(page).toHaveURL(/arabic-article$/);
  await expect(page.getByRole('link', { name: 'English' })).toHaveAttribute('hreflang', 'en-KE');
});

test('H5 the pages of a list name the ones before and after in the raw head, and themselves as canonical', async ({
  request,
  baseURL,
}) => {
  const on = async (path: string) => {
    const html = await (await request.get(path)).text();
    return ['prev', 'next', 'canonical'].map((rel) =>
      linksIn(html, rel)
        .map(({ href }) => href.replace(baseURL ?? '', ''))
        .join(),
    );
  };
  const [first, second, third] = ['/category/harbour', '/category/harbour/page/2', '/category/harbour/page/3'] as const;
  expect(await on(first)).toEqual(['', second, first]);
  expect(await on(second)).toEqual([first, third, second]);
  expect(await on(third)).toEqual([second, '', third]);
});

test('H2 every page that engines may list lets them show large pictures', async ({ request }) => {
  for (const path of ['/', '/2026/09/01/kind-news', '/category/harbour', '/author/cleo-wanjir%C5%A9', '/2026/10']) {
    const robots = /<meta name="robots" content="([^"]*)"/.exec(headOf(await (await request.get(path)).text()))?.[1];
    expect([path, robots]).toEqual([path, expect.stringMatching(/\bindex\b.*max-image-preview:large/)]);
  }
});

test('the manifest says all that a home screen asks, and its icons are as large as it says', async ({ request }) => {
  const manifest: Readonly<Record<string, unknown>> & { readonly icons: readonly Readonly<Record<string, string>>[] } =
    await (await request.get('/site.webmanifest')).json();
  expect(manifest).toMatchObject({
    id: '/',
    name: 'The Mara Courier',
    short_name: 'Mara Courier',
    lang: 'en-KE',
    dir: 'ltr',
    start_url: '/',
    display: 'minimal-ui',
    background_color: expect.stringMatching(/^#[0-9a-f]{6}$/),
    theme_color: expect.stringMatching(/^#[0-9a-f]{6}$/),
  });
  const wanted = ['192x192 any', '512x512 any', '512x512 maskable'];
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual(expect.arrayContaining(wanted));
  for (const { src = '', sizes } of manifest.icons.filter(({ type }) => type === 'image/png')) {
    // Width and height stand at the beginning of a PNG, after its signature and the name of the first chunk.
    const bytes = await (await request.get(src)).body();
    expect([src, `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});

test('browsers are told the colour of the paper for light and for dark', async ({ request }) => {
  const head = headOf(await (await request.get('/2026/09/01/kind-news')).text());
  const colours = [...head.matchAll(/<meta name="theme-color"[^>]*>/g)].map(([tag]) => attribute(tag, 'media'));
  expect(colours.sort()).toEqual(['(prefers-color-scheme: dark)', '(prefers-color-scheme: light)']);
});

test('H3 the front and every list with a photo are shared with it, whole and of the size that is said', async ({
  request,
}) => {
  const said = (html: string, name: string) =>
    new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`).exec(headOf(html))?.[1];
  for (const path of [
    '/',
    '/category/harbour',
    '/category/harbour/page/2',
    '/2026/10',
    '/tag/tides',
    '/series/four-tides',
  ]) {
    const html = await (await request.get(path)).text();
    const picture = said(html, 'og:image') ?? '';
    expect([path, picture]).toEqual([path, expect.stringMatching(/\/pictures\/.*\.jpg$/)]);
    expect([said(html, 'og:image:width'), said(html, 'og:image:height')], path).toEqual(['1200', '630']);
    expect(said(html, 'og:image:alt'), path).toBeTruthy();
    expect(said(html, 'twitter:card'), path).toBe('summary_large_image');
    const answer = await request.get(picture);
    expect([answer.status(), answer.headers()['content-type']], path).toEqual([200, 'image/jpeg']);
  }
});

test('R6 the poster of the film at the head of a piece is asked for before anything else, and on a page of films one alone', async ({
  request,
}) => {
  const html = await (await request.get('/2026/10/09/every-body-component')).text();
  const poster = /<video[^>]* poster="([^"]+)"/.exec(html)?.[1];
  const early = linksIn(html, 'preload').map(({ href }) => href);
  expect(poster).toBeTruthy();
  expect(early.filter((href) => href.startsWith('/pictures/'))).toEqual([poster]);
  expect(/<link rel="preload" as="image"[^>]*>/i.exec(headOf(html))?.[0]).toContain('fetchPriority="high"');
  const videos = await (await request.get('/videos')).text();
  expect(linksIn(videos, 'preload').filter(({ href }) => href.startsWith('/pictures/')).length).toBeLessThanOrEqual(1);
});
