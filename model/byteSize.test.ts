import { expect, test } from 'vitest';
import { fileKind, formatBytes } from '#model/byteSize';

test('a reader sees what a file costs', () => {
  expect([0, 214_300, 999_499, 2_140_000].map(formatBytes)).toEqual(['1 kB', '214 kB', '999 kB', '2.1 MB']);
});

test('a file is called by its kind', () => {
  expect(fileKind({ mime: 'application/pdf', file: 'media/a.pdf' })).toBe('PDF');
  expect(fileKind({ mime: 'application/octet-stream', file: 'media/a.ods' })).toBe('ODS');
  expect(fileKind({ mime: 'application/octet-stream', file: 'media/a' })).toBe('FILE');
});
