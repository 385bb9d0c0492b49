import { expect, test } from 'vitest';
import { fileAddress, parseFileAddress } from '#model/fileAddress';

const hash = '0123456789abcdef';

test('a file lies under its hash and its own name', () => {
  expect(fileAddress({ hash, file: 'media/minutes 2026.pdf' })).toBe(`/files/${hash}/minutes%202026.pdf`);
});

test.each(['tide.mp3', 'ngũgĩ.pdf', '100%.csv', 'a#b?c.vtt', 'صوت.mp3', 'a&b;c.txt'])('%s is read back', (name) => {
  expect(parseFileAddress(fileAddress({ hash, file: `media/x/${name}` }))).toEqual({ hash, name });
});

test('a decomposed name of a Mac and a composed one have the same address', () => {
  expect(fileAddress({ hash, file: 'ngu\u0303gi.pdf' })).toBe(fileAddress({ hash, file: 'ng\u0169gi.pdf' }));
});

test.each([
  `/files/${hash}/`,
  `/files/${hash}/a/b.pdf`,
  `/files/${hash}/a b.pdf`,
  `/files/${hash}/%61.pdf`,
  `/files/${hash}/%E0%A4%A`,
  `/files/${hash}/..%2f..%2fetc%2fpasswd`,
  `/files/../${hash}/a.pdf`,
  `/files/abc/a.pdf`,
])('another spelling is none: %j', (address) => {
  expect(parseFileAddress(address)).toBeUndefined();
});
