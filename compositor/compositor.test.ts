/** Pages and documents are set without Next, and everything that is neither is left to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createElement } from 'react';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCompositor, type Copy, type Route } from '#compositor/compositor';
import { LeftToNext } from '#compositor/endings';
import { headers } from '#compositor/nextHeaders';
import { notFound, permanentRedirect } from '#compositor/nextNavigation';
import { cache } from '#compositor/reactCache';

const root = mkdtempSync(join(tmpdir(), 'compositor-'));
const put = (file: string, text: string): void => {
  const path = join(root, '.next/server', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const styles = (list: string): string =>
  `globalThis.__RSC_MANIFEST["/page"] = {"entryCSSFiles":{"[project]/app/layout":${list},"[project]/other":[]}}`;

beforeAll(() => {
  put('app/page_client-reference-manifest.js', styles('[{"path":"static/a.css","inlined":false}]'));
  put('next-font-manifest.json', '{"app":{"[project]/app/page":["static/media/serif.woff2"]}}');
});
afterAll(() => rmSync(root, { recursive: true }));

let looked = 0;
const look = cache((slug: string) => {
  looked += 1;
  return `story of ${slug}`;
});
const routes: readonly Route[] = [
  {
    place: '/[year]/[month]/[day]/[slug]',
    page: {
      generateMetadata: async ({ params }) => ({ title: look((await params).slug ?? '') }),
      default: async ({ params }) => createElement('p', {}, look((await params).slug ?? ''), ' & more'),
    },
  },
  { place: '/lost', page: { default: () => notFound() } },
  { place: '/moved', page: { default: () => permanentRedirect('/there') } },
  { place: '/special', page: { default: () => Promise.reject(new LeftToNext('too special')) } },
  { place: '/broken', page: { default: () => Promise.reject(new Error('a fault')) } },
  {
    place: '/asking',
    page: {
      default: async ({ searchParams }) => `${(await headers()).get('x-form')}: ${JSON.stringify(await searchParams)}`,
    },
  },
  {
    place: '/markdown/[year]/[month]/[day]/[slug]',
    document: {
      GET: async (request, { params }) =>
        new Response(`# ${(await params).slug} at ${request.url}`, {
          headers: { 'content-type': 'text/markdown', 'x-robots-tag': 'noindex' },
        }),
    },
  },
  { place: '/form', document: {} },
  { place: '/pictures/[hash]/[name]', document: { GET: () => new Response('bytes') } },
];
const copy: Copy = {
  layout: {
    default: ({ children }) => createElement('html', { lang: 'en' }, createElement('body', {}, children)),
    metadata: { metadataBase: new URL('https://news.example'), title: { default: 'Paper', template: '%s | Paper' } },
    viewport: { themeColor: [{ media: '(prefers-color-scheme: light)', color: '#fff' }] },
  },
  lost: { default: () => 'Not here', metadata: { title: 'Lost' } },
  routes,
};
const set = async (path: string, given: Readonly<Record<string, string>> = {}) => {
  const answer = await openCompositor(copy, { root, siteUrl: 'https://news.example' }).set({ path, headers: given });
  return answer && { ...answer, body: answer.body.toString() };
};

test('a page is a whole document with its head, its style sheet, and the font that is loaded with it', async () => {
  looked = 0;
  expect(await set('/2026/10/15/rain')).toEqual({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      link: '</_next/static/media/serif.woff2>; rel=preload; as="font"; crossorigin=""; type="font/woff2"',
    },
    body:
      '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
      '<link rel="stylesheet" href="/_next/static/a.css" data-precedence="next"/>' +
      '<meta name="theme-color" content="#fff" media="(prefers-color-scheme: light)"/>' +
      '<title>story of rain | Paper</title></head><body><p>story of rain &amp; more</p></body></html>',
  });
  // Head and page ask for the same story.
  expect(looked).toBe(1);
  await set('/2026/10/15/rain');
  expect(looked).toBe(2);
});

test('a document keeps its type and its words for machines; the twin of an article lies at `.md`', async () => {
  expect(await set('/2026/10/15/rain.md')).toEqual({
    status: 200,
    headers: { 'content-type': 'text/markdown', 'x-robots-tag': 'noindex' },
    body: '# rain at https://news.example/2026/10/15/rain.md',
  });
});

test('what is not there is 404 without words, what moved is 308: the front door has words for both', async () => {
  expect(await set('/lost')).toMatchObject({ status: 404, body: '' });
  expect(await set('/moved')).toEqual({ status: 308, headers: { location: '/there' }, body: '' });
});

test('the page for lost readers has status 404 and keeps out of search engines', async () => {
  const answer = await set('/_not-found');
  expect(answer?.status).toBe(404);
  expect(answer?.body).toContain('<meta name="robots" content="noindex"/>');
  expect(answer?.body).toContain('<body>Not here</body>');
});

test('a page may ask for the headers and the parameters of its request', async () => {
  const answer = await set('/asking?a=1&b=2&b=3', { 'x-form': 'again' });
  expect(answer?.body).toContain('again: {&quot;a&quot;:&quot;1&quot;,&quot;b&quot;:[&quot;2&quot;,&quot;3&quot;]}');
});

test.each(['/pictures/0123/news-640.avif', '/special', '/form', '/nowhere'])('%s is left to Next', async (path) => {
  expect(await set(path)).toBeUndefined();
});

test('the fault of a route is nobody’s page', async () => {
  await expect(set('/broken')).rejects.toThrow('a fault');
});

test('a build of Next that names its style sheets otherwise is refused, so that Next sets all pages', () => {
  const manifest = 'app/page_client-reference-manifest.js';
  for (const text of ['globalThis.__RSC_MANIFEST = {}', styles('[]'), styles('[{"path":"a.css","inlined":true}]')]) {
    put(manifest, text);
    expect(() => openCompositor(copy, { root, siteUrl: 'https://news.example' })).toThrow(/style sheet/);
  }
  put(manifest, styles('[{"path":"static/a.css","inlined":false}]'));
});
