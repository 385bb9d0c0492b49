/** The articles of a month and when they last changed: what sitemaps are made of. */
import { entriesOf, showVideo } from '#archive/queries/material';
import { photoFor } from '#archive/queries/photos';
import { articleColumns, resolve, type ArticleRow } from '#archive/queries/resolve';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { DatedAddress, IllustratedPage } from '#archive/questions';
import type { Address, PublishedArticle } from '#model/article';
import type { Body } from '#model/body';
import type { Moment } from '#model/moment';

/**
 * The last change of an article by the moment `?1`, as `momentsOf` in `syndication/metadata.ts` tells it on the page: live
 * coverage changed with its newest entry, every other piece when it was published, updated or corrected. `changed_at` has
 * notes of the future in it; only where they are is asked for those that are past.
 */
export const changedAt = `case when a.kind <> 'live' and a.changed_at <= ?1 then a.changed_at else coalesce(
  (select max(e.at) from live_entry e
     where a.kind = 'live' and e.address = a.address and e.at > a.published_at and e.at <= ?1),
  max(a.published_at, coalesce((select max(t.at) from turn t where t.file = a.file and t.at <= ?1), a.published_at))) end`;

/** What was first printed elsewhere is found there. */
const ours = 'a.elsewhere = 0';

/** The days of a month that have public articles, with the last change of any of them. */
export const daysOf = (window: Window, month: Address, now: Moment): readonly DatedAddress[] =>
  window.db().all<DatedAddress>(
    `select substr(a.address, 1, 11) as address, max(${changedAt}) as changed
     from article a where a.month = ? and ${openAt} group by 1 order by 1`,
    now,
    month,
    ...openValues(window, now),
  );

/** The last change within each so many articles of a month, oldest first. */
export const changesInMonth = (window: Window, month: Address, size: number, now: Moment): readonly Moment[] =>
  window
    .db()
    .all<{ changed: Moment }>(
      `select max(changed) as changed from (
         select (row_number() over (order by a.published_at, a.id) - 1) / cast(?2 as integer) as part, ${changedAt} as changed
         from article a where a.month = ?3 and ${ours} and ${openAt}
       ) group by part order by part`,
      now,
      size,
      month,
      ...openValues(window, now),
    )
    .map((row) => row.changed);

type Row = ArticleRow & { readonly facts: string; readonly changed: Moment };

type Shown = Pick<Body, 'pictures' | 'videos'>;

/** Bodies of a piece: its own, and those of its entries where it is live coverage. */
const bodiesOf = (window: Window, { kind, address }: PublishedArticle, facts: string, now: Moment): Shown[] => [
  // What the archive wrote itself (`archive/store/articles.ts`).
  JSON.parse(facts) as Shown,
  ...(kind === 'live' ? entriesOf(window, address, now).map(({ body }) => body) : []),
];

const illustrated = (window: Window, row: Row, now: Moment): IllustratedPage | undefined => {
  const article = resolve(window, row, now);
  if (!article) return undefined;
  const bodies = bodiesOf(window, article, row.facts, now);
  const videos = [...(article.leadVideo ? [article.leadVideo] : []), ...bodies.flatMap((body) => body.videos)];
  const pictures = bodies.flatMap((body) => body.pictures);
  return {
    address: article.address,
    changed: row.changed,
    photos: [
      ...(article.leadImage ? [article.leadImage] : []),
      // Whether the body or the picture's own facts describe it makes no difference here.
      ...pictures.flatMap((file) => photoFor(window, { file }, now, '') ?? []),
    ],
    films: videos.flatMap((slug) => {
      const video = window.held().videos.get(slug);
      return (video && showVideo(window, video, now)) ?? [];
    }),
  };
};

/** Some articles of a month with what they show, oldest first, so that a full file never changes. */
export const articlesOfMonth = (
  window: Window,
  month: Address,
  offset: number,
  size: number,
  now: Moment,
): readonly IllustratedPage[] =>
  window
    .db()
    .all<Row>(
      `select ${articleColumns}, b.facts, ${changedAt} as changed from article a join body b on b.id = a.id
       where a.month = ? and ${ours} and ${openAt} order by a.published_at, a.id limit ? offset ?`,
      now,
      month,
      ...openValues(window, now),
      size,
      offset,
    )
    .flatMap((row) => illustrated(window, row, now) ?? []);
