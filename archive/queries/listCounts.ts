/** How many public articles each name of a list has, and its newest: categories, authors, tags, series. */
import { openAt, openValues, shutIds, type Window } from '#archive/queries/window';
import type { ListKind } from '#model/addresses';
import type { Moment } from '#model/moment';

/** A name that at least one public article goes by. */
export type NameCount = {
  readonly name: string;
  /** How its newest article writes it; `null` where the name's own file says that. */
  readonly label: string | null;
  readonly articles: number;
  /** Publication of its newest article. */
  readonly newest: Moment;
};

/** Articles of a list by name (`s`), newest first: what follows `select …`. */
const articlesOf = (list: ListKind): string =>
  list === 'category'
    ? `a.id from article a where a.category = s.name and ${openAt} order by a.published_at desc, a.id desc`
    : `l.id from article_listed l join article a on a.id = l.id
        where l.list = s.list and l.name = s.name and ${openAt} order by l.published_at desc, l.id desc`;

/** Lists whose names the archive counts. A month goes by its address. */
type Counted = ListKind | 'month';

/** Articles that are not public now, by name: there are few, so it begins with them. */
const shutIn = (list: Counted): string => {
  switch (list) {
    case 'category':
    case 'month':
      return `select a.${list} as name, count(*) as n from article a where a.id in (${shutIds}) and ? is not null group by 1`;
    default:
      return `select l.name, count(*) as n from (${shutIds}) h cross join article_listed l on l.id = h.id
        where l.list = ? group by 1`;
  }
};

/** The few articles that are not public now, by the names they would stand under. */
const hiddenIn = (window: Window, list: Counted, now: Moment): ReadonlyMap<string, number> => {
  const rows = window.db().all<{ name: string; n: number }>(shutIn(list), ...openValues(window, now), list);
  return new Map(rows.map(({ name, n }) => [name, n]));
};

/**
 * Counts of a list by name. The archive keeps the size of each name, hidden articles are taken off it, and the newest is
 * looked up: a look at every article of a list would cost a tenth of a second at 50,000.
 */
export const countsIn = (window: Window, list: ListKind, now: Moment): readonly NameCount[] =>
  window.counted(`names of ${list}`, now, () => {
    const hidden = hiddenIn(window, list, now);
    const sql = `select t.name, t.articles, a.published_at as newest,
        (select l.label from article_listed l where l.id = t.id and l.list = ?1 and l.name = t.name) as label
      from (select s.name, s.articles, (select ${articlesOf(list)} limit 1) as id from list_size s where s.list = ?1) t
      join article a on a.id = t.id order by t.name`;
    return window
      .db()
      .all<NameCount>(sql, list, ...openValues(window, now))
      .map((each) => ({ ...each, articles: each.articles - (hidden.get(each.name) ?? 0) }));
  });

/** How many public articles each name of a list has, without the newest: so much less work where there are thousands. */
export const sizesIn = (window: Window, list: Counted, now: Moment): readonly (readonly [string, number])[] =>
  window.counted(`sizes of ${list}`, now, () => {
    const hidden = hiddenIn(window, list, now);
    const sql = 'select name, articles from list_size where list = ? order by name';
    return window
      .db()
      .all<{ name: string; articles: number }>(sql, list)
      .flatMap(({ name, articles }) => {
        const left = articles - (hidden.get(name) ?? 0);
        return left > 0 ? [[name, left] as const] : [];
      });
  });
