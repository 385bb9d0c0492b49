/** Reads times as editors write them: the clock on the newsroom's wall, in the zone of the publication. */
import { guessClock, type ClockGuess } from '#model/clockGuess';
import type { Moment } from '#model/moment';
import { asUtc, day, fromUtc, minute, type WallTime, zoneOffset } from '#model/zoneOffset';

/**
 * Why a written time is no moment. `write` is the text to write instead, where one can be guessed; `sure` where that is the
 * same time beyond doubt; `fix` where a sentence says more.
 */
export type ClockFault = ClockGuess;

/** A moment as written. `otherReading` tells of an offset that is not the zone's own at that moment. */
export type ClockReading =
  | { readonly ok: true; readonly moment: Moment; readonly iso: string; readonly otherReading?: ClockFault }
  | { readonly ok: false; readonly fault: ClockFault };

const two = (n: number): string => String(n).padStart(2, '0');

/** "+03:00"; seconds of old local times are left out. */
const offsetText = (offset: number): string => {
  const size = Math.floor(Math.abs(offset) / minute);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
};

const dayText = (wall: WallTime): string => `${String(wall.year).padStart(4, '0')}-${two(wall.month)}-${two(wall.day)}`;
const timeText = (wall: WallTime): string =>
  `${two(wall.hour)}:${two(wall.minute)}${wall.second === 0 ? '' : `:${two(wall.second)}`}`;
const wallText = (wall: WallTime): string => `${dayText(wall)} ${timeText(wall)}`;

/** The time on the wall clock at a moment, as an editor writes it: "2026-10-15 06:00". */
export const wallClockText = (moment: Moment, timeZone: string): string =>
  wallText(fromUtc(Math.floor(moment / 1000) * 1000 + zoneOffset(moment, timeZone)));

/** ISO 8601 to the second with the offset at that moment; `Z` where the offset has seconds of its own. */
const isoText = (moment: Moment, offset: number): string =>
  offset % minute === 0
    ? `${new Date(moment + offset).toISOString().slice(0, 19)}${offsetText(offset)}`
    : new Date(moment).toISOString();

/**
 * The moments at which the zone's clock shows a wall time, earliest first: one, none where the clock skips it, two where it
 * shows it twice. A day and two hours to either side reach past every change of a zone's clock.
 */
export const momentsAt = (wall: WallTime, timeZone: string): readonly Moment[] => {
  const local = asUtc(wall);
  const offsets = new Set([
    zoneOffset(local - 26 * 60 * minute, timeZone),
    zoneOffset(local + 26 * 60 * minute, timeZone),
  ]);
  if (offsets.size === 1) {
    // Rarely a clock is changed and changed back within two days; the offset at the place itself tells.
    const [only = 0] = offsets;
    offsets.add(zoneOffset(local - only, timeZone));
  }
  return [...offsets]
    .map((offset) => ({ moment: local - offset, offset }))
    .filter(({ moment, offset }) => zoneOffset(moment, timeZone) === offset)
    .map(({ moment }) => moment)
    .sort((a, b) => a - b);
};

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const months = 'january february march april may june july august september october november december'.split(' ');

const shape = /^(\d{4})-(\d{2})-(\d{2})(?:[ \t]+|T)(\d{2}):(\d{2})(?::(\d{2}))?(?: ?(Z|[+-]\d{2}:\d{2}))?$/;

/** Faults of a time that has the right shape: fields out of range, each with the text to write. */
const rangeFault = (wall: WallTime, zone: string): ClockFault | undefined => {
  const { year, month, day: date, hour } = wall;
  if (month < 1 || month > 12)
    return { message: `has month ${two(month)}; a year has 12.`, fix: 'Write the month as 01 to 12.' };
  if (year < 1000)
    return { message: `is in the year ${year}; years have four digits from 1000.`, fix: 'Write the right year.' };
  const last = daysIn(year, month);
  if (date < 1 || date > last) {
    const name = (months[month - 1] ?? '').replace(/^./, (first) => first.toUpperCase());
    const message = `is no day: ${name} ${year} has ${last} days.`;
    return date < 1
      ? { message, fix: 'Write the right day.' }
      : { message, write: `${wallText({ ...wall, day: last })}${zone}` };
  }
  if (hour === 24 && wall.minute === 0 && wall.second === 0) {
    const next = fromUtc(asUtc({ ...wall, hour: 0 }) + day);
    return { message: 'has 24:00; midnight is 00:00 of the next day.', write: `${wallText(next)}${zone}` };
  }
  if (hour > 23) return { message: `has hour ${two(hour)}; a day has 00 to 23.`, fix: 'Write the hour as 00 to 23.' };
  if (wall.minute > 59)
    return { message: `has minute ${two(wall.minute)}; an hour has 00 to 59.`, fix: 'Write the minute as 00 to 59.' };
  if (wall.second > 59) {
    return {
      message: `has second ${two(wall.second)}; a minute has 00 to 59.`,
      write: `${wallText({ ...wall, second: 59 })}${zone}`,
    };
  }
  return undefined;
};

