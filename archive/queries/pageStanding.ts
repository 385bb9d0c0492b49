/** Whether a page that is no article is there: a section, an author, a tag, a series, a day, a page about the paper. */
import { namedList, periodList } from '#archive/queries/lists';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { ListSql } from '#archive/queries/resolve';
import type { Standing } from '#archive/questions';
import { knownAddress, type KnownAddress } from '#model/addresses';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** Whether a list holds an article that the public may see. */
export const holdsAny = (window: Window, list: ListSql, now: Moment): boolean =>
  window
    .db()
    .one(
      `select 1 as one from ${list.from} where ${list.where} ${openAt} limit 1`,
      ...list.values,
      ...openValues(window, now),
    ) !== undefined;

type Member = Extract<KnownAddress, { kind: 'member' }>;

const memberStands = (window: Window, { list, slug, page }: Member, now: Moment): boolean => {
  const { categories, authors, series } = window.held();
  // Which numbered pages there are, the page itself knows; an old address on one is a problem of its file.
  if (page > 1) return false;
  switch (list) {
    case 'category':
      // A section with a file is there from its first day.
      return categories.has(slug);
    case 'author':
      return authors.has(slug) && holdsAny(window, namedList('author', slug), now);
    case 'series':
      return series.has(slug) && holdsAny(window, namedList('series', slug), now);
    case 'tag':
      return holdsAny(window, namedList('tag', slug), now);
  }
};

const stands = (window: Window, address: Address, now: Moment): boolean => {
  const known = knownAddress(address);
  switch (known?.kind) {
    case 'front':
    case 'list':
      return true;
    case 'videos':
    case 'corrections':
      return known.page === 1;
    case 'about':
      return known.slug === undefined || window.held().pages.has(known.slug);
    case 'newsletter':
      return known.step === undefined;
    case 'member':
      return memberStands(window, known, now);
    case 'period': {
      const list = periodList(address);
      return list !== undefined && holdsAny(window, list, now);
    }
    default:
      return false;
  }
};

/** How such an address stands; asked only where an old address lies on it or something leads there. */
export const pageStanding = (window: Window, address: Address, now: Moment): Standing => ({
  is: stands(window, address, now) ? 'published' : 'unknown',
});
