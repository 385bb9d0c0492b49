/** Asks the archive for what stands in each sitemap: every page that may be found is in one of them, and in one alone. */
import { listKinds, type ListKind } from '#model/addresses';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';
import { articlesInSitemap } from '#model/sitemaps';
import type { Dated, SitemapEntry } from '#syndication/sitemap';
import { filmsOnPage, pagesFor, pageSize } from './numbered';
import { archive } from './paper';

/** The first page of a list and the numbered ones after it, which move with every new piece and have no date of their own. */
const withNumbered = (first: SitemapEntry, items: number, onPage: number): SitemapEntry[] => {
  const later = Array.from({ length: pagesFor(items, onPage) - 1 }, (_, nth) => ({
    address: `${first.address}/page/${nth + 2}`,
  }));
  return [first, ...later];
};

/** The fronts of a list with their numbered pages. */
export const listEntries = (list: ListKind, at: Moment): SitemapEntry[] =>
  archive
    .members(list, at)
    .flatMap(({ address, articles, newest, photo }) =>
      withNumbered({ address, changed: newest, ...(photo && { photos: [photo] }) }, articles, pageSize),
    );

const newestOf = (dated: readonly Dated[]): Moment | undefined => {
  const moments = dated.flatMap(({ changed }) => changed ?? []);
  return moments.length === 0 ? undefined : Math.max(...moments);
};

/** Years of the paper, each changed with its last month. */
const years = (months: readonly Dated[]): Dated[] => {
  const addresses = [...new Set(months.map(({ address }) => address.slice(0, 5)))];
  return addresses.map((address) => ({
    address,
    changed: newestOf(months.filter((month) => month.address.startsWith(`${address}/`))),
  }));
};

/** The front, which tells of the newest pieces and of corrections; pages of all lists; corrections; the paper itself; years. */
export const pageEntries = (at: Moment): SitemapEntry[] => {
  const months = archive.months(at);
  const corrections = archive.corrections(1, 1, at);
  const [corrected] = corrections.items;
  return [
    { address: '/', changed: newestOf(months) },
    ...listKinds.map((list) => ({ address: `/${list}` })),
    ...withNumbered({ address: '/corrections', changed: corrected?.correction.on }, corrections.total, pageSize),
    { address: '/about' },
    ...archive.aboutPages().map(({ slug }) => ({ address: `/about/${slug}` })),
    ...years(months),
  ];
};

/** The pages of films, each with its films. */
export const filmEntries = (at: Moment): SitemapEntry[] => {
  const { total } = archive.videos(1, 1, at);
  return withNumbered({ address: '/videos' }, total, filmsOnPage).map(({ address }, nth) => {
    const films = archive.videos(nth + 1, filmsOnPage, at).items;
    return { address, changed: films[0]?.publishedAt, films };
  });
};

/** A month, its days and its articles; the pages of the month and its days stand in its first file. */
export const monthEntries = (month: Address, part: number, at: Moment): SitemapEntry[] => {
  const articles = archive.articlesOfMonth(month, (part - 1) * articlesInSitemap, articlesInSitemap, at);
  if (part > 1) return [...articles];
  const days = archive.daysOf(month, at);
  return days.length === 0 ? [] : [{ address: month, changed: newestOf(days) }, ...days, ...articles];
};

/** When the newest of some entries changed. */
export const lastChange = newestOf;
