/** Every month of the paper with its last change: an edition makes only the months anew that it names. */
import { changesSince } from '#archive/queries/changesSince';
import { changedAt } from '#archive/queries/months';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Month } from '#archive/questions';
import { everyPage } from '#archive/store/changes';
import { nextChangeAfter } from '#archive/store/nextChange';
import { never } from '#archive/schema';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** Months as they stood at an edition, true from one moment to the next at which time alone changes something. */
type Kept = {
  readonly edition: { readonly number: number; readonly at: Moment };
  readonly from: Moment;
  readonly until: Moment;
  readonly months: ReadonlyMap<Address, Month>;
};

const keptBy = new WeakMap<Window, Kept>();

/** Months that an edition names, of so many that asking for each is less work than asking for all. */
const mostNamed = 50;

const monthsOf = (window: Window, now: Moment, named?: readonly Address[]): readonly Month[] =>
  window.db().all<Month>(
    `select a.month as address, count(*) - sum(a.elsewhere) as articles, max(${changedAt}) as changed from article a
     where ${openAt} ${named ? 'and a.month in (select value from json_each(?))' : ''} group by a.month`,
    now,
    ...openValues(window, now),
    ...(named ? [JSON.stringify(named)] : []),
  );

/** The months that changed since they were kept; `undefined` where anything may have. */
const namedSince = (window: Window, kept: Kept, now: Moment): readonly Address[] | undefined => {
  if (window.preview || now < kept.from || now >= kept.until) return undefined;
  const changes = changesSince(window, kept.edition)?.flatMap((edition) => edition.changes);
  if (!changes || changes.includes(everyPage)) return undefined;
  const months = [...new Set(changes.filter((address) => /^\/\d{4}\/\d\d$/.test(address)))];
  return months.length > mostNamed ? undefined : months;
};

const madeAnew = (window: Window, now: Moment): ReadonlyMap<Address, Month> => {
  const kept = keptBy.get(window);
  const named = kept && namedSince(window, kept, now);
  if (!kept || !named) return new Map(monthsOf(window, now).map((month) => [month.address, month]));
  const months = new Map(kept.months);
  for (const address of named) months.delete(address);
  if (named.length > 0) for (const month of monthsOf(window, now, named)) months.set(month.address, month);
  return months;
};

/**
 * Months that have public articles, newest first. A look at every article of 50,000 takes 20 ms, and a save changes one month:
 * the others are as they were, as long as no embargo ended meanwhile.
 */
export const monthsAt = (window: Window, now: Moment): readonly Month[] =>
  window.counted('months', now, () => {
    // Before anything is read: what is newer than this is asked for again.
    const { edition } = window.held();
    const months = madeAnew(window, now);
    keptBy.set(window, { edition, from: now, until: nextChangeAfter(window.db(), now) ?? never, months });
    return [...months.values()].sort((a, b) => (a.address < b.address ? 1 : -1));
  });
