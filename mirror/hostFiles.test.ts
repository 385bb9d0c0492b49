import { expect, test } from 'vitest';
import { headersFile, headersOf, kindOf, redirectsFile } from '#mirror/hostFiles';

test('old addresses lead to the new ones; what only some hosts read stands last', () => {
  const redirects = [
    { from: '/?p=4711', to: '/2026/10/15/bridge' },
    { from: '/news/bridge.html', to: '/2026/10/15/bridge' },
    { from: '/2026/10/15/brücke', to: '/2026/10/15/bridge' },
    { from: '/news/bridge.html', to: '/2026/10/15/bridge' },
  ];
  expect(
    redirectsFile({ redirects, gone: ['/2026/10/02/ended'], cardsLeftOut: true })
      .split('\n')
      .slice(1),
  ).toEqual([
    '/news/bridge.html /2026/10/15/bridge 301',
    '/2026/10/15/br%C3%BCcke /2026/10/15/bridge 301',
    '/cards/* /icon-512.png 302',
    '/ p=4711 /2026/10/15/bridge 301',
    '/2026/10/02/ended /404.html 410',
    '',
  ]);
});

const page = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'public, max-age=0',
  'Cache-Tag': '/2026',
};
const answers: readonly [string, string, Record<string, string>][] = [
  ['/2026', 'text/html; charset=utf-8', page],
  ['/category/x/feed.xml', 'application/rss+xml', { 'content-type': 'application/rss+xml', 'Cache-Control': 'public' }],
  ['/feed.xml', 'application/rss+xml', { 'content-type': 'application/rss+xml' }],
  ['/sitemap.xml', 'application/xml', { 'content-type': 'application/xml' }],
  ['/2026/10/15/bridge.md', 'text/markdown', { 'content-type': 'text/markdown', 'x-robots-tag': 'noindex' }],
  ['/pictures/a/b.avif', 'image/avif', { 'Cache-Control': 'public, max-age=31536000, immutable' }],
];

test('pages get their policies, pictures their lifetime, feeds their type, twins their noindex', () => {
  const kinds = new Map(answers.map(([address, type, headers]) => [kindOf(address, type), headersOf(headers)]));
  expect(headersFile(kinds).split('\n').slice(1)).toEqual([
    '/*',
    "  Content-Security-Policy: default-src 'none'",
    '  X-Content-Type-Options: nosniff',
    '/*.md',
    '  X-Robots-Tag: noindex',
    '/*/feed.xml',
    '  Content-Type: application/rss+xml',
    '/feed.xml',
    '  Content-Type: application/rss+xml',
    '/pictures/*',
    '  Cache-Control: public, max-age=31536000, immutable',
    '',
  ]);
});

test('no header has two rules that fit the same address, since hosts would join their values', () => {
  const kinds = new Map(answers.map(([address, type, headers]) => [kindOf(address, type), headersOf(headers)]));
  const rules = headersFile(kinds)
    .split(/\n(?=\/)/)
    .slice(1)
    .map((rule) => ({
      fits: new RegExp(`^${(rule.split('\n')[0] ?? '').replace(/[.]/g, '\\.').replace('*', '.*')}$`),
      names: rule
        .split('\n')
        .slice(1)
        .map((line) => line.split(':')[0]),
    }));
  for (const [address] of answers) {
    const names = rules.filter(({ fits }) => fits.test(address)).flatMap((rule) => rule.names);
    expect([address, names.length]).toEqual([address, new Set(names).size]);
  }
});

test('what the page of the sign-up form says of referrers is never said of all pages, whichever is asked for last', () => {
  const html = 'text/html; charset=utf-8';
  const kinds = ['/', '/newsletter', '/2026/10/15/bridge', '/404.html'].map((address) => kindOf(address, html));
  expect(kinds).toEqual(['/*', '/newsletter', '/*', '/*']);
  const all = new Map([
    ['/*', { 'referrer-policy': 'strict-origin-when-cross-origin' }],
    ['/newsletter', { 'referrer-policy': 'strict-origin', 'cache-control': 'no-store', 'content-type': html }],
  ]);
  expect(headersFile(all)).toContain('Referrer-Policy: strict-origin-when-cross-origin');
  expect(headersFile(all)).not.toContain('/newsletter');
});
