/** An article of few facts, for tests: a test says what it is about, and the rest is the plainest there is. */
import type { Article, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { Photo } from '#model/photo';
import { publishedAt, type ResolvedArticle } from '#model/publication';

/** Facts of any piece of news about which nothing is to be said. */
export const plainFacts = {
  kind: 'news',
  tags: [],
  draft: false,
  summary: [],
  corrections: [],
  related: [],
  aliases: [],
  comments: true,
} as const satisfies Partial<Article>;

/** 15 October 2026, 06:00 in Nairobi. */
const morning: Moment = Date.parse('2026-10-15T06:00:00+03:00');

/** An article as the archive resolves it, before the gate. */
export const resolvedForTests = (fields: Partial<ResolvedArticle> = {}): ResolvedArticle => ({
  ...plainFacts,
  file: 'articles/2026/10/15/bridge.mdx',
  address: '/2026/10/15/bridge',
  headline: 'Harbour bridge reopens',
  category: { slug: 'science', title: 'Science', known: true },
  authors: [],
  publishedAt: morning,
  words: 10,
  minutes: 1,
  ...fields,
});

/** The same as the public sees it at `now`: the second at which it is published, where nothing else is said. Throws where the gate refuses it. */
export const articleForTests = (fields: Partial<ResolvedArticle> = {}, now?: Moment): PublishedArticle => {
  const resolved = resolvedForTests(fields);
  const article = publishedAt(resolved, now ?? resolved.publishedAt);
  if (!article) throw new Error('The gate refuses this article.');
  return article;
};

/** A photograph as the archive resolves it. */
export const photoForTests: Photo = {
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
