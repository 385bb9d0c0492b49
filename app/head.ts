/** What the head of a page says, and its structured data, bound to this publication. */
import type { Metadata } from 'next';
import type { ArticleWithBody } from '#archive/questions';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { AboutPage, ShownVideo } from '#model/people';
import { withStandingPhoto } from '#model/standingPhoto';
import type { Surroundings } from '#model/surroundings';
import { type Step, trailTo } from '#model/trail';
import { breadcrumbFor } from '#syndication/breadcrumb';
import { type Collection, collectionPageFor, itemListFor, type Listed } from '#syndication/collectionPage';
import { metadataForArticle, metadataForPage, type PageFacts } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import { organizationFor, webSiteFor } from '#syndication/organization';
import { type KnownAuthor, profilePageFor } from '#syndication/people';
import { videoNodeFor } from '#syndication/videoNode';
import { paper } from './machines';

/** Nodes of structured data for `Sheet`; `undefined` stands for one that has nothing to say. */
type Nodes = readonly (object | undefined)[];

/** The head of any page but an article. */
export const head = (facts: PageFacts): Metadata => metadataForPage(paper, facts);

/** The head of an article. */
export const articleHead = (
  { article, entries, material }: Pick<ArticleWithBody, 'article' | 'entries' | 'material'>,
  translations: readonly PublishedArticle[],
): Metadata => metadataForArticle(paper, withStandingPhoto(article, material), { entries, translations });

/** Structured data of an article: its one node, and the trail that stands above it. */
export const articleData = (
  { article, entries, material }: ArticleWithBody,
  around: Surroundings,
  now: Moment,
): Nodes => {
  const inBody = [...material.videos.values()].filter(({ slug }) => slug !== around.leadVideo?.slug);
  const films = around.leadVideo ? [around.leadVideo, ...inBody] : inBody;
  return [
    newsArticleFor(paper, withStandingPhoto(article, material), {
      entries,
      authors: around.authors,
      films,
      translations: around.translations,
      now,
    }),
    breadcrumbFor(paper, trailTo(article)),
  ];
};

/** The trail above any other page as structured data: what its `Breadcrumb` shows. */
export const trailData = (steps: readonly Step[]): Nodes => [breadcrumbFor(paper, steps)];

/** Articles as lines of a list. */
export const listed = (articles: readonly PublishedArticle[]): readonly Listed[] =>
  articles.map(({ address, headline }) => ({ address, name: headline }));

/** Structured data of a page that lists others. */
export const collectionData = (collection: Collection): Nodes => [collectionPageFor(paper, collection)];

/** Structured data of the front: the site, and the publication with what `pages` promise. */
export const frontData = (pages: readonly AboutPage[], articles: readonly PublishedArticle[]): Nodes => [
  webSiteFor(paper),
  organizationFor(paper, pages),
  itemListFor(paper, listed(articles)),
];

/** The publication with what its about pages promise. */
export const aboutData = (pages: readonly AboutPage[]): Nodes => [organizationFor(paper, pages)];

/** Structured data of an author's page: who it is about, and what this page of it lists. */
export const authorData = (author: KnownAuthor, articles: readonly PublishedArticle[]): Nodes => [
  profilePageFor(paper, author),
  itemListFor(paper, listed(articles)),
];

/** Films, each in a node of its own. */
export const videoData = (videos: readonly ShownVideo[]): Nodes =>
  videos.map((video) => {
    const node = videoNodeFor(paper, video);
    // A node of schema-dts may be a bare identifier; ours is always an object.
    return node && { '@context': 'https://schema.org', ...(node as object) };
  });
