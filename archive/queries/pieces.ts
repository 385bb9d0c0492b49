/** Whole articles: with body, pictures and live entries. */
import { categoryList, latestList, namedList } from '#archive/queries/lists';
import { entriesOf, materialFor } from '#archive/queries/material';
import { articleColumns, resolve, type ArticleRow, type ListSql } from '#archive/queries/resolve';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { ArticleWithBody } from '#archive/questions';
import type { PublishedArticle } from '#model/article';
import { emptyBody, type Body } from '#model/body';
import type { Moment } from '#model/moment';
import type { LiveEntry } from '#model/people';
import { nameFromSlug } from '#model/names';

type Row = ArticleRow & { readonly tree: string; readonly facts: string; readonly text: string };

const rowSql = (list: ListSql): string => `select ${articleColumns}, b.tree, b.facts, w.text
  from ${list.from} join body b on b.id = a.id join words w on w.id = a.id where ${list.where} ${openAt}`;

const bodyOf = (row: Row): Body => ({
  // Both columns hold what the archive wrote itself (`archive/store/articles.ts`).
  ...(JSON.parse(row.facts) as Omit<Body, 'tree' | 'text'>),
  tree: JSON.parse(row.tree) as Body['tree'],
  text: row.text,
});

const drawnEntry = (
  window: Window,
  entry: LiveEntry,
  article: PublishedArticle,
  now: Moment,
): ArticleWithBody['entries'][number] => {
  const { authors } = window.held();
  const slugs = entry.authors.length > 0 ? entry.authors : article.authors.slice(0, 1).map(({ slug }) => slug);
  const writers = slugs.map((slug) => {
    const { name, type } = authors.get(slug) ?? { name: nameFromSlug(slug), type: 'person' as const };
    return { name, type };
  });
  const body = entry.body ?? emptyBody;
  return {
    ...entry,
    body,
    material: materialFor(window, body, now),
    writers,
    names: writers.map(({ name }) => name),
  };
};

const piece = (window: Window, row: Row, now: Moment): ArticleWithBody | undefined => {
  const article = resolve(window, row, now);
  if (!article) return undefined;
  const body = bodyOf(row);
  const entries = article.kind === 'live' ? entriesOf(window, article.address, now) : [];
  return {
    article,
    body,
    material: materialFor(window, body, now),
    entries: entries.map((entry) => drawnEntry(window, entry, article, now)),
  };
};

/** The article at an address with everything its page shows. */
export const articleWithBody = (window: Window, address: string, now: Moment): ArticleWithBody | undefined => {
  const list: ListSql = { from: 'article a', where: 'a.address = ? and', values: [address], order: '' };
  const row = window.db().one<Row>(rowSql(list), address, ...openValues(window, now));
  return row && piece(window, row, now);
};

const listFor = (of: {
  readonly category?: string;
  readonly author?: string;
  readonly tag?: string;
  readonly series?: string;
}): ListSql => {
  if (of.category !== undefined) return categoryList(of.category);
  if (of.author !== undefined) return namedList('author', of.author);
  if (of.tag !== undefined) return namedList('tag', of.tag);
  return of.series === undefined ? latestList : namedList('series', of.series);
};

/** By the columns of the index that finds them: a list of thousands is not read and sorted for its newest thirty. */
const newestIn = ({ from }: ListSql): string => {
  const table = from.startsWith('article_listed l') ? 'l' : 'a';
  return `${table}.published_at desc, ${table}.id desc`;
};

/** Articles with bodies for full-text feeds, newest first (of a series too: a feed tells what is new). */
export const latestWithBodies = (
  window: Window,
  of: Parameters<typeof listFor>[0],
  size: number,
  now: Moment,
): ArticleWithBody[] => {
  const list = listFor(of);
  const rows = window
    .db()
    .all<Row>(`${rowSql(list)} order by ${newestIn(list)} limit ?`, ...list.values, ...openValues(window, now), size);
  return rows.flatMap((row) => piece(window, row, now) ?? []);
};
