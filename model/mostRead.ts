/** What readers read most: the periods it is counted for, and how counts become a ranking. */
import type { Address, PublishedArticle } from '#model/article';

/** The periods in the order of the page. Each ends now: today is the last 24 hours, so that no list is empty at dawn. */
export const readPeriods = ['today', 'week', 'month'] as const;

/** Name of a period. */
export type ReadPeriod = (typeof readPeriods)[number];

/** How often an address was read. */
export type AddressReads = { readonly address: Address; readonly reads: number };

/** Counts of each period, most read first. */
export type ReadRanking = Readonly<Record<ReadPeriod, readonly AddressReads[]>>;

/** What a page shows: a list for each period that has enough to say, most read first. */
export type MostReadList = { readonly period: ReadPeriod; readonly articles: readonly PublishedArticle[] };

/** Fewer articles than these are no ranking. */
const fewestRead = 3;

/**
 * Turns counts into lists. `publicAt` gives the piece that an address leads to now, or nothing: reads of an old address
 * count for the new one, and what the public may not see is in no list. Paid pieces are not ranked.
 */
export const mostReadLists = (
  ranking: ReadRanking,
  publicAt: (address: Address) => PublishedArticle | undefined,
  size: number,
): readonly MostReadList[] =>
  readPeriods.flatMap((period) => {
    const found = new Map<Address, { readonly article: PublishedArticle; reads: number }>();
    for (const { address, reads } of ranking[period]) {
      const article = publicAt(address);
      if (!article || article.kind === 'sponsored') continue;
      const entry = found.get(article.address);
      if (entry) entry.reads += reads;
      else found.set(article.address, { article, reads });
    }
    if (found.size < fewestRead) return [];
    const ranked = [...found.values()].sort((a, b) => b.reads - a.reads || newestFirst(a.article, b.article));
    return [{ period, articles: ranked.slice(0, size).map(({ article }) => article) }];
  });

const newestFirst = (a: PublishedArticle, b: PublishedArticle): number =>
  b.publishedAt - a.publishedAt || (a.address < b.address ? -1 : 1);
