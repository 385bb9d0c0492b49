import { expect, test } from 'vitest';
import { around, neighboursOf } from '#model/around';

const list = ['/2024', '/2025', '/2026'].map((address) => ({ address }));
const [first, second, third] = list;

test('a member in the middle has two neighbours', () => {
  expect(around(list, '/2025')).toEqual(list);
  expect(neighboursOf(list, '/2025')).toEqual({ before: first, after: third });
});

test('the first and the last have one', () => {
  expect(around(list, '/2024')).toEqual([first, second]);
  expect(neighboursOf(list, '/2024')).toEqual({ before: undefined, after: second });
  expect(neighboursOf(list, '/2026')).toEqual({ before: second, after: undefined });
});

test('what is not in the list has none, not those of its end', () => {
  expect(around(list, '/1999')).toEqual([]);
  expect(neighboursOf(list, '/1999')).toEqual({});
});
