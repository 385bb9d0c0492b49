import { expect, test } from 'vitest';
import { byDay } from '#model/days';

const at = (text: string) => ({ publishedAt: Date.parse(text) });

test('a day ends at midnight on the newsroom’s wall, not at midnight in Greenwich', () => {
  const late = at('2026-10-14T21:30:00Z');
  const earlier = at('2026-10-14T20:30:00Z');
  expect(byDay([late, earlier], 'Africa/Nairobi').map(({ address }) => address)).toEqual([
    '/2026/10/15',
    '/2026/10/14',
  ]);
});

test('the order of days and of articles stays', () => {
  const [a, b, c] = [at('2026-10-15T08:00:00Z'), at('2026-10-15T06:00:00Z'), at('2026-10-13T06:00:00Z')];
  expect(byDay([a, b, c], 'Africa/Nairobi').map(({ articles }) => articles)).toEqual([[a, b], [c]]);
});

test('nothing makes no days', () => {
  expect(byDay([], 'Africa/Nairobi')).toEqual([]);
});
