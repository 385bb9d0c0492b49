import { expect, test } from 'vitest';
import { checkPageNumber } from '#model/pageNumber';

test('pages are counted from 1', () => {
  expect(checkPageNumber('1')).toBe(1);
  expect(checkPageNumber('123456789')).toBe(123456789);
});

test('nothing else is a page', () => {
  for (const text of ['0', '01', '-1', '1.0', '1e3', '', ' 1', '１', '1234567890', 'NaN']) {
    expect(checkPageNumber(text), text).toBeUndefined();
  }
});
