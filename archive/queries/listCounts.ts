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

/** Articles of a list by name (`s`), newest first, and those of all names: what follows `select …`. */
const articlesOf = (list: ListKind): { readonly ofName: string; readonly shut: string } =>
  list === 'category'
    ? {
        ofName: `a.id from article a where a.category = s.name and ${openAt} order by a.published_at desc, a.id desc`,
        shut: `a.category as name, count(*) as n from article a where a.id in (${shutIds}) and ? = 'category'`,
      }
    : {
        ofName: `l.id from article_listed l join article a on a.id = l.id
          where l.list = s.list and l.name = s.name and ${openAt} order by l.published_at desc, l.id desc`,
        shut: `l.name, count(*) as n from (${shutIds}) h cross join article_listed l on l.id = h.id where l.list = ?`,
      };

/** The few articles that are not public now, by the names they would stand under. */
const hiddenIn = (window: Window, list: ListKind, now: Moment): ReadonlyMap<string, number> => {
  const sql = `select ${articlesOf(list).shut} group by 1`;
  const rows = window.db().all<{ name: string; n: number }>(sql, ...openValues(window, now), list);
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
      from (select s.name, s.articles, (select ${articlesOf(list).ofName} limit 1) as id from list_size s where s.list = ?1) t
      join article a on a.id = t.id order by t.name`;
    return window
      .db()
      .all<NameCount>(sql, list, ...openValues(window, now))
      .map((each) => ({ ...each, articles: each.articles - (hidden.get(each.name) ?? 0) }));
  });

/** How many public articles the names of a list have, without their newest: so much less work where there are thousands. */
export const sizesIn = (window: Window, list: ListKind, now: Moment): readonly (readonly [string, number])[] =>
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
