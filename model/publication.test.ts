import { expect, test } from 'vitest';
import { hiddenAt } from '#model/publication';

const noon = Date.parse('2026-10-15T12:00:00+03:00');
const piece = { draft: false, publishedAt: noon };

test('a piece is public from the very millisecond of its publication', () => {
  expect(hiddenAt(piece, noon - 1)).toBe('embargo');
  expect(hiddenAt(piece, noon)).toBeUndefined();
});

test('a piece ends at the very millisecond of its expiry', () => {
  expect(hiddenAt({ ...piece, expiresAt: noon + 10 }, noon + 9)).toBeUndefined();
  expect(hiddenAt({ ...piece, expiresAt: noon + 10 }, noon + 10)).toBe('expired');
});

test('a withdrawal counts from its own moment', () => {
  const withdrawn = { ...piece, withdrawn: { on: noon + 10, reason: 'wrong' } };
  expect(hiddenAt(withdrawn, noon + 9)).toBeUndefined();
  expect(hiddenAt(withdrawn, noon + 10)).toBe('withdrawn');
});

test('a draft stays hidden whatever its moments say', () => {
  expect(hiddenAt({ ...piece, draft: true, withdrawn: { on: 0, reason: '' } }, noon)).toBe('draft');
});
