import { expect, test } from 'vitest';
import { breadcrumbFor } from '#syndication/breadcrumb';
import { testArticle, testNow, testPaper, testPhoto } from '#syndication/forTests';
import { metadataForArticle, metadataForPage } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import { securityTxt, webManifest } from '#syndication/plainFiles';
import { xmlData, xmlText } from '#syndication/xml';

const corrected = {
  updatedAt: Date.parse('2026-10-15T09:00:00+03:00'),
  corrections: [
    { on: Date.parse('2026-10-15T10:00:00+03:00'), text: 'It was two hangers.', kind: 'correction', place: 'end' },
  ],
} as const;

test('an article says the same moments in head and structured data, with the newsroom’s offset', () => {
  const article = testArticle(corrected);
  const head = metadataForArticle(testPaper, article).openGraph;
  const node = newsArticleFor(testPaper, article, { now: testNow });
  expect(head).toMatchObject({ publishedTime: '2026-10-15T06:00:00+03:00', modifiedTime: '2026-10-15T10:00:00+03:00' });
  expect(node).toMatchObject({ datePublished: '2026-10-15T06:00:00+03:00', dateModified: '2026-10-15T10:00:00+03:00' });
});

test('an article that never changed was modified when it was published', () => {
  expect(newsArticleFor(testPaper, testArticle(), { now: testNow })).toMatchObject({
    dateModified: '2026-10-15T06:00:00+03:00',
  });
});

test('A4 a piece from before 1970, of an old volume that was digitised, was modified when it was published', () => {
  const moon = testArticle({ publishedAt: Date.parse('1969-07-21T05:56:00+03:00') });
  const told = '1969-07-21T05:56:00+03:00';
  expect(newsArticleFor(testPaper, moon, { now: testNow })).toMatchObject({ datePublished: told, dateModified: told });
  expect(metadataForArticle(testPaper, moon).openGraph).toMatchObject({ publishedTime: told, modifiedTime: told });
});

test.each([
  [undefined, 'en_KE'],
  ['ar', 'ar_EG'],
  ['am', 'am_ET'],
  ['zh-Hant', 'zh_TW'],
  ['sr-Latn-RS', 'sr_RS'],
  ['pt-BR', 'pt_BR'],
  ['mul', 'mul'],
])('Open Graph gets language and land of a piece in %s: %s', (lang, locale) => {
  expect(metadataForArticle(testPaper, testArticle(lang ? { lang } : {})).openGraph).toMatchObject({ locale });
});

test('each author of the byline is an object with a name alone, and a link only where there is a page', () => {
  expect(newsArticleFor(testPaper, testArticle(), { now: testNow })).toMatchObject({
    author: [
      { '@type': 'Person', name: 'Amina Wafula', url: 'https://news.example/author/amina-wafula' },
      { '@type': 'Person', name: 'No File' },
    ],
  });
});

test.each([
  ['news', 'NewsArticle'],
  ['opinion', 'OpinionNewsArticle'],
  ['editorial', 'OpinionNewsArticle'],
  ['analysis', 'AnalysisNewsArticle'],
  ['review', 'ReviewNewsArticle'],
  ['sponsored', 'AdvertiserContentArticle'],
] as const)('a piece of kind %s is a %s', (kind, type) => {
  expect(newsArticleFor(testPaper, testArticle({ kind }), { now: testNow })).toMatchObject({ '@type': type });
});

test('the photo stands in three ratios with its true size, credit and licence', () => {
  // schema-dts allows a dozen shapes of an image; the rule is that ours has this one, and the lines below prove it.
  const node = newsArticleFor(testPaper, testArticle({ leadImage: testPhoto }), { now: testNow }) as unknown as {
    image: { width: string; height: string; creditText: string; license: string }[];
  };
  const shapes = node.image.map(({ width, height }) => Number(width) / Number(height));
  expect(shapes[0]).toBeCloseTo(16 / 9, 2);
  expect(shapes[1]).toBeCloseTo(4 / 3, 2);
  expect(shapes[2]).toBeCloseTo(1, 2);
  for (const { width, height, creditText, license } of node.image) {
    expect(Number(width) * Number(height)).toBeGreaterThan(50_000);
    expect({ creditText, license }).toEqual({
      creditText: 'Amina Wafula',
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
  }
});

test('each correction the reader sees is one that machines get', () => {
  expect(newsArticleFor(testPaper, testArticle(corrected), { now: testNow })).toMatchObject({
    correction: [
      { '@type': 'CorrectionComment', text: 'It was two hangers.', datePublished: '2026-10-15T10:00:00+03:00' },
    ],
  });
});

test('A3 a piece first published elsewhere is canonical there, wherever its address is told', () => {
  const url = 'https://other.example/piece';
  const article = testArticle({ origin: { name: 'The Other', url } });
  const { alternates, openGraph } = metadataForArticle(testPaper, article);
  expect([alternates?.canonical, openGraph?.url]).toEqual([url, url]);
  expect(newsArticleFor(testPaper, article, { now: testNow })).toMatchObject({ mainEntityOfPage: { '@id': url } });
});

test('every page names its own address, its feed and a large preview; forms stay out of engines', () => {
  const page = metadataForPage(testPaper, { title: 'Science', address: '/category/science/page/2' });
  expect(page.alternates).toMatchObject({ canonical: 'https://news.example/category/science/page/2' });
  expect(page.robots).toMatchObject({ index: true, 'max-image-preview': 'large' });
  expect(metadataForPage(testPaper, { address: '/newsletter/confirm', hidden: true }).robots).toMatchObject({
    index: false,
  });
});

test('the trail names every step, and links all but the last', () => {
  const trail = breadcrumbFor(testPaper, [
    { name: 'Home', href: '/' },
    { name: 'Science', href: '/category/science' },
  ]);
  expect(trail).toMatchObject({
    itemListElement: [
      { position: 1, name: 'Home', item: 'https://news.example/' },
      { position: 2, name: 'Science' },
    ],
  });
  expect(breadcrumbFor(testPaper, [{ name: 'Home', href: '/' }])).toBeUndefined();
});

test('the security file is valid and says until when', () => {
  const file = securityTxt(testPaper, testNow);
  const expires = Date.parse(/Expires: (.+)/.exec(file)?.[1] ?? '');
  expect(expires).toBeGreaterThan(testNow);
  expect(expires - testNow).toBeLessThan(366 * 86_400_000);
  expect(JSON.parse(webManifest(testPaper))).toMatchObject({ name: 'The Mara Courier', start_url: '/' });
});

test('text for XML escapes its five signs and drops what XML forbids', () => {
  expect(xmlText(`<a href="x">'&\u0007\uD800</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&apos;&amp;&lt;/a&gt;');
  expect(xmlData('a]]>b')).toBe('<![CDATA[a]]]]><![CDATA[>b]]>');
});
