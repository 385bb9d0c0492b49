/** The paper in one page, for models that answer. */
import { categoryAddress, seriesAddress } from '#model/addresses';
import { offersMarkdown } from '#model/machinePolicy';
import { llmsTxt } from '#syndication/llms';
import { document, paper } from '../machines';
import { archive, now, site } from '../paper';

export const dynamic = 'force-dynamic';

/** Newest articles that the page names. */
const newest = 50;

export const GET = (): Response => {
  if (!offersMarkdown(site.machines)) return new Response(null, { status: 404 });
  const at = now();
  const index = {
    articles: archive.latest(1, newest, at).items,
    fronts: [
      { address: '/', title: 'Front page', description: site.motto },
      ...archive.categories().map(({ slug, ...front }) => ({ ...front, address: categoryAddress(slug) })),
      ...archive.allSeries(at).map(({ slug, ...front }) => ({ ...front, address: seriesAddress(slug) })),
    ],
    about: archive.aboutPages().map(({ slug, ...page }) => ({ ...page, address: `/about/${slug}` })),
    feeds: [{ address: '/feed.xml', title: 'RSS', description: 'The newest articles in full' }],
  };
  return document(llmsTxt(paper, index), 'text/plain');
};
