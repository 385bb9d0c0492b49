/** Sitemaps as machines read them: valid by the published schemas, within the protocol's limits, and true. */
import { Readable } from 'node:stream';
import { ErrorLevel, XMLToSitemapItemStream, type SitemapItem } from 'sitemap';
import { expect, test } from 'vitest';
import type { Photo } from '#model/photo';
import type { ShownVideo } from '#model/people';
import { articlesInSitemap } from '#model/sitemaps';
import { newsLanguage, newsSitemapFor } from '#syndication/newsSitemap';
import { faultsOfSitemap } from '#syndication/schemaForTests';
import { sitemapFor, sitemapIndexFor } from '#syndication/sitemap';
import { testPaper, testPhoto } from '#syndication/forTests';

const published = Date.parse('2026-10-15T06:00:00+03:00');
const film: ShownVideo = {
  slug: 'the-tide',
  title: 'The tide & the quay',
  publishedAt: published,
  provider: 'file',
  src: 'media/tide.mp4',
  source: { file: 'media/tide.mp4', hash: '0123456789abcdef', bytes: 1_048_576, mime: 'video/mp4' },
  poster: testPhoto,
  seconds: 64.4,
  text: 'Water comes in.',
};

/** The file as a program of others reads it; any fault is thrown. */
const readBy = async (xml: string): Promise<readonly SitemapItem[]> => {
  const items: SitemapItem[] = [];
  for await (const item of Readable.from([xml]).pipe(new XMLToSitemapItemStream({ level: ErrorLevel.THROW })))
    items.push(item as SitemapItem);
  return items;
};

test('S3 S4 a sitemap gives content’s own dates and pictures, and no date where nobody knows one', async () => {
  const xml = sitemapFor(testPaper, [
    { address: '/2026/10/15/a', changed: published, photos: [testPhoto, testPhoto] },
    { address: '/tag/صحافة' },
  ]);
  expect(await faultsOfSitemap(xml)).toEqual([]);
  const [article, tag] = await readBy(xml);
  expect(article).toMatchObject({
    url: 'https://news.example/2026/10/15/a',
    lastmod: '2026-10-15T06:00:00+03:00',
    img: [{ url: 'https://news.example/pictures/0123456789abcdef/natural-1600.jpg' }],
  });
  expect(article?.img).toHaveLength(1);
  expect(tag?.url).toBe('https://news.example/tag/%D8%B5%D8%AD%D8%A7%D9%81%D8%A9');
  expect(tag?.lastmod).toBeUndefined();
});

test('a film is named with its picture, words, place, length and moment', async () => {
  const elsewhere: ShownVideo = { ...film, slug: 'b', provider: 'youtube', id: 'abc', text: '' };
  const xml = sitemapFor(testPaper, [{ address: '/videos', films: [film, elsewhere] }]);
  expect(await faultsOfSitemap(xml)).toEqual([]);
  const [page] = await readBy(xml);
  expect(page?.video).toMatchObject([
    {
      title: 'The tide & the quay',
      description: 'Water comes in.',
      thumbnail_loc: 'https://news.example/pictures/0123456789abcdef/wide-1600.jpg',
      content_loc: 'https://news.example/files/0123456789abcdef/tide.mp4',
      duration: 64,
      publication_date: '2026-10-15T06:00:00+03:00',
    },
    { description: 'The tide & the quay', player_loc: 'https://www.youtube-nocookie.com/embed/abc' },
  ]);
});

test('a film without a picture, or whose bytes are not there, is left out: no engine takes it', async () => {
  const { poster: _poster, ...bare } = film;
  const { source: _source, ...lost } = film;
  const xml = sitemapFor(testPaper, [{ address: '/videos', films: [bare, lost, { ...film, seconds: 0 }] }]);
  expect(await faultsOfSitemap(xml)).toEqual([]);
  const [page] = await readBy(xml);
  expect(page?.video).toHaveLength(1);
  expect(page?.video[0]).not.toHaveProperty('duration');
});

