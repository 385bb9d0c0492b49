/** Articles that belong to an article: those it names, then by tags, series, words and category; newest breaks ties. */
import type { SqlValue } from '#archive/database';
import { categoryList, namedList } from '#archive/queries/lists';
import { articleColumns, resolve, type ArticleRow, type ListSql } from '#archive/queries/resolve';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** What each thing in common is worth; what the article names itself stands before everything. */
const worth = { named: 1000, tag: 3, series: 2, words: 2, category: 1 } as const;

/** Newest articles of each list that are looked at. */
const looked = 20;

type Candidate = { readonly id: number; readonly published_at: Moment };

/** A word that stands in so many pieces says little about any of them, and to rank them all would take longer than the page. */
const common = 200;

/** Words found common; they stay so through editions, which make no word rare again that a paper uses all the time. */
const foundCommon = new WeakMap<Window, Set<string>>();
/** Common words that are remembered at most. */
const mostRemembered = 10_000;

const commonWords = (window: Window): Set<string> => {
  const known = foundCommon.get(window);
  if (known && known.size < mostRemembered) return known;
  const empty = new Set<string>();
  foundCommon.set(window, empty);
  return empty;
};

const isCommon = (window: Window, word: string, now: Moment): boolean => {
  const known = commonWords(window);
  if (known.has(word)) return true;
  const found = window.counted(`word ${word}`, now, () => {
    const sql = `select count(*) as n from (select 1 from search where search match ? limit ${common})`;
    return (window.db().one<{ n: number }>(sql, `"${word}"`)?.n ?? 0) >= common;
  });
  if (found) known.add(word);
  return found;
};

/** Words of four letters and more say what a headline is about, as far as few pieces have them; the rest is grammar. */
const queryFor = (window: Window, article: PublishedArticle, now: Moment): string => {
  const text = `${article.headline} ${article.tags.map((tag) => tag.name).join(' ')}`.toLocaleLowerCase();
  const words = new Set(text.match(/[\p{L}\p{M}\p{N}]{4,}/gu));
  return [...words]
    .slice(0, 12)
    .filter((word) => !isCommon(window, word, now))
    .map((word) => `"${word}"`)
    .join(' OR ');
};

/** Only ids are gathered: most candidates are never shown, and resolving one costs more than finding twenty. */
const candidates = (window: Window, sql: string, values: readonly SqlValue[], now: Moment): Candidate[] =>
  window.db().all<Candidate>(sql, ...values, ...openValues(window, now));

/** Asked once for each list and edition: all pieces of a tag and a section begin with the same ones. */
const inList = (window: Window, list: ListSql, now: Moment): Candidate[] =>
  window.counted(`related in ${list.from} ${list.where} ${list.values.join(' ')}`, now, () =>
    candidates(
      window,
      `select a.id, a.published_at from ${list.from} where ${list.where} ${openAt} and a.kind <> 'sponsored'
       order by ${list.order} limit ${looked}`,
      list.values,
      now,
    ),
  );

const byWords = (window: Window, article: PublishedArticle, now: Moment): Candidate[] => {
  const query = queryFor(window, article, now);
  if (query === '') return [];
  return candidates(
    window,
    `select a.id, a.published_at from
       (select rowid as id from search where search match ? and rank match 'bm25(10, 5, 1)' order by rank limit ${looked}) s
     join article a on a.id = s.id where ${openAt} and a.kind <> 'sponsored'`,
    [query],
    now,
  );
};

const named = (window: Window, article: PublishedArticle, now: Moment): Candidate[] =>
  article.related.flatMap((address) =>
    candidates(window, `select a.id, a.published_at from article a where a.address = ? and ${openAt}`, [address], now),
  );

/** Ids with their points, best first; those that the article names stand first, in its own order. */
const ranked = (window: Window, article: PublishedArticle, now: Moment): number[] => {
  const points = new Map<number, { score: number; readonly at: Moment }>();
  const count = (found: readonly Candidate[], score: number): void => {
    for (const { id, published_at: at } of found) {
      const known = points.get(id);
      if (known) known.score += score;
      else points.set(id, { score, at });
    }
  };
  const first = named(window, article, now);
  first.forEach((candidate, nth) => count([candidate], worth.named * (first.length - nth)));
  for (const tag of article.tags) count(inList(window, namedList('tag', tag.slug), now), worth.tag);
  if (article.series) count(inList(window, namedList('series', article.series.slug), now), worth.series);
  count(inList(window, categoryList(article.category.slug), now), worth.category);
  count(byWords(window, article, now), worth.words);
  return [...points].sort(([, a], [, b]) => b.score - a.score || b.at - a.at).map(([id]) => id);
};

/** Up to `size` articles; never the article itself, and nothing that was paid for unless it is named. */
export const relatedTo = (window: Window, article: PublishedArticle, size: number, now: Moment): PublishedArticle[] => {
  const related: PublishedArticle[] = [];
  for (const id of ranked(window, article, now)) {
    const row = window.db().one<ArticleRow>(`select ${articleColumns} from article a where a.id = ?`, id);
    const found = row && resolve(window, row, now);
    if (found && found.address !== article.address) related.push(found);
    if (related.length === size) break;
  }
  return related;
};
