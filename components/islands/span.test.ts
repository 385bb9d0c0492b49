import { expect, test } from 'vitest';
import { agoFor } from '#islands/span';

const minutes = (n: number): number => n * 60_000;

test('a time is told as a span for one day and as a date from then on', () => {
  expect(agoFor(minutes(0.5))).toEqual({ count: 0, unit: 'second' });
  expect(agoFor(minutes(1))).toEqual({ count: 1, unit: 'minute' });
  expect(agoFor(minutes(59.9))).toEqual({ count: 59, unit: 'minute' });
  expect(agoFor(minutes(60))).toEqual({ count: 1, unit: 'hour' });
  expect(agoFor(minutes(24 * 60) - 1)).toEqual({ count: 23, unit: 'hour' });
  expect(agoFor(minutes(24 * 60))).toBeUndefined();
});

test('a telephone whose clock is behind sees the date and no span', () => {
  expect(agoFor(minutes(-0.5))).toEqual({ count: 0, unit: 'second' });
  expect(agoFor(minutes(-2))).toBeUndefined();
});
