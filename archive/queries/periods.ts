/** Years, months and days that have public articles. */
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { PeriodCount } from '#archive/questions';
import { checkPeriod } from '#model/addresses';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

type Parts = { readonly sql: string; readonly values: readonly string[] };

/**
 * Which articles a question is about, by the column `month`: the index of months holds all that is asked of years and of
 * months, so no article is looked at.
 */
const partsOf = (within: Address): Parts | undefined => {
  const monthsIn = (where: string): string =>
    `select a.month as address, count(*) as articles from article a where ${where} ${openAt} group by a.month`;
  if (within === '/') {
    const sql = `select substr(address, 1, 5) as address, sum(articles) as articles from (${monthsIn('')}) group by 1`;
    return { sql, values: [] };
  }
  const period = checkPeriod(within.slice(1).split('/'));
  if (!period || period.day !== undefined) return undefined;
  if (period.month === undefined)
    return { sql: monthsIn('a.month >= ? and a.month < ? and'), values: [`${within}/`, `${within}0`] };
  const sql = `select substr(a.address, 1, 11) as address, count(*) as articles from article a where a.month = ? and ${openAt} group by 1`;
  return { sql, values: [within] };
};

/** Parts of the paper (`/`), of a year or of a month that have public articles, in order of time. */
export const periodsWithin = (window: Window, within: Address, now: Moment): readonly PeriodCount[] =>
  window.counted(`periods ${within}`, now, () => countPeriods(window, within, now));

const countPeriods = (window: Window, within: Address, now: Moment): readonly PeriodCount[] => {
  const parts = partsOf(within);
  if (!parts) return [];
  const rows = window
    .db()
    .all<{ address: string; articles: number }>(`${parts.sql} order by 1`, ...parts.values, ...openValues(window, now));
  return rows.map(({ address, articles }) => ({
    address,
    articles,
    number: Number(address.slice(address.lastIndexOf('/') + 1)),
  }));
};