test('S1 a full file of the most that articles can show is below 50 MB, whatever they are called', () => {
  const long = `/2026/10/15/${'語'.repeat(80)}`;
  const photos: Photo[] = Array.from({ length: 200 }, (_, nth) => ({
    ...testPhoto,
    hash: nth.toString(16).padStart(16, '0'),
  }));
  const words = '"'.repeat(3000);
  const films = Array.from({ length: 20 }, (_, nth) => ({ ...film, slug: `f-${nth}`, title: words, text: words }));
  const far = { ...testPaper, siteUrl: `https://${'long-name.'.repeat(24)}example` };
  const one = sitemapFor(far, [{ address: long, changed: published, photos, films }]);
  expect(one).toContain('<video:video>');
  expect(one.length * articlesInSitemap).toBeLessThan(50_000_000);
});

test('S1 an index names files with their last change', async () => {
  const xml = sitemapIndexFor(testPaper, [
    { address: '/sitemaps/pages.xml' },
    { address: '/sitemaps/2026-10.xml', changed: published },
  ]);
  expect(await faultsOfSitemap(xml)).toEqual([]);
  expect(xml).toContain('<sitemap><loc>https://news.example/sitemaps/pages.xml</loc></sitemap>');
  expect(xml).toContain('2026-10.xml</loc><lastmod>2026-10-15T06:00:00+03:00</lastmod></sitemap>');
});

test('N3 a piece of news has name, language, moment and the bare headline', async () => {
  const xml = newsSitemapFor(testPaper, [
    { address: '/2026/10/15/a', headline: 'Fish & <chips>: "why?"', publishedAt: published },
    { address: '/2026/10/15/b', headline: 'ب', publishedAt: published, lang: 'ar-EG' },
  ]);
  expect(await faultsOfSitemap(xml)).toEqual([]);
  const items = await readBy(xml);
  expect(items.map(({ news }) => news)).toEqual([
    {
      publication: { name: 'The Mara Courier', language: 'en' },
      publication_date: '2026-10-15T06:00:00+03:00',
      title: 'Fish & <chips>: "why?"',
    },
    {
      publication: { name: 'The Mara Courier', language: 'ar' },
      publication_date: '2026-10-15T06:00:00+03:00',
      title: 'ب',
    },
  ]);
});

test('N6 without any news the file is an empty urlset, well formed', async () => {
  expect(newsSitemapFor(testPaper, [])).toMatch(/^<\?xml[^>]+\?>\n<urlset xmlns="[^>]+><\/urlset>\n$/);
  // Google takes an empty file, though the schema of sitemaps.org wants one address; nothing else is wrong with it.
  expect(await faultsOfSitemap(newsSitemapFor(testPaper, []))).toEqual([expect.stringContaining('Missing child')]);
});

test.each([
  ['en-KE', 'en'],
  ['sw', 'sw'],
  ['zh', 'zh-cn'],
  ['zh-Hans', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-Hant-HK', 'zh-tw'],
  ['haw', 'haw'],
])('N3 the language of %s is %s', (tag, language) => {
  expect(newsLanguage(tag)).toBe(language);
});

test('the schemas find what is wrong: they are no decoration', async () => {
  const good = newsSitemapFor(testPaper, [{ address: '/a', headline: 'A', publishedAt: published }]);
  for (const bad of [
    good.replace('<news:title>A</news:title>', ''),
    good.replace('>en<', '>english<'),
    good.replace('2026-10-15T06', '15 October 2026 06'),
    good.replace('<loc>', '<lock>').replace('</loc>', '</lock>'),
    sitemapFor(testPaper, [{ address: '/videos', films: [film] }]).replace(/<video:thumbnail_loc>.*?<\/[^>]+>/, ''),
    sitemapIndexFor(testPaper, [{ address: '/a.xml', changed: published }]).replace('<lastmod>', '<lastmod>on '),
  ])
    expect(await faultsOfSitemap(bad), bad).not.toEqual([]);
});
