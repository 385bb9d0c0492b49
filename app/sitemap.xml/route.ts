/** The index of all sitemaps. */
import { articlesInSitemap, sitemapIndexFor } from '#syndication/sitemap';
import { document, paper } from '../machines';
import { archive, now } from '../paper';

export const dynamic = 'force-dynamic';

export const GET = (): Response => {
  const files = Math.ceil(archive.latest(1, 1, now()).total / articlesInSitemap);
  const parts = ['pages', ...Array.from({ length: files }, (_, at) => `articles-${at + 1}`)];
  return document(
    sitemapIndexFor(
      paper,
      parts.map((part) => ({ address: `/sitemaps/${part}.xml` })),
    ),
    'application/xml',
  );
};
