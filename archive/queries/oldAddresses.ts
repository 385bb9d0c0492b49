/** Addresses that lead elsewhere or were taken down, as lists: for hosts that must be told beforehand. */
import { standingOf } from '#archive/queries/standing';
import type { Window } from '#archive/queries/window';
import type { Redirect } from '#archive/questions';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

const addressesOf = (window: Window, sql: string): readonly Address[] =>
  window
    .db()
    .all<{ address: string }>(sql)
    .map(({ address }) => address);

/** Old addresses that lead to a public page at a moment, in the order of their letters. */
export const redirectsAt = (window: Window, now: Moment): readonly Redirect[] =>
  addressesOf(
    window,
    `select address from claim where how = 'alias' union select address from memory where moved_to is not null
     order by 1`,
  ).flatMap((from) => {
    const standing = standingOf(window, from, now);
    return standing.is === 'moved' ? [{ from, to: standing.to }] : [];
  });

/** Addresses that answer 410 at a moment. Of some the newsroom wants nobody to hear (`show: nothing`): they are not here. */
export const goneAt = (window: Window, now: Moment): readonly Address[] =>
  addressesOf(
    window,
    'select address from gone union select address from article union select address from memory order by 1',
  ).filter((address) => standingOf(window, address, now).is === 'gone');
