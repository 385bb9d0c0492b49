/** Structured data of an article: one node, of the type that its kind calls for. */
import type {
  CorrectionComment,
  ImageObject,
  NewsArticle,
  NewsMediaOrganization,
  Person,
  Organization,
} from 'schema-dts';
import { authorAddress } from '#model/addresses';
import type { ArticleKind, BylineAuthor, PublishedArticle } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Photo } from '#model/photo';
import { pictureUrls } from '#model/pictureSources';
import { descriptionOf, momentsOf } from '#syndication/metadata';
import { absolute, type Paper } from '#syndication/paper';

/** Type of the node for each kind (https://schema.org/NewsArticle and its subtypes). */
const typeByKind = {
  news: 'NewsArticle',
  brief: 'NewsArticle',
  explainer: 'BackgroundNewsArticle',
  feature: 'ReportageNewsArticle',
  interview: 'ReportageNewsArticle',
  obituary: 'NewsArticle',
  factcheck: 'NewsArticle',
  live: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  review: 'ReviewNewsArticle',
  opinion: 'OpinionNewsArticle',
  editorial: 'OpinionNewsArticle',
  letters: 'OpinionNewsArticle',
  sponsored: 'AdvertiserContentArticle',
} as const satisfies Record<ArticleKind, string>;

const imagesOf = (paper: Paper, photo: Photo): ImageObject[] =>
  pictureUrls(photo).ratios.map(({ address, width, height }) => ({
    '@type': 'ImageObject',
    url: absolute(paper, address),
    contentUrl: absolute(paper, address),
    width: `${width}`,
    height: `${height}`,
    caption: photo.caption ?? photo.alt,
    creditText: photo.credit,
    creator: { '@type': 'Person', name: photo.credit },
    ...(photo.licenceUrl && { license: photo.licenceUrl }),
  }));

const authorOf = (paper: Paper, author: BylineAuthor): Person | Organization => ({
  '@type': 'Person',
  name: author.name,
  ...(author.known && { url: absolute(paper, authorAddress(author.slug)) }),
});

/** The publication as the publisher of its pieces. */
export const publisherOf = (paper: Paper): NewsMediaOrganization => ({
  '@type': 'NewsMediaOrganization',
  '@id': absolute(paper, '/#publisher'),
  name: paper.site.name,
  url: absolute(paper, '/'),
  logo: { '@type': 'ImageObject', url: absolute(paper, '/icon-512.png'), width: '512', height: '512' },
});

const correctionsOf = (paper: Paper, article: PublishedArticle): CorrectionComment[] =>
  article.corrections.map(({ text, on }) => ({
    '@type': 'CorrectionComment',
    text,
    datePublished: isoMoment(on, paper.site),
  }));

/** The article's one node, to be written by a component that escapes it. */
export const newsArticleFor = (paper: Paper, article: PublishedArticle): NewsArticle & { '@context': string } => {
  const { published, modified } = momentsOf(article);
  const url = absolute(paper, article.address);
  const node = {
    '@type': typeByKind[article.kind],
    headline: article.headline,
    description: descriptionOf(article),
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': article.origin?.url ?? url },
    datePublished: isoMoment(published, paper.site),
    dateModified: isoMoment(modified, paper.site),
    author: article.authors.map((author) => authorOf(paper, author)),
    publisher: publisherOf(paper),
    articleSection: article.category.title,
    inLanguage: article.lang ?? paper.site.locale,
    isAccessibleForFree: true,
    wordCount: article.words,
    ...(article.tags.length > 0 && { keywords: article.tags.map(({ name }) => name) }),
    ...(article.leadImage && { image: imagesOf(paper, article.leadImage) }),
    ...(article.corrections.length > 0 && { correction: correctionsOf(paper, article) }),
    ...(article.place && { dateline: article.place }),
    ...(article.sponsor && { sponsor: { '@type': 'Organization', name: article.sponsor.name } }),
  };
  // schema-dts gives each subtype its own interface; the table above decides which, and all are news articles.
  return { '@context': 'https://schema.org', ...node } as NewsArticle & { '@context': string };
};
