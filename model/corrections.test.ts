import { expect, test } from 'vitest';
import { correctionsAt, updatedAt } from '#model/corrections';

const note = (on: number, place: 'end' | 'top' = 'end') => ({ on, text: `${on}`, kind: 'correction', place }) as const;

test('corrections stand newest first, above the body only where the editor says so', () => {
  const { top, end } = correctionsAt({ corrections: [note(1), note(3), note(2, 'top')] }, 5);
  expect(top.map(({ on }) => on)).toEqual([2]);
  expect(end.map(({ on }) => on)).toEqual([3, 1]);
});

test('a correction or an update dated later is not shown before its time', () => {
  expect(correctionsAt({ corrections: [note(6)] }, 5).end).toEqual([]);
  expect(correctionsAt({ corrections: [note(6)] }, 6).end).toHaveLength(1);
  expect(updatedAt({ updatedAt: 6 }, 5)).toBeUndefined();
  expect(updatedAt({ updatedAt: 5 }, 5)).toBe(5);
  expect(updatedAt({}, 5)).toBeUndefined();
});
