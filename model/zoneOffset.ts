/** What a zone's clock shows: wall times as numbers, and the offset of a zone at a moment. */
import type { Moment } from '#model/moment';

/** A date and a time of day, without a zone. */
export type WallTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** Milliseconds of a minute and of a day of 24 hours. */
export const minute = 60_000;
export const day = 24 * 60 * minute;

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const digits = 'numeric';
  const shape = { year: digits, month: digits, day: digits, hour: digits, minute: digits, second: digits } as const;
  const made = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', era: 'short', ...shape });
  formats.set(timeZone, made);
  return made;
};

/** Wall time as if it were UTC: a number that can be compared and added to. Years below 100 are meant as they stand. */
export const asUtc = (wall: WallTime): number => {
  const date = new Date(0);
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  return date.getTime() + (wall.hour * 3600 + wall.minute * 60 + wall.second) * 1000;
};

/** The wall time that such a number stands for. */
export const fromUtc = (utc: number): WallTime => {
  const date = new Date(utc);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
};

const exactOffset = (moment: Moment, timeZone: string): number => {
  const whole = Math.floor(moment / 1000) * 1000;
  const found: Record<string, string> = {};
  for (const part of formatOf(timeZone).formatToParts(whole)) found[part.type] = part.value;
  const year = Number(found.year);
  const wall = {
    year: found.era === 'BC' ? 1 - year : year,
    month: Number(found.month),
    day: Number(found.day),
    hour: Number(found.hour),
    minute: Number(found.minute),
    second: Number(found.second),
  };
  return asUtc(wall) - whole;
};

/** Since 1973 no zone has changed its clock twice within so many days (all zones of `Intl` compared day by day to 2040). */
const stretch = 8 * day;
const regularSince = Date.UTC(1973, 0, 1);
/** Most stretches remembered: 22 years for each of 20 zones. */
const mostRemembered = 20_000;

const remembered = new Map<string, Map<number, number>>();

/** The offset at the beginning of a stretch, asked of `Intl` once: each question costs 2 µs, an article has a dozen. */
const offsetAtStart = (nth: number, timeZone: string): number => {
  let known = remembered.get(timeZone);
  if (!known || known.size > mostRemembered) remembered.set(timeZone, (known = new Map()));
  let offset = known.get(nth);
  if (offset === undefined) known.set(nth, (offset = exactOffset(nth * stretch, timeZone)));
  return offset;
};

/** The zone's offset east of UTC at a moment, in milliseconds, exact to the second (old local times have such offsets). */
export const zoneOffset = (moment: Moment, timeZone: string): number => {
  if (moment < regularSince) return exactOffset(moment, timeZone);
  const nth = Math.floor(moment / stretch);
  const offset = offsetAtStart(nth, timeZone);
  return offset === offsetAtStart(nth + 1, timeZone) ? offset : exactOffset(moment, timeZone);
};
