/** One sitemap: the pages of the paper, or some thousands of its articles, oldest first so that full files never change. */
import { articlesInSitemap, sitemapFor } from '#syndication/sitemap';
import { document, paper } from '../../machines';
import { archive, now } from '../../paper';
import { articleSitemaps, frontsAndPages } from '../../frontsAndPages';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly part: string }> };

export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const { part } = await params;
  if (part === 'pages.xml') return document(sitemapFor(paper, frontsAndPages(now())), 'application/xml');
  const file = Number(/^articles-([1-9]\d{0,5})\.xml$/.exec(part)?.[1] ?? 0);
  if (file < 1 || file > articleSitemaps(now())) return new Response('There is no such sitemap.\n', { status: 404 });
  const entries = archive.addresses((file - 1) * articlesInSitemap, articlesInSitemap, now());
  return document(sitemapFor(paper, entries), 'application/xml');
};
