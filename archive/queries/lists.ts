/** The lists of the paper as SQL: latest, category, author, tag, series, period. */
import type { ListSql } from '#archive/queries/resolve';
import { checkPeriod, periodAddress, type Period } from '#model/addresses';
import type { Address, ArticleKind } from '#model/article';

const newest = 'a.published_at desc, a.id desc';

/** The whole paper, newest first. */
export const latestList: ListSql = { from: 'article a', bare: 'article a', where: '', values: [], order: newest };

/** One category, newest first. */
export const categoryList = (category: string): ListSql => ({
  from: 'article a',
  bare: 'article a',
  where: 'a.category = ? and',
  values: [category],
  order: newest,
});

/**
 * One kind of article, newest first. Of each kind but the usual one there are few, and the last of them may be years old; the
 * condition is word for word that of the index `article_of_kind`.
 */
export const kindList = (kind: Exclude<ArticleKind, 'news'>): ListSql => ({
  from: 'article a',
  bare: 'article a',
  where: "a.kind <> 'news' and a.kind = ? and",
  values: [kind],
  order: newest,
});

/** What an author wrote, what a tag was given to, newest first; the parts of a series in their order. */
export const namedList = (list: 'author' | 'tag' | 'series', name: string): ListSql => ({
  from: 'article_listed l join article a on a.id = l.id',
  bare: 'article_listed l',
  where: 'l.list = ? and l.name = ? and',
  values: [list, name],
  order:
    list === 'series' ? 'l.part is null, l.part, l.published_at desc, l.id desc' : 'l.published_at desc, l.id desc',
});

const dayAfter = ({ year, month, day }: Period): Period => {
  const next = new Date(
    Date.UTC(year + (month ? 0 : 1), (month ?? 1) - 1 + (month && !day ? 1 : 0), (day ?? 1) + (day ? 1 : 0)),
  );
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
};

/**
 * The articles of a year, month or day. The day is the one in the article's address, which `check` holds equal to the day
 * of publication, so a period is a range of addresses; and a range of addresses is one index scan.
 */
export const periodList = (address: Address): ListSql | undefined => {
  const period = checkPeriod(address.slice(1).split('/'));
  if (!period) return undefined;
  const first = periodAddress({ year: period.year, month: period.month ?? 1, day: period.day ?? 1 });
  return {
    from: 'article a',
    where: 'a.address >= ? and a.address < ? and',
    values: [`${first}/`, `${periodAddress(dayAfter(period))}/`],
    order: newest,
  };
};
