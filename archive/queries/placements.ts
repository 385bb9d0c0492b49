/** Where articles stand in the lists of the paper: whoever keeps numbered pages compares it, to know whether the rest moved up. */
import { createHash } from 'node:crypto';
import { listOf } from '#archive/database';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Placement } from '#archive/questions';
import type { Address, Article } from '#model/article';
import type { Moment } from '#model/moment';

type Row = { readonly id: number; readonly data: string; readonly public_from: Moment };

/** A mark is kept for each article and only ever compared: short is better than readable. */
const markOf = (place: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(place)).digest('base64url').slice(0, 16);

const placementOf = ({ id, data, public_from: from }: Row, now: Moment): Placement => {
  // What the archive wrote itself (`archive/store/articles.ts`).
  const { publishedAt, kind, category, authors, tags, series, corrections } = JSON.parse(data) as Article;
  const lists = [id, from, publishedAt, kind, category, authors, tags.map(({ slug }) => slug), series];
  const said = corrections.map(({ on }) => on).filter((on) => on <= now);
  return {
    lists: markOf(lists),
    corrections: said.length > 0 ? markOf([id, ...said]) : '',
  };
};

/** The place of an article that is public at a moment. */
export const placementAt = (window: Window, address: Address, now: Moment): Placement | undefined => {
  const row = window
    .db()
    .one<Row>(
      `select a.id, a.data, a.public_from from article a where a.address = ? and ${openAt}`,
      address,
      ...openValues(window, now),
    );
  return row && placementOf(row, now);
};

/** Addresses of all public articles, newest first; those that were first printed elsewhere are among them. */
export const publicAddresses = (window: Window, now: Moment): readonly Address[] =>
  listOf<Address>(
    window.db(),
    `select json_group_array(a.address order by a.published_at desc, a.id desc) as list from article a where ${openAt}`,
    ...openValues(window, now),
  );
