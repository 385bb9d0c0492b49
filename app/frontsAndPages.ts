/** Asks the archive for every page of the paper that is no article. */
import { authorAddress, categoryAddress, seriesAddress, tagAddress } from '#model/addresses';
import type { Moment } from '#model/moment';
import { articlesInSitemap, type SitemapEntry } from '#syndication/sitemap';
import { archive } from './paper';

/** Fronts, lists of all, periods, about pages. A front changes with its newest article; what has no date is given none. */
export const frontsAndPages = (now: Moment): readonly SitemapEntry[] => {
  const newest = archive.latest(1, 1, now).items[0]?.publishedAt;
  const changed = newest === undefined ? {} : { changed: newest };
  const years = archive.periods('/', now);
  const months = years.flatMap(({ address }) => archive.periods(address, now));
  const days = months.flatMap(({ address }) => archive.periods(address, now));
  return [
    { address: '/', ...changed },
    ...['/category', '/author', '/tag', '/series', '/videos', '/corrections', '/about'].map((address) => ({ address })),
    ...archive.categories().map(({ slug }) => ({ address: categoryAddress(slug) })),
    ...archive.authors(now).map(({ slug }) => ({ address: authorAddress(slug) })),
    ...archive.allSeries(now).map(({ slug }) => ({ address: seriesAddress(slug) })),
    ...archive.tags(now).map(({ slug }) => ({ address: tagAddress(slug) })),
    ...[...years, ...months, ...days].map(({ address }) => ({ address })),
    ...archive.aboutPages().map(({ slug }) => ({ address: `/about/${slug}` })),
  ];
};

/** How many sitemaps the articles fill. */
export const articleSitemaps = (now: Moment): number => Math.ceil(archive.latest(1, 1, now).total / articlesInSitemap);