const offsetIn = (zone: string): number | undefined => {
  if (zone === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (minutes > 59 || hours * 60 + minutes > 14 * 60) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minute;
};

/** Reads a time with an offset of its own; where that is not the zone's, says what both readings are. */
const readWithOffset = (wall: WallTime, zone: string, timeZone: string): ClockReading => {
  const offset = offsetIn(zone);
  if (offset === undefined) {
    const fault = { message: `has the offset ${zone}; offsets go from -12:00 to +14:00.`, write: wallText(wall) };
    return { ok: false, fault };
  }
  const moment = asUtc(wall) - offset;
  const own = zoneOffset(moment, timeZone);
  const iso = isoText(moment, own);
  if (own === offset) return { ok: true, moment, iso };
  const here = wallText(fromUtc(moment + own));
  const message = `is ${here} on the newsroom's clock (${offsetText(own)}); without the ${zone} it would be ${timeText(wall)} there.`;
  return { ok: true, moment, iso, otherReading: { message, write: here } };
};

const readInZone = (wall: WallTime, timeZone: string): ClockReading => {
  const moments = momentsAt(wall, timeZone);
  const [first, second] = moments;
  if (first !== undefined && second === undefined) {
    return { ok: true, moment: first, iso: isoText(first, zoneOffset(first, timeZone)) };
  }
  if (first !== undefined && second !== undefined) {
    const [a, b] = [first, second].map((moment) => `${wallText(wall)}${offsetText(zoneOffset(moment, timeZone))}`);
    const message = `happens twice: the clock is put back, and shows ${timeText(wall)} two times (${a} and ${b}).`;
    return { ok: false, fault: { message, write: a ?? '', fix: `Write:  ${a ?? ''}  or  ${b ?? ''}` } };
  }
  // The clock jumps over it: read with the offset before the jump, it is the time that the clock showed instead.
  const local = asUtc(wall);
  const instead = wallClockText(local - zoneOffset(local - 26 * 60 * minute, timeZone), timeZone);
  const message = `does not exist in ${timeZone}: the clock is put forward over it.`;
  return { ok: false, fault: { message, write: instead } };
};

const wallIn = (match: RegExpExecArray): WallTime => {
  const [year = 0, month = 0, date = 0, hour = 0, minutes = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  return { year, month, day: date, hour, minute: minutes, second };
};

/** A guess is shown only where it would be read as a time. */
const checkedGuess = (text: string): ClockFault => {
  const guess = guessClock(text);
  if (guess.write === undefined) return guess;
  const match = shape.exec(guess.write);
  const fault = match && rangeFault(wallIn(match), match[7] ?? '');
  if (match && !fault) return guess;
  return fault?.write === undefined ? { message: guess.message, fix: 'Write it like 2026-10-15 06:00.' } : { ...fault };
};

/**
 * Reads `2026-10-15 06:00` (`T` and seconds are welcome, an offset or `Z` may follow) on the wall clock of a zone.
 * Never throws; `timeZone` must be a zone that `Intl` knows.
 */
export const readWallClock = (written: string, timeZone: string): ClockReading => {
  const text = written.trim();
  const match = shape.exec(text);
  if (!match) return { ok: false, fault: checkedGuess(text) };
  const wall = wallIn(match);
  const zone = match[7] ?? '';
  const fault = rangeFault(wall, zone);
  if (fault) return { ok: false, fault };
  return zone === '' ? readInZone(wall, timeZone) : readWithOffset(wall, zone, timeZone);
};
