import { expect, test } from 'vitest';
import { byteRangeOf } from '#archive/pictures/byteRange';

test.each([
  ['bytes=0-0', 0, 0],
  ['bytes=0-99', 0, 99],
  ['bytes=0-', 0, 99],
  ['bytes=40-59', 40, 59],
  ['bytes=99-', 99, 99],
  ['bytes=90-5000', 90, 99],
  ['bytes=-1', 99, 99],
  ['bytes=-500', 0, 99],
  ['Bytes=1-2', 1, 2],
])('%s of a hundred bytes is %d to %d', (header, from, to) => {
  expect(byteRangeOf(header, 100)).toEqual({ send: 'part', from, to });
});

test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=999999999999999-'])('%s lies beyond the end', (header) => {
  expect(byteRangeOf(header, 100)).toEqual({ send: 'none' });
});

test.each([
  null,
  '',
  'bytes',
  'bytes=',
  'bytes=-',
  'bytes=5-2',
  'bytes=0-1,5-6',
  'bytes=a-b',
  'items=0-1',
  'bytes=0x1-2',
  'bytes=1.5-2',
  'bytes=--1',
  `bytes=${'9'.repeat(400)}-`,
])('%j asks for the whole', (header) => {
  expect(byteRangeOf(header, 100)).toEqual({ send: 'all' });
});

test('an empty file has no part', () => {
  expect(byteRangeOf('bytes=0-', 0)).toEqual({ send: 'none' });
  expect(byteRangeOf('bytes=-5', 0)).toEqual({ send: 'none' });
  expect(byteRangeOf(null, 0)).toEqual({ send: 'all' });
});
