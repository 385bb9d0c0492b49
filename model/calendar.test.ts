import { expect, test } from 'vitest';
import { middayOf, monthNames, weekdayNames, weeksOfMonth } from '#model/calendar';
import { periodOf } from '#model/addresses';

test('October 2026 begins on a Thursday and fills five weeks', () => {
  const weeks = weeksOfMonth(2026, 10);
  expect(weeks).toHaveLength(5);
  expect(weeks[0]).toEqual([undefined, undefined, undefined, 1, 2, 3, 4]);
  expect(weeks[4]?.at(5)).toBe(31);
  expect(weeks[4]?.at(6)).toBeUndefined();
});

test('a February of 28 days that begins on Monday is four weeks without blanks', () => {
  expect(weeksOfMonth(2027, 2).flat()).toEqual(Array.from({ length: 28 }, (_, day) => day + 1));
});

test('a leap year has its day', () => {
  expect(weeksOfMonth(2028, 2).flat()).toContain(29);
  expect(weeksOfMonth(2100, 2).flat()).not.toContain(29);
});

test('midday of a day is in that day in every zone', () => {
  for (const zone of ['Africa/Nairobi', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kathmandu']) {
    expect(periodOf(middayOf({ year: 2026, month: 1, day: 1 }, zone), zone)).toEqual({ year: 2026, month: 1, day: 1 });
  }
});

test('names come from the publication’s language', () => {
  expect(monthNames('en-KE', 'short')[9]).toBe('Oct');
  expect(weekdayNames('en-KE', 'short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
  expect(monthNames('fr', 'long')[0]).toBe('janvier');
});
