import { expect, test } from 'vitest';
import { monthNames } from '#model/calendar';
import {
  formatDay,
  formatMoment,
  formatMonth,
  formatSpan,
  formatTime,
  formatWeekday,
  isoMoment,
  offsetAt,
  zoneName,
} from '#model/dates';

const nairobi = { locale: 'en-KE', timeZone: 'Africa/Nairobi', timeZoneName: 'EAT' };
const kathmandu = { locale: 'en-GB', timeZone: 'Asia/Kathmandu' };
const newYork = { locale: 'en-US', timeZone: 'America/New_York' };
const moment = Date.parse('2026-10-15T03:05:09Z');

test('a time is printed on the publication’s wall clock, and always with its zone', () => {
  expect(formatMoment(moment, nairobi)).toBe('15 October 2026, 06:05 EAT');
  expect(formatTime(Date.parse('2026-10-14T21:00:00Z'), nairobi)).toBe('00:00');
  expect(formatWeekday(moment, nairobi)).toBe('Thursday, 15 October 2026');
});

test('where the publication names no zone, the zone names itself', () => {
  expect(zoneName(moment, newYork)).toBe('EDT');
  expect(zoneName(Date.parse('2026-12-15T03:00:00Z'), newYork)).toBe('EST');
});

test('the day changes at the newsroom’s midnight', () => {
  expect(formatDay(Date.parse('2026-10-14T20:59:59Z'), nairobi)).toBe('14 October 2026');
  expect(formatDay(Date.parse('2026-10-14T21:00:00Z'), nairobi)).toBe('15 October 2026');
});

test('days are those of the addresses, also where a land counts its years and months otherwise', () => {
  expect(formatDay(moment, { ...nairobi, locale: 'th-TH' })).toBe('15 ตุลาคม 2026');
  expect(formatMonth(moment, { ...nairobi, locale: 'fa-IR-u-nu-latn' })).toBe('اکتبر 2026');
  expect(monthNames('fa-IR', 'long')[9]).toBe('اکتبر');
});

test('machines get the moment with the zone’s own offset at that moment', () => {
  expect(isoMoment(moment, nairobi)).toBe('2026-10-15T06:05:09+03:00');
  expect(isoMoment(moment, kathmandu)).toBe('2026-10-15T08:50:09+05:45');
  expect(isoMoment(Date.parse('2026-01-15T12:00:00Z'), newYork)).toBe('2026-01-15T07:00:00-05:00');
  expect(isoMoment(Date.parse('2026-07-15T12:00:00Z'), newYork)).toBe('2026-07-15T08:00:00-04:00');
});

test('a printed moment reads back as the same moment, in every zone and season', () => {
  for (const timeZone of Intl.supportedValuesOf('timeZone').filter((_, at) => at % 7 === 0)) {
    for (const month of ['01', '04', '07', '11']) {
      const at = Date.parse(`2026-${month}-03T10:11:12Z`);
      expect(Date.parse(isoMoment(at, { timeZone }))).toBe(at);
    }
  }
});

test('offsets count minutes east of Greenwich', () => {
  expect(offsetAt(moment, 'Africa/Nairobi')).toBe(180);
  expect(offsetAt(moment, 'America/St_Johns')).toBe(-150);
});

test('a span names its two largest units', () => {
  expect(formatSpan((3 * 60 + 12) * 60_000)).toBe('3 h 12 min');
  expect(formatSpan(1000)).toBe('1 min');
  expect(formatSpan((25 * 60 + 1) * 60_000)).toBe('1 d 1 h');
  expect(formatSpan(2 * 86_400_000)).toBe('2 d');
});
