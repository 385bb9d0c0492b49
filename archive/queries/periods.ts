/** Years, months and days that have public articles. */
import { sizesIn } from '#archive/queries/listCounts';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { PeriodCount } from '#archive/questions';
import { checkPeriod } from '#model/addresses';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** Parts of the paper (`/`), of a year or of a month that have public articles, in order of time. */
export const periodsWithin = (window: Window, within: Address, now: Moment): readonly PeriodCount[] =>
  window.counted(`periods ${within}`, now, () => countPeriods(window, within, now));

const countPeriods = (window: Window, within: Address, now: Moment): readonly PeriodCount[] => {
  const period = within === '/' ? undefined : checkPeriod(within.slice(1).split('/'));
  if (within !== '/' && (!period || period.day !== undefined)) return [];
  const counts = period?.month === undefined ? monthsWithin(window, within, now) : daysWithin(window, within, now);
  return counts.map(([address, articles]) => ({
    address,
    articles,
    number: Number(address.slice(address.lastIndexOf('/') + 1)),
  }));
};

type Counts = readonly (readonly [Address, number])[];

/** Years, or the months of a year: the archive keeps their size, so no article is looked at. */
const monthsWithin = (window: Window, within: Address, now: Moment): Counts => {
  const months = sizesIn(window, 'month', now);
  if (within !== '/') return months.filter(([month]) => month.startsWith(`${within}/`));
  const years = new Map<Address, number>();
  for (const [month, articles] of months) {
    const year = month.slice(0, 5);
    years.set(year, (years.get(year) ?? 0) + articles);
  }
  return [...years];
};

const daysWithin = (window: Window, month: Address, now: Moment): Counts =>
  window
    .db()
    .all<{ address: Address; articles: number }>(
      `select substr(a.address, 1, 11) as address, count(*) as articles from article a
       where a.month = ? and ${openAt} group by 1 order by 1`,
      month,
      ...openValues(window, now),
    )
    .map(({ address, articles }) => [address, articles]);
