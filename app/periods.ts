/** Years, months and days for the date pages: their names, and what lies before and after them. */
import type { Metadata } from 'next';
import { checkPeriod, type Period, periodAddress } from '#model/addresses';
import { around, neighboursOf } from '#model/around';
import type { Address } from '#model/article';
import { middayOf } from '#model/calendar';
import { formatDay, formatMonth } from '#model/dates';
import type { Moment } from '#model/moment';
import { head } from './head';
import { photoOfPeriod } from './listPhotos';
import { archive, site } from './paper';

/** Articles of one day or month that stand on its page; busier ones are reached day by day. */
export const mostOfPeriod = 400;

/** "2026", "October 2026", "15 October 2026" */
export const periodName = (period: Period): string => {
  const midday = middayOf(period, site.timeZone);
  if (period.day !== undefined) return formatDay(midday, site);
  return period.month === undefined ? String(period.year) : formatMonth(midday, site);
};

/** The parts of a date page's address. */
export type PeriodParams = Promise<{ readonly year: string; readonly month?: string; readonly day?: string }>;

/** The period that an address names; nothing where there is no such day, month or year. */
export const periodIn = async (params: PeriodParams): Promise<Period | undefined> => {
  const { year, month, day } = await params;
  return checkPeriod([year, month, day].filter((part) => part !== undefined));
};

/** What the head of a date page says. */
export const periodHead = async (params: PeriodParams): Promise<Metadata> => {
  const period = await periodIn(params);
  if (!period) return {};
  const name = periodName(period);
  const description = `Every story ${site.name} published ${period.day === undefined ? 'in' : 'on'} ${name}.`;
  const address = periodAddress(period);
  return head({ title: name, description, address, photo: photoOfPeriod(address) });
};

type Counted = { readonly address: Address };

/** Years, with those that have articles alone. */
export const yearsAt = (at: Moment) => archive.periods('/', at);

const within = (parents: readonly Counted[], parent: Address, at: Moment) =>
  around(parents, parent).flatMap(({ address }) => archive.periods(address, at));

const named = (counted: Counted | undefined) => {
  const period = counted && checkPeriod(counted.address.slice(1).split('/'));
  return period && { href: counted.address, name: periodName(period) };
};

/** The months before and after a month, across the turn of the year. */
export const monthsAround = (year: Address, month: Address, at: Moment) => {
  const { before, after } = neighboursOf(within(yearsAt(at), year, at), month);
  return { before: named(before), after: named(after) };
};

/** The days before and after a day, across the turn of the month. */
export const daysAround = (year: Address, month: Address, day: Address, at: Moment) => {
  const months = within(yearsAt(at), year, at);
  const { before, after } = neighboursOf(within(months, month, at), day);
  return { before: named(before), after: named(after) };
};
