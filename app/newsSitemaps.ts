/** Answers for `/news-sitemap.xml` and its parts: one file up to a thousand pieces, then an index of numbered ones. */
import type { Moment } from '#model/moment';
import { articlesInNewsSitemap, filesFor, newsSitemapAddress, sitemapAddress } from '#model/sitemaps';
import { newsSitemapFor } from '#syndication/newsSitemap';
import { sitemapIndexFor } from '#syndication/sitemap';
import { paper } from './machines';
import { archive, now } from './paper';
import { noSitemap, sitemapAnswer } from './sitemapAnswers';

/** A piece enters with an edition that changes the front, and leaves with one that changes the news sitemap alone. */
const answer = (xml: string, newest: Moment | undefined): Response =>
  sitemapAnswer(xml, newest, ['/', newsSitemapAddress]);

const newsFile = (part: number, at: Moment): Response => {
  const pieces = archive.news((part - 1) * articlesInNewsSitemap, articlesInNewsSitemap, at);
  return answer(newsSitemapFor(paper, pieces), pieces[0]?.publishedAt);
};

const filesAt = (at: Moment): number => filesFor(archive.newsCount(at), articlesInNewsSitemap);

const newsIndex = (files: number, at: Moment): Response => {
  const parts = Array.from({ length: files }, (_, nth) => ({
    address: sitemapAddress({ of: 'news', part: nth + 1 }),
    changed: archive.news(nth * articlesInNewsSitemap, 1, at)[0]?.publishedAt,
  }));
  return answer(sitemapIndexFor(paper, parts), parts[0]?.changed);
};

/** The newest pieces, or the index of the files that hold them. */
export const newsSitemap = (): Response => {
  const at = now();
  const files = filesAt(at);
  return files <= 1 ? newsFile(1, at) : newsIndex(files, at);
};

/** A part; there are parts only where one file is too small. */
export const newsSitemapPart = (part: number): Response => {
  const at = now();
  const files = filesAt(at);
  return files > 1 && part <= files ? newsFile(part, at) : noSitemap();
};
