/** A head says tag for tag what Next writes, and a page whose head says something new is Next's. */
import type { Metadata } from 'next';
import { createElement, Fragment } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LeftToNext } from '#compositor/endings';
import { metadataTags } from '#compositor/head';

const layout: Metadata = {
  metadataBase: new URL('https://news.example'),
  title: { default: 'The Courier', template: '%s | The Courier' },
  description: 'A paper.',
};
const said = (page: Metadata): string =>
  renderToStaticMarkup(createElement(Fragment, {}, ...metadataTags(layout, page)));

test('the title stands in the layout’s form, unless it is whole by itself or absent', () => {
  expect(said({ title: 'Rain $& more' })).toContain('<title>Rain $&amp; more | The Courier</title>');
  expect(said({ title: { absolute: 'Rain' } })).toContain('<title>Rain</title>');
  expect(said({})).toContain('<title>The Courier</title><meta name="description" content="A paper."/>');
});

test('the front’s address has no slash at its end, and versions stand before feeds', () => {
  expect(
    said({
      alternates: {
        canonical: 'https://news.example/',
        languages: { sw: 'https://news.example/2026/10/15/mvua' },
        types: { 'application/rss+xml': [{ url: 'https://news.example/feed.xml', title: 'RSS' }] },
      },
    }),
  ).toContain(
    '<link rel="canonical" href="https://news.example"/>' +
      '<link rel="alternate" hrefLang="sw" href="https://news.example/2026/10/15/mvua"/>' +
      '<link rel="alternate" type="application/rss+xml" href="https://news.example/feed.xml" title="RSS"/>',
  );
});

test('what Open Graph says is said to Twitter too', () => {
  const html = said({ openGraph: { title: 'Rain', description: 'Much of it.' }, twitter: { card: 'summary' } });
  expect(html).toContain('<meta name="twitter:card" content="summary"/><meta name="twitter:title" content="Rain"/>');
  expect(html).toContain('<meta name="twitter:description" content="Much of it."/>');
});

test('robots are told in words', () => {
  const robots = { index: true, follow: false, 'max-image-preview': 'large' } as const;
  expect(said({ robots })).toContain('content="index, nofollow, max-image-preview:large"');
  expect(said({ robots: { index: false } })).toContain('<meta name="robots" content="noindex"/>');
});

test.each<Metadata>([
  { keywords: ['rain'] },
  { robots: { noarchive: true } },
  { openGraph: { type: 'book', isbn: '1' } },
  { twitter: { card: 'player', players: [] } },
  { alternates: { media: { print: 'https://news.example/print' } } },
  { alternates: { canonical: '/relative' } },
  { title: { default: 'x', template: '%s' } },
])('a head that says more than this paper’s pages do is left to Next: %o', (page) => {
  expect(() => said(page)).toThrow(LeftToNext);
});
