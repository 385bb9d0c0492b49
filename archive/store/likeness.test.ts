import { expect, test } from 'vitest';
import { areAlike, likeness, sketchOf } from '#archive/store/likeness';

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, nth) => `word${from + nth}`).join(' ');

test('a text is like itself, whatever its signs and capitals', () => {
  const text = words(0, 300);
  expect(likeness(sketchOf(text), sketchOf(text.toUpperCase().replaceAll(' ', ', ')))).toBe(1);
});

test('an article whose end was rewritten is known again, another one is not', () => {
  const text = words(0, 300);
  expect(areAlike(sketchOf(text), sketchOf(`${words(0, 240)} ${words(1000, 1060)}`))).toBe(true);
  expect(areAlike(sketchOf(text), sketchOf(words(200, 500)))).toBe(false);
  expect(areAlike(sketchOf(text), sketchOf(words(1000, 1300)))).toBe(false);
});

test('a few words are like nothing, not even the same few', () => {
  expect(areAlike(sketchOf('All photographs by our readers'), sketchOf('All photographs by our readers'))).toBe(false);
});
