/** Where a list of the latest leads on to. */
import { periodAddress, periodOf } from '#model/addresses';
import type { Address } from '#model/article';
import { formatMonth } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** The page of today where the newest piece is of today, else the page of its month, with the words to call it by. */
export const latestPeriod = (
  newest: Moment,
  now: Moment,
  site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>,
): { readonly address: Address; readonly name: string } => {
  const day = periodOf(newest, site.timeZone);
  const address = periodAddress(day);
  if (address === periodAddress(periodOf(now, site.timeZone))) return { address, name: 'today' };
  return { address: periodAddress({ year: day.year, month: day.month }), name: formatMonth(newest, site) };
};
