/** Questions about rows rather than pieces: corrections, changes of lists, what is wrong with a file. */
import { articleColumns, resolve, type ArticleRow } from '#archive/queries/resolve';
import { openAt, openValues, shutIds, type Window } from '#archive/queries/window';
import type { ListPage } from '#archive/questions';
import type { Address, Article, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import { nameOfPair, smallPairs } from '#model/oldAddress';
import type { CorrectionRow } from '#model/people';
import type { Finding } from '#model/problem';

/** Corrections that have been said by a moment, less those of articles that the public may not see. */
const countCorrections = (window: Window, now: Moment): number => {
  const said = 'select count(*) as n from correction where on_moment <= ?';
  const all = window.db().one<{ n: number }>(said, now)?.n ?? 0;
  const shut =
    window.db().one<{ n: number }>(`${said} and id in (${shutIds})`, now, ...openValues(window, now))?.n ?? 0;
  return all - shut;
};

const correctionsSql = `from correction c join article a on a.id = c.id where c.on_moment <= ? and ${openAt}`;

/** Corrections of public articles, newest first. */
export const correctionsAt = (
  window: Window,
  page: number,
  size: number,
  now: Moment,
): ListPage<CorrectionRow<PublishedArticle>> => {
  const values = [now, ...openValues(window, now)];
  const total = window.counted('corrections', now, () => countCorrections(window, now));
  const rows = window
    .db()
    .all<ArticleRow & { nth: number }>(
      `select ${articleColumns}, c.nth ${correctionsSql} order by c.on_moment desc, c.id desc, c.nth desc limit ? offset ?`,
      ...values,
      size,
      (page - 1) * size,
    );
  const items = rows.flatMap((row) => {
    const article = resolve(window, row, now);
    // The row's own number counts corrections of the file; those of the future are not in `article.corrections`.
    const correction = (JSON.parse(row.data) as Article).corrections[row.nth];
    return article && correction ? [{ article, correction }] : [];
  });
  return { items, page, pages: Math.max(1, Math.ceil(total / size)), total };
};

/** When a list last changed, by what the editions since the archive was built said of it or of every page. */
export const listChangedAt = (window: Window, list: Address): Moment | undefined =>
  window.db().one<{ at: Moment | null }>("select max(at) as at from changed where address in (?, '*')", list)?.at ??
  undefined;

/** Names of query parameters that old addresses have, in small letters. Asked at each edition; the conditions are those of indexes, word for word. */
export const aliasParameters = (window: Window): ReadonlySet<string> => {
  const rows = window.db().all<{ address: string }>(
    `select address from claim where how = 'alias' and instr(address, '?') > 0
     union all select address from memory where instr(address, '?') > 0
     union all select address from gone where instr(address, '?') > 0`,
  );
  return new Set(rows.flatMap(({ address }) => smallPairs(address).map(nameOfPair)));
};

/** What is wrong with a file. */
export const findingsOf = (
  window: Window,
  file: string,
): { problems: readonly Finding[]; notes: readonly Finding[] } => {
  const row = window
    .db()
    .one<{ problems: string; crossed: string; notes: string }>(
      'select problems, crossed, notes from document where file = ?',
      file,
    );
  if (!row) return { problems: [], notes: [] };
  // What the archive wrote itself (`archive/store/records.ts`).
  const list = (text: string): Finding[] => JSON.parse(text) as Finding[];
  return { problems: [...list(row.problems), ...list(row.crossed)], notes: list(row.notes) };
};

/** Front-matter facts without the gate, for the publisher and `check` only. */
export const everyArticle = (window: Window): readonly Article[] =>
  // What the archive wrote itself (`archive/store/articles.ts`).
  window
    .db()
    .all<{ data: string }>('select data from article')
    .map(({ data }) => JSON.parse(data) as Article);
