/** Turns rows of the archive into articles with names and pictures, through the gate. */
import { photoFor } from '#archive/queries/photos';
import { openAt, openValues, shutIds, type Window } from '#archive/queries/window';
import type { ListPage } from '#archive/questions';
import type { SqlValue } from '#archive/database';
import { never } from '#archive/schema';
import type { Article, BylineAuthor, NamedPlace, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import { nameFromSlug } from '#model/names';
import { previewedAt, publishedAt, type ResolvedArticle } from '#model/publication';
import { site } from '#site';

/** Columns that `resolve` needs, of `article a`. */
export const articleColumns = 'a.id, a.data, a.minutes, a.public_from';

/** A row of these columns. */
export type ArticleRow = {
  readonly id: number;
  readonly data: string;
  readonly minutes: number;
  readonly public_from: number;
};

const place = (known: { readonly title: string } | undefined, slug: string): NamedPlace => ({
  slug,
  title: known?.title ?? nameFromSlug(slug),
  known: known !== undefined,
});

const byline = (window: Window, slugs: readonly string[]): BylineAuthor[] =>
  slugs.map((slug) => {
    const known = window.held().authors.get(slug);
    return { slug, name: known?.name ?? nameFromSlug(slug), known: known !== undefined };
  });

/** Notes and corrections dated later than now are not yet said. */
const saidBy = (article: Article, now: Moment): Pick<Article, 'corrections' | 'updatedAt'> => ({
  corrections: article.corrections.filter((correction) => correction.on <= now),
  ...(article.updatedAt !== undefined && article.updatedAt <= now && { updatedAt: article.updatedAt }),
});

/** A row as an article the public may see at `now`; `undefined` where the gate stays shut. */
export const resolve = (window: Window, row: ArticleRow, now: Moment): PublishedArticle | undefined => {
  // What the archive wrote itself (`archive/store/articles.ts`).
  const { category, authors, series, leadImage, updatedAt: _later, ...article } = JSON.parse(row.data) as Article;
  const held = window.held();
  const photo = photoFor(window, leadImage, now);
  const resolved: ResolvedArticle = {
    ...article,
    ...saidBy({ ...article, category, authors, ...(_later !== undefined && { updatedAt: _later }) }, now),
    category: place(held.categories.get(category), category),
    authors: byline(window, authors),
    ...(series && {
      series: {
        ...place(held.series.get(series.of), series.of),
        ...(series.part !== undefined && { part: series.part }),
      },
    }),
    ...(photo && { leadImage: photo }),
    minutes: row.minutes,
  };
  return window.preview ? previewedAt(resolved, now, site, row.public_from === never) : publishedAt(resolved, now);
};

/** Rows as articles, in their order; what the gate refuses is left out. */
export const resolveAll = (window: Window, rows: readonly ArticleRow[], now: Moment): PublishedArticle[] =>
  rows.flatMap((row) => resolve(window, row, now) ?? []);

/** A list as SQL: what stands between `from article a` and the gate, its values, and its order. */
export type ListSql = {
  /** e.g. `article_listed l join article a on a.id = l.id`. */
  readonly from: string;
  /** e.g. `l.list = 'tag' and l.name = ? and`; may be empty. */
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly order: string;
  /** The same list without a look at the articles themselves, where its rows have an `id`: enough to count it. */
  readonly bare?: string;
};

const countRows = (window: Window, from: string, where: string, values: readonly SqlValue[]): number =>
  window.db().one<{ n: number }>(`select count(*) as n from ${from} where ${where}`, ...values)?.n ?? 0;

/** How many articles of a list the public may see. */
const countOf = (window: Window, list: ListSql, now: Moment): number =>
  window.counted(`list ${list.from} ${list.where} ${list.values.join(' ')}`, now, () => {
    const { bare, where, values } = list;
    const open = openValues(window, now);
    if (bare === undefined) return countRows(window, list.from, `${where} ${openAt}`, [...values, ...open]);
    const all = countRows(window, bare, `${where} 1`, values);
    return all - countRows(window, bare, `${where} id in (${shutIds})`, [...values, ...open]);
  });

/** The first articles of a list, from the `offset`th. */
export const firstOf = (window: Window, list: ListSql, offset: number, size: number, now: Moment): PublishedArticle[] =>
  resolveAll(
    window,
    window
      .db()
      .all<ArticleRow>(
        `select ${articleColumns} from ${list.from} where ${list.where} ${openAt} order by ${list.order} limit ? offset ?`,
        ...list.values,
        ...openValues(window, now),
        size,
        offset,
      ),
    now,
  );

/** One numbered page of a list. */
export const pageOf = (
  window: Window,
  list: ListSql,
  page: number,
  size: number,
  now: Moment,
): ListPage<PublishedArticle> => {
  const total = countOf(window, list, now);
  const pages = Math.max(1, Math.ceil(total / size));
  const items = page > pages ? [] : firstOf(window, list, (page - 1) * size, size, now);
  return { items, page, pages, total };
};
