import { expect, test } from 'vitest';
import { backoffAfter } from '#edge/backoff';

test('a first death is answered at once, a row of them more and more slowly, and never more than five seconds late', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(backoffAfter)).toEqual([100, 200, 400, 800, 1600, 3200, 5000, 5000]);
});
