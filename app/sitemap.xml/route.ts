/** The index of all sitemaps. */
import { sitemapIndexFor } from '#syndication/sitemap';
import { document, paper } from '../machines';
import { articleSitemaps } from '../frontsAndPages';
import { now } from '../paper';

export const dynamic = 'force-dynamic';

export const GET = (): Response => {
  const parts = ['pages', ...Array.from({ length: articleSitemaps(now()) }, (_, at) => `articles-${at + 1}`)];
  return document(
    sitemapIndexFor(
      paper,
      parts.map((part) => ({ address: `/sitemaps/${part}.xml` })),
    ),
    'application/xml',
  );
};
