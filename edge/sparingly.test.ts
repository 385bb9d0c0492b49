import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sparingly } from '#edge/sparingly';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a thousand refusals in an outage are five lines and a number, and single ones are each a line', () => {
  const lines: string[] = [];
  const say = sparingly((what) => lines.push(what));
  for (let nth = 1; nth <= 1000; nth += 1) say(`503 to /page-${nth}`);
  vi.advanceTimersByTime(10_000);
  say('503 to /another');
  vi.advanceTimersByTime(60_000);
  expect(lines).toEqual([
    ...[1, 2, 3, 4, 5].map((nth) => `503 to /page-${nth}`),
    '995 more like the last lines in 10 s',
    '503 to /another',
  ]);
});
