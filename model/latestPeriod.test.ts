import { expect, test } from 'vitest';
import { latestPeriod } from '#model/latestPeriod';

const site = { locale: 'en-KE', timeZone: 'Africa/Nairobi', timeZoneName: 'EAT' };
const now = Date.parse('2026-10-15T09:00:00Z');

test('while something is of today, the list leads on to today', () => {
  expect(latestPeriod(Date.parse('2026-10-14T21:30:00Z'), now, site)).toEqual({
    address: '/2026/10/15',
    name: 'today',
  });
});

test('on a day without stories the list leads on to the month of the newest', () => {
  expect(latestPeriod(Date.parse('2026-09-30T06:00:00Z'), now, site)).toEqual({
    address: '/2026/09',
    name: 'September 2026',
  });
});
