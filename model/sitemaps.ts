/** The sitemaps of the paper by name: which there are, and how many addresses one holds. */
import { listKinds, type ListKind } from '#model/addresses';
import type { Address } from '#model/article';

/** One sitemap. `part` counts from 1: what does not fit into one file goes on in the next. */
export type Sitemap =
  | { readonly of: 'pages' | 'videos' }
  | { readonly of: 'list'; readonly list: ListKind; readonly part: number }
  /** Articles of a month, with the pages of the month and of its days; `month` is the month's own address (`/2026/10`). */
  | { readonly of: 'month'; readonly month: Address; readonly part: number }
  | { readonly of: 'news'; readonly part: number };

/** The index of all sitemaps but those of news. */
export const sitemapIndexAddress: Address = '/sitemap.xml';

/** The sitemap of news, or the index of its parts where one file is too small. */
export const newsSitemapAddress: Address = '/news-sitemap.xml';

/**
 * Articles in one file of a month. The protocol allows 50,000 addresses and 50 MB: with its pictures and films an entry has
 * 45 kB at most (`syndication/sitemap.ts`), so a thousand of them are always within both.
 */
export const articlesInSitemap = 1000;

/** Addresses in one file of lists' fronts, which have at most one picture each. */
export const frontsInSitemap = 20_000;

/** Articles in one news sitemap; Google takes no more (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
export const articlesInNewsSitemap = 1000;

const numbered = (name: string, part: number): string => (part > 1 ? `${name}-${part}` : name);

const nameOf = (sitemap: Sitemap): string => {
  switch (sitemap.of) {
    case 'list':
      return numbered(sitemap.list, sitemap.part);
    case 'month':
      return numbered(sitemap.month.slice(1).replace('/', '-'), sitemap.part);
    case 'news':
      return `news/${sitemap.part}`;
    default:
      return sitemap.of;
  }
};

/** `/sitemaps/2026-10.xml`, `/sitemaps/2026-10-2.xml`, `/sitemaps/tag.xml`, `/sitemaps/news/1.xml`. */
export const sitemapAddress = (sitemap: Sitemap): Address => `/sitemaps/${nameOf(sitemap)}.xml`;

const namedSitemap = (name: string): Sitemap | undefined => {
  if (name === 'pages' || name === 'videos') return { of: name };
  const [, year, month, inMonth] = /^(\d{4})-(\d\d)(?:-(\d{1,6}))?$/.exec(name) ?? [];
  if (year && month) return { of: 'month', month: `/${year}/${month}`, part: Number(inMonth ?? 1) };
  const [, ofNews] = /^news\/(\d{1,6})$/.exec(name) ?? [];
  if (ofNews) return { of: 'news', part: Number(ofNews) };
  const list = listKinds.find((kind) => name === kind || name.startsWith(`${kind}-`));
  return list && { of: 'list', list, part: Number(name.slice(list.length + 1) || 1) };
};

/** Which sitemap lies at an address; `undefined` for any spelling that `sitemapAddress` would not write. */
export const sitemapAt = (address: Address): Sitemap | undefined => {
  const [, name = ''] = /^\/sitemaps\/(.+)\.xml$/.exec(address) ?? [];
  const sitemap = namedSitemap(name);
  return sitemap && sitemapAddress(sitemap) === address && (!('part' in sitemap) || sitemap.part > 0)
    ? sitemap
    : undefined;
};

/** How many files so many entries fill. */
export const filesFor = (entries: number, inOne: number): number => Math.ceil(entries / inOne);
