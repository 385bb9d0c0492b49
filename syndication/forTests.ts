/** A paper and an article for tests of what machines get. */
import type { PublishedArticle } from '#model/article';
import type { Photo } from '#model/photo';
import { publishedAt, type ResolvedArticle } from '#model/publication';
import type { Paper } from '#syndication/paper';
import { site } from '#site';

/** The sample paper at a public address. */
export const testPaper: Paper = { site, siteUrl: 'https://news.example' };

/** The moment at which the tests look. */
export const testNow = Date.parse('2026-10-16T09:00:00+03:00');

/** A photograph as the archive resolves it. */
export const testPhoto: Photo = {
  file: 'media/bridge.jpg',
  hash: '0123456789abcdef',
  width: 2000,
  height: 1125,
  colour: '#886633',
  alt: 'A bridge over a river',
  caption: 'The bridge in the morning.',
  credit: 'Amina Wafula',
  licence: 'CC BY 4.0',
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  focus: [0.5, 0.5],
  zoom: 1,
};

/** A public article, changed by `fields`. Throws where the gate would refuse it. */
export const testArticle = (fields: Partial<ResolvedArticle> = {}): PublishedArticle => {
  const article = publishedAt(
    {
      file: 'articles/2026/10/15/harbour-bridge-reopens.mdx',
      address: '/2026/10/15/harbour-bridge-reopens',
      kind: 'news',
      headline: 'Harbour bridge reopens after eleven days',
      standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.',
      category: { slug: 'counties', title: 'Counties', known: true },
      authors: [
        { slug: 'amina-wafula', name: 'Amina Wafula', known: true },
        { slug: 'no-file', name: 'No File', known: false },
      ],
      tags: [{ slug: 'bridges', name: 'Bridges' }],
      publishedAt: Date.parse('2026-10-15T06:00:00+03:00'),
      draft: false,
      summary: [],
      corrections: [],
      related: [],
      aliases: [],
      comments: true,
      words: 300,
      minutes: 1,
      ...fields,
    },
    testNow,
  );
  if (!article) throw new Error('The gate refuses this article.');
  return article;
};
