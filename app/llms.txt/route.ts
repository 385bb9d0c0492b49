/** The paper in one page, for models that answer. */
import { categoryAddress, seriesAddress } from '#model/addresses';
import { feedFormats, feedUnder } from '#model/feeds';
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
      ...archive.sections(at).map(({ slug, ...front }) => ({ ...front, address: categoryAddress(slug) })),
      ...archive.allSeries(at).map(({ slug, ...front }) => ({ ...front, address: seriesAddress(slug) })),
    ],
    about: archive.aboutPages().map(({ slug, ...page }) => ({ ...page, address: `/about/${slug}` })),
    feeds: [
      ...feedFormats.map(({ name, title }) => ({
        address: feedUnder('/', name),
        title,
        description: `The newest articles in full. Each section, author, tag and series has the same at its address and /${name}`,
      })),
      ...archive.categories().map(({ slug, title }) => ({
        address: feedUnder(categoryAddress(slug), 'feed.xml'),
        title: `RSS: ${title}`,
      })),
      { address: feedUnder('/corrections', 'feed.xml'), title: 'RSS: Corrections' },
      { address: feedUnder('/videos', 'feed.xml'), title: 'RSS: Videos' },
    ],
  };
  return document(llmsTxt(paper, index), 'text/plain');
};
