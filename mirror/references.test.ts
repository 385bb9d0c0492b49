import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { scanFor } from '#mirror/references';

const scan = scanFor('https://news.example');
const found = (text: string): string[] => scan(text).map(({ path }) => path);

test('links, pictures, feeds and structured data of a page are found, each once', () => {
  const page = `<a href="/2026/10/15/bridge#top">x</a><a href="/category/science?from=x">x</a>
    <link rel="alternate" href="https://news.example/feed.xml">
    <img srcset="/pictures/0123456789abcdef/wide-320.avif 320w, /pictures/0123456789abcdef/wide-640.avif 640w">
    <meta property="og:image" content="https://news.example/cards/5233bed34185978d/2026/10/15/bridge.png">
    <script type="application/ld+json">{"url":"https://news.example/2026/10/15/bridge","isPartOf":{"@id":"https://news.example"}}</script>`;
  expect(found(page).sort()).toEqual([
    '/',
    '/2026/10/15/bridge',
    '/cards/5233bed34185978d/2026/10/15/bridge.png',
    '/category/science',
    '/feed.xml',
    '/pictures/0123456789abcdef/wide-320.avif',
    '/pictures/0123456789abcdef/wide-640.avif',
  ]);
});

test('feeds, sitemaps, Markdown and JSON are read alike', () => {
  expect(found('<loc>https://news.example/2026/10/15/bridge</loc>')).toEqual(['/2026/10/15/bridge']);
  expect(found('See [the bridge](/2026/10/15/bridge). Or https://news.example/2026/10/16/ferry.')).toEqual([
    '/2026/10/16/ferry',
    '/2026/10/15/bridge',
  ]);
  expect(found('{"home_page_url":"https://news.example/","start_url":"/about"}')).toEqual(['/', '/about']);
  expect(found('<a href="/author/cleo-wanjir%C5%A9">Cleo</a>')).toEqual(['/author/cleo-wanjir%C5%A9']);
});

test('other sites, other hosts that begin alike, and what is no address of ours are left alone', () => {
  expect(found('https://news.example.evil.test/about https://other.test/about "//evil.test/about" /about')).toEqual([]);
  expect(found('<a href="/wp-login.php">x</a> url(/x.png) "/../../etc/passwd" "/%2e%2e/about"')).toEqual([]);
});

test('what is remembered of a page is its addresses, not its text', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const scan = scanFor('https://news.example');
  const padding = 'word '.repeat(200_000);
  const page = (nth: number): string => Buffer.from(`<a href="/2026/10/15/piece-${nth}">x</a>${padding}`).toString();
  const found = Array.from({ length: 100 }, (_, nth) => scan(page(nth)).map(({ path }) => path));
  collect();
  // The texts are 100 MB together.
  expect(process.memoryUsage().heapUsed).toBeLessThan(90_000_000);
  expect(found.at(-1)).toEqual(['/2026/10/15/piece-99']);
});
