import { expect, test } from 'vitest';
import { absolute } from '#syndication/paper';
import { xmlText } from '#syndication/xml';

const addresses = [
  ...[
    '/',
    '/feed.xml',
    '/2026/10/15/a-b_c~d',
    '/2026/10/15/a.md',
    '/pictures/0a1b/natural-1200.jpg',
    '/sitemaps/2026-10.xml',
  ],
  ...['//evil.example/x', '/./x', '/../x', '/a/./b', '/a/../b', '/a/..', '/a//b', '/a/', '/.well-known/x', '/a/.b'],
  ...[
    '/category/überblick',
    '/tag/a b',
    '/a%2fb',
    '/a%zz',
    '/x?y=1&z=2',
    '/videos#the-tide',
    '/a\\b',
    '/a:b',
    '/@x',
    '/a+b,c;d=e',
  ],
  ...['/<x>', '/"x"', '/a\tb', '/a\nb', 'relative', 'https://other.example/x', ''],
];

test('an address in full is what the URL standard makes of it, however it is written and wherever the paper stands', () => {
  for (const siteUrl of [
    'https://news.example',
    'https://NEWS.example:443/',
    'http://localhost:3000',
    'https://news.example/paper/',
  ])
    for (const address of addresses)
      expect([siteUrl, address, absolute({ siteUrl }, address)]).toEqual([
        siteUrl,
        address,
        new URL(address, siteUrl).href,
      ]);
});

test('every sign of ASCII is escaped, kept or left out as XML asks, alone and among others', () => {
  const escaped: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&apos;',
  };
  for (let code = 0; code < 0x100; code += 1) {
    const sign = String.fromCharCode(code);
    const kept = code >= 0x20 || sign === '\t' || sign === '\n' || sign === '\r' ? (escaped[sign] ?? sign) : '';
    expect([code, xmlText(sign), xmlText(`a${sign}é${sign}`)]).toEqual([code, kept, `a${kept}é${kept}`]);
  }
});
