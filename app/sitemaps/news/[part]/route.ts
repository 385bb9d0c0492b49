/** One file of news, where there is too much for one. */
import { sitemapAt } from '#model/sitemaps';
import { noSitemap } from '../../../sitemapAnswers';
import { newsSitemapPart } from '../../../newsSitemaps';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly part: string }> };

export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const { part } = await params;
  const sitemap = sitemapAt(`/sitemaps/news/${part}`);
  return sitemap?.of === 'news' ? newsSitemapPart(sitemap.part) : noSitemap();
};
