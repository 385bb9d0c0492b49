/** One sitemap: pages, a list's fronts, films, or the articles of a month. */
import { sitemapAt } from '#model/sitemaps';
import { fileAnswer, noSitemap } from '../../sitemapAnswers';

export const dynamic = 'force-dynamic';

type Context = { readonly params: Promise<{ readonly part: string }> };

export const GET = async (_request: Request, { params }: Context): Promise<Response> => {
  const { part } = await params;
  const sitemap = sitemapAt(`/sitemaps/${part}`);
  return sitemap && sitemap.of !== 'news' ? fileAnswer(sitemap) : noSitemap();
};
