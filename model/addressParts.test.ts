import { expect, test } from 'vitest';
import { checkPageNumber, checkSlug } from '#model/addressParts';

test('pages are counted from 1', () => {
  expect(checkPageNumber('1')).toBe(1);
  expect(checkPageNumber('123456789')).toBe(123456789);
});

test('nothing else is a page', () => {
  for (const text of ['0', '01', '-1', '1.0', '1e3', '', ' 1', '１', '1234567890', 'NaN']) {
    expect(checkPageNumber(text), text).toBeUndefined();
  }
});

test('a name may hold letters of any script, encoded or not', () => {
  expect(checkSlug('history-of-science')).toBe('history-of-science');
  expect(checkSlug('wanjir%C5%A9')).toBe('wanjirũ');
  expect(checkSlug('wanjirũ')).toBe('wanjirũ');
});

test('what no file can be called names nothing', () => {
  for (const text of ['%E0%A4%A', '..%2Fsecret', 'Science', 'a b', '%00', '', '-a', 'a'.repeat(81)]) {
    expect(checkSlug(text), text).toBeUndefined();
  }
});
