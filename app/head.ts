/** What the head of a page says, and its structured data, bound to this publication. */
import type { Metadata } from 'next';
import { breadcrumbFor } from '#syndication/breadcrumb';
import { metadataForArticle, metadataForPage, type PageFacts } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import type { PublishedArticle } from '#model/article';
import { type Step, trailTo } from '#model/trail';
import { paper } from './machines';

/** The head of any page but an article. */
export const head = (facts: PageFacts): Metadata => metadataForPage(paper, facts);

/** The head of an article. */
export const articleHead = (article: PublishedArticle): Metadata => metadataForArticle(paper, article);

/** Structured data of an article: its one node, and the trail that stands above it. */
export const articleData = (article: PublishedArticle): readonly (object | undefined)[] => [
  newsArticleFor(paper, article),
  breadcrumbFor(paper, trailTo(article)),
];

/** The trail above any other page as structured data: what its `Breadcrumb` shows. */
export const trailData = (steps: readonly Step[]): readonly (object | undefined)[] => [breadcrumbFor(paper, steps)];
