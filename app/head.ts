/** What the head of a page says, and its structured data, bound to this publication. */
import type { Metadata } from 'next';
import { breadcrumbFor } from '#syndication/breadcrumb';
import { metadataForArticle, metadataForPage, type PageFacts } from '#syndication/metadata';
import { newsArticleFor } from '#syndication/newsArticle';
import type { PublishedArticle } from '#model/article';
import { trailTo } from '#model/trail';
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
