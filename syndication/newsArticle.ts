/** Structured data of an article: one node, of the type that its kind calls for. */
import type { CorrectionComment, NewsArticle } from 'schema-dts';
import type { ArticleKind, PublishedArticle } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { ShownVideo } from '#model/people';
import { type EntryForMachines, liveFacts } from '#syndication/liveBlog';
import { versionFacts } from '#syndication/languageVersions';
import { descriptionOf, momentsOf } from '#syndication/metadata';
import { publisherOf } from '#syndication/organization';
import { absolute, type Paper } from '#syndication/paper';
import { bylineNode, type KnownAuthor } from '#syndication/people';
import { photoNodes } from '#syndication/photoNode';
import { videoNodeFor } from '#syndication/videoNode';

/**
 * Type of the node for each kind (https://schema.org/NewsArticle and its subtypes). A fact check is a plain article: a
 * `ClaimReview` needs claim, claimant and verdict as facts, and an article has them in its words alone.
 */
const typeByKind = {
  news: 'NewsArticle',
  brief: 'NewsArticle',
  explainer: 'BackgroundNewsArticle',
  feature: 'ReportageNewsArticle',
  interview: 'ReportageNewsArticle',
  obituary: 'NewsArticle',
  factcheck: 'NewsArticle',
  live: 'LiveBlogPosting',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  letters: 'OpinionNewsArticle',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies Record<ArticleKind, string>;

/** What stands on an article's page beside its own facts. */
export type OnThePage = {
  /** Entries of a live article that are public. */
  readonly entries?: readonly EntryForMachines[];
  /** Authors of the byline who have a page. */
  readonly authors?: readonly KnownAuthor[];
  /** Films at its head and in its body. */
  readonly films?: readonly ShownVideo[];
  /** All versions of the piece, the original first. */
  readonly translations?: readonly PublishedArticle[];
  /** The moment the page is made for. */
  readonly now: Moment;
};

const correctionsOf = (paper: Paper, article: PublishedArticle, now: Moment): CorrectionComment[] =>
  article.corrections
    .filter(({ on }) => on <= now)
    .map(({ text, on }) => ({ '@type': 'CorrectionComment', text, datePublished: isoMoment(on, paper.site) }));

/** A piece without tags is at least about what its section is about. */
const keywordsOf = ({ tags, category }: PublishedArticle): string[] =>
  tags.length > 0 ? tags.map(({ name }) => name) : [category.title];

/** The article's one node, to be written by a component that escapes it. */
export const newsArticleFor = (
  paper: Paper,
  article: PublishedArticle,
  { entries = [], authors = [], films = [], translations = [], now }: OnThePage,
): NewsArticle & { '@context': string } => {
  const { published, modified } = momentsOf(article, entries);
  const url = absolute(paper, article.address);
  const images = article.leadImage ? photoNodes(paper, article.leadImage, article.authors) : [];
  const videos = films.flatMap((film) => videoNodeFor(paper, film) ?? []);
  const corrections = correctionsOf(paper, article, now);
  const node = {
    '@type': typeByKind[article.kind],
    headline: article.headline,
    description: descriptionOf(article),
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': article.origin?.url ?? url },
    datePublished: isoMoment(published, paper.site),
    dateModified: isoMoment(modified, paper.site),
    author: article.authors.map((author) => bylineNode(paper, author, authors)),
    publisher: publisherOf(paper),
    articleSection: article.category.title,
    inLanguage: article.lang ?? paper.site.locale,
    isAccessibleForFree: true,
    wordCount: entries.reduce((sum, { body }) => sum + body.words, article.words),
    keywords: keywordsOf(article),
    ...(images.length > 0 && { image: images }),
    ...(videos.length > 0 && { video: videos }),
    ...(corrections.length > 0 && { correction: corrections }),
    ...(article.place && { dateline: article.place }),
    ...(article.series && { isPartOf: { '@type': 'CreativeWorkSeries', name: article.series.title } }),
    ...(article.sponsor && { sponsor: { '@type': 'Organization', name: article.sponsor.name } }),
    ...versionFacts(paper, article, translations),
    ...(article.kind === 'live' && liveFacts(paper, article, entries, now)),
  };
  // schema-dts gives each subtype its own interface; the table above decides which, and all are news articles.
  return { '@context': 'https://schema.org', ...node } as unknown as NewsArticle & { '@context': string };
};
