/** What was published in the last 48 hours, for the news sitemap. */
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { NewsPiece } from '#archive/questions';
import { articleKinds } from '#model/article';
import type { Moment } from '#model/moment';
import { isNews, newsFor } from '#model/news';

const newsKinds = articleKinds
  .filter((kind) => isNews({ kind }))
  .map((kind) => `'${kind}'`)
  .join(', ');

// A piece is news until the millisecond at which it is 48 hours old; the index of newest articles finds the few at once.
const newsSql = `from article a where a.published_at > ? and a.published_at <= ? and a.kind in (${newsKinds})
  and json_extract(a.data, '$.origin') is null and ${openAt}`;

const values = (window: Window, now: Moment) => [now - newsFor, now, ...openValues(window, now)] as const;

/** How many pieces are news. */
export const countNews = (window: Window, now: Moment): number =>
  window.db().one<{ n: number }>(`select count(*) as n ${newsSql}`, ...values(window, now))?.n ?? 0;

/** Some of them, newest first. */
export const newsAt = (window: Window, offset: number, size: number, now: Moment): readonly NewsPiece[] =>
  window
    .db()
    .all<Omit<NewsPiece, 'lang'> & { readonly lang: string | null }>(
      `select a.address, a.published_at as publishedAt, json_extract(a.data, '$.headline') as headline,
         json_extract(a.data, '$.lang') as lang ${newsSql} order by a.published_at desc, a.id desc limit ? offset ?`,
      ...values(window, now),
      size,
      offset,
    )
    .map(({ lang, ...piece }) => ({ ...piece, ...(lang !== null && { lang }) }));
