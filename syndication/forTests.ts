/** A paper and an article for tests of what machines get. */
import type { PublishedArticle } from '#model/article';
import { articleForTests, photoForTests } from '#model/articleForTests';
import type { ResolvedArticle } from '#model/publication';
import type { Paper } from '#syndication/paper';
import { site } from '#site';

/** The sample paper at a public address. */
export const testPaper: Paper = { site, siteUrl: 'https://news.example' };

/** The moment at which the tests look. */
export const testNow = Date.parse('2026-10-16T09:00:00+03:00');

/** A photograph as the archive resolves it. */
export const testPhoto = photoForTests;

/** A public article of the sample paper, changed by `fields`. Throws where the gate would refuse it. */
export const testArticle = (fields: Partial<ResolvedArticle> = {}): PublishedArticle =>
  articleForTests(
    {
      file: 'articles/2026/10/15/harbour-bridge-reopens.mdx',
      address: '/2026/10/15/harbour-bridge-reopens',
      headline: 'Harbour bridge reopens after eleven days',
      standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.',
      category: { slug: 'counties', title: 'Counties', known: true },
      authors: [
        { slug: 'amina-wafula', name: 'Amina Wafula', known: true },
        { slug: 'no-file', name: 'No File', known: false },
      ],
      tags: [{ slug: 'bridges', name: 'Bridges' }],
      words: 300,
      ...fields,
    },
    testNow,
  );
