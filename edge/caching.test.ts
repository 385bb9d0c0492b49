import { expect, test } from 'vitest';
import { readAddress } from '#edge/address';
import { cacheHeadersFor } from '#edge/caching';

const on = (path: string, status: number, own?: string): Record<string, string> => {
  const asked = readAddress(path);
  if (!asked) throw new Error(`${path} is no address`);
  return cacheHeadersFor(asked, status, own);
};
const forEver = 'public, max-age=31536000, immutable';

test('a page is asked for each time, may stand in while the site fails, and is named to a CDN', () => {
  const headers = on('/2026/10/15/bridge', 200, forEver);
  expect(headers['Cache-Control']).toMatch(/^public, max-age=0, /);
  expect(headers['Cache-Control']).toMatch(/stale-while-revalidate=\d.*stale-if-error=\d/);
  expect(headers['Surrogate-Control']).toMatch(/max-age=\d/);
  expect(headers['Cache-Tag']).toBe('/2026/10/15/bridge');
});

test('forms and letters are kept by nobody, failures neither', () => {
  for (const headers of [on('/newsletter/confirm', 200), on('/api/newsletter/sign-up', 200, forEver), on('/', 500)])
    expect(headers).toEqual({ 'Cache-Control': 'no-store' });
});

test('pictures say for themselves how long they last, unless they are not there', () => {
  expect(on('/pictures/abc/x.jpg', 200, forEver)['Cache-Control']).toBe(forEver);
  expect(on('/pictures/abc/x.jpg', 404, forEver)['Cache-Control']).not.toContain('immutable');
  expect(on('/feed.xml', 200, 'private, no-store')['Cache-Control']).toContain('public');
});

test('an address of nothing is kept for ten seconds at most, by those who shield the site', () => {
  expect(on('/2026/10/15/made-up', 404)).toEqual({ 'Cache-Control': 'public, max-age=0, s-maxage=10' });
});

test.each([
  ['/2026/10/15/bridge.md', '/2026/10/15/bridge'],
  ['/category/science/page/2', '/category/science/page/2,/category,/category/science,/category/science/page'],
  ['/category/science/feed.xml', '/category/science/feed.xml,/category,/category/science'],
  ['/2026/10', '/2026/10'],
  ['/feed.xml', '/feed.xml,/'],
  ['/sitemap.xml', '/sitemap.xml,/'],
  ['/news-sitemap.xml', '/news-sitemap.xml,/'],
  ['/sitemaps/news/2.xml', '/sitemaps/news/2.xml,/sitemaps,/sitemaps/news,/'],
  ['/sitemaps/tag.xml', '/sitemaps/tag.xml,/sitemaps,/'],
  ['/sitemaps/2026-09.xml', '/sitemaps/2026-09.xml,/2026/09'],
  ['/sitemaps/2026-09-2.xml', '/sitemaps/2026-09-2.xml,/2026/09'],
  ['/', '/'],
])('%s is dropped by any of %s', (path, tag) => {
  expect(on(path, 200)['Cache-Tag']).toBe(tag);
});
