/** How moments are printed: always on the publication's wall clock, and times always with their zone. */
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import { fromUtc, type WallTime, zoneOffset } from '#model/zoneOffset';

/** The facts of the publication that dates need. */
type DateSite = Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>;

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar in which days, months and years are printed: that of the addresses (`/2026/10/15`), whatever is usual in a
 * locale. Persian and Thai papers would else name their months by others than their pages hold.
 */
export const calendar = 'gregory';

/** `Intl` formats cost 50 µs and more to make, so each is made once for each site and shape. */
const formatOf = (site: DateSite, shape: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${site.locale} ${site.timeZone} ${shape}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(site.locale, { calendar, timeZone: site.timeZone, ...options });
  formats.set(key, made);
  return made;
};

/** Parts of a moment on the wall clock, in digits. */
export const wallClockParts = (moment: Moment, timeZone: string): WallTime =>
  fromUtc(moment + zoneOffset(moment, timeZone));

const dayOf = (moment: Moment, site: DateSite, shape: string, options: Intl.DateTimeFormatOptions): string =>
  formatOf(site, shape, options).format(moment);

/** "15 October 2026" */
export const formatDay = (moment: Moment, site: DateSite): string =>
  dayOf(moment, site, 'day', { day: 'numeric', month: 'long', year: 'numeric' });

/** "15 October" */
export const formatDayShort = (moment: Moment, site: DateSite): string =>
  dayOf(moment, site, 'day-short', { day: 'numeric', month: 'long' });

/** "Thursday, 15 October 2026" */
export const formatWeekday = (moment: Moment, site: DateSite): string => {
  const weekday = dayOf(moment, site, 'weekday', { weekday: 'long' });
  return `${weekday}, ${formatDay(moment, site)}`;
};

/** "Thursday, 15 October": where the page names the year */
export const formatWeekdayShort = (moment: Moment, site: DateSite): string => {
  const weekday = dayOf(moment, site, 'weekday', { weekday: 'long' });
  return `${weekday}, ${formatDayShort(moment, site)}`;
};

/** "15 Oct": for a narrow column */
export const formatDayBrief = (moment: Moment, site: DateSite): string =>
  dayOf(moment, site, 'day-brief', { day: 'numeric', month: 'short' });

/** "October 2026" */
export const formatMonth = (moment: Moment, site: DateSite): string =>
  dayOf(moment, site, 'month', { month: 'long', year: 'numeric' });

/** "06:00" */
export const formatTime = (moment: Moment, site: DateSite): string =>
  dayOf(moment, site, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The zone as it is printed behind a time: the publication's own name for it, or the zone's short name at that moment. */
export const zoneName = (moment: Moment, site: DateSite): string => {
  if (site.timeZoneName) return site.timeZoneName;
  const parts = formatOf(site, 'zone', { timeZoneName: 'short' }).formatToParts(moment);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? site.timeZone;
};

/** "06:00 EAT" */
export const formatTimeWithZone = (moment: Moment, site: DateSite): string =>
  `${formatTime(moment, site)} ${zoneName(moment, site)}`;

/** "15 October 2026, 06:00 EAT" */
export const formatMoment = (moment: Moment, site: DateSite): string =>
  `${formatDay(moment, site)}, ${formatTimeWithZone(moment, site)}`;

const two = (n: number): string => String(n).padStart(2, '0');

/** The zone's offset from UTC at a moment, in minutes east. */
export const offsetAt = (moment: Moment, timeZone: string): number => Math.round(zoneOffset(moment, timeZone) / 60_000);

/** ISO 8601 with the zone's own offset, to the second: "2026-10-15T06:00:00+03:00". */
export const isoMoment = (moment: Moment, site: Pick<Site, 'timeZone'>): string => {
  const offset = offsetAt(moment, site.timeZone);
  const local = new Date(Math.floor(moment / 1000) * 1000 + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

/** "in 3 h 12 min": a span of milliseconds in the two largest units that are not zero. */
export const formatSpan = (milliseconds: number): string => {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const units = [days && `${days} d`, hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`];
  return units.filter(Boolean).slice(0, 2).join(' ');
};
