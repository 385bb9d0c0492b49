/** Years, months and days that have public articles. */
import { openAt, openValues, type Window } from '#archive/queries/window';
import { periodList } from '#archive/queries/lists';
import type { PeriodCount } from '#archive/questions';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** Characters of an address up to the year, the month, the day: `/2026`, `/2026/10`, `/2026/10/15`. */
const lengths = { '/': 5, year: 8, month: 11 } as const;

/** Parts of the paper (`/`), of a year or of a month that have public articles, in order of time. */
export const periodsWithin = (window: Window, within: Address, now: Moment): readonly PeriodCount[] =>
  window.counted(`periods ${within}`, now, () => countPeriods(window, within, now));

const countPeriods = (window: Window, within: Address, now: Moment): readonly PeriodCount[] => {
  const list = within === '/' ? { where: '', values: [] } : periodList(within);
  if (!list || within.length > lengths.year) return [];
  const length = within === '/' ? lengths['/'] : within.length === lengths['/'] ? lengths.year : lengths.month;
  const rows = window.db().all<{ address: string; articles: number }>(
    `select substr(a.address, 1, ${length}) as address, count(*) as articles from article a
     where ${list.where} ${openAt} group by 1 order by 1`,
    ...list.values,
    ...openValues(window, now),
  );
  return rows.map(({ address, articles }) => ({
    address,
    articles,
    number: Number(address.slice(address.lastIndexOf('/') + 1)),
  }));
};
