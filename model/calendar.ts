/** The shape of months and years on a page: weeks of a calendar, names of months and weekdays. */
import type { Moment } from '#model/moment';
import { calendar, offsetAt } from '#model/dates';
import type { Period } from '#model/addresses';

/** Midday in a period's first day on the wall clock of a zone: the moment to print the period's name from. */
export const middayOf = ({ year, month = 1, day = 1 }: Period, timeZone: string): Moment => {
  const utc = Date.UTC(year, month - 1, day, 12);
  return utc - offsetAt(utc, timeZone) * 60_000;
};

/** Number of days of a month. */
const daysOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Weeks of a month from Monday (ISO 8601), seven cells each; `undefined` before the first and after the last day. */
export const weeksOfMonth = (year: number, month: number): readonly (readonly (number | undefined)[])[] => {
  const blanks = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7;
  const days = daysOfMonth(year, month);
  return Array.from({ length: Math.ceil((blanks + days) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, cell) => {
      const day = week * 7 + cell - blanks + 1;
      return day >= 1 && day <= days ? day : undefined;
    }),
  );
};

const utcNames = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
  moments: readonly number[],
): readonly string[] => {
  const format = new Intl.DateTimeFormat(locale, { ...options, calendar, timeZone: 'UTC' });
  return moments.map((moment) => format.format(moment));
};

/** Names of the twelve months: "January" or "Jan". */
export const monthNames = (locale: string, width: 'long' | 'short'): readonly string[] =>
  utcNames(
    locale,
    { month: width },
    Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15)),
  );

/** Names of the weekdays from Monday: "Monday" or "Mon". 1 January 2024 was a Monday. */
export const weekdayNames = (locale: string, width: 'long' | 'short'): readonly string[] =>
  utcNames(
    locale,
    { weekday: width },
    Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 1 + day)),
  );
