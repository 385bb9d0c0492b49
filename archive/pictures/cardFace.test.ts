/** The letters that cards are said to have are those of the face in the repository, no more and no fewer. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleForTests } from '#model/articleForTests';
import { shareCardFor } from '#model/shareCard';

/** Code points of a face by its `cmap` table in format 4: https://learn.microsoft.com/typography/opentype/spec/cmap */
const lettersOf = (face: Buffer): Set<number> => {
  const tables = Array.from({ length: face.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  const cmap = face.readUInt32BE((tables.find((at) => face.toString('latin1', at, at + 4) === 'cmap') ?? NaN) + 8);
  const subtables = Array.from({ length: face.readUInt16BE(cmap + 2) }, (_, i) => face.readUInt32BE(cmap + 8 + 8 * i));
  const table = cmap + (subtables.find((at) => face.readUInt16BE(cmap + at) === 4) ?? NaN);
  const segments = face.readUInt16BE(table + 6) / 2;
  const ranges = Array.from({ length: segments }, (_, i) => ({
    from: face.readUInt16BE(table + 16 + 2 * (segments + i)),
    to: face.readUInt16BE(table + 14 + 2 * i),
  }));
  return new Set(
    ranges
      .filter(({ to }) => to < 0xffff)
      .flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  );
};

const headlineOnCard = (headline: string): string | undefined =>
  shareCardFor(articleForTests({ headline }), 'Paper')?.headline;

test('a headline is set on a card exactly when the face has all of its letters', () => {
  const letters = lettersOf(readFileSync('app/fonts/standfirst-serif-bold.ttf'));
  expect(letters.size).toBeGreaterThan(200);
  for (let point = 0x21; point < 0x3000; point += 1) {
    const letter = String.fromCodePoint(point);
    // What a card writes differently, joins to its neighbours or leaves out is judged by other promises.
    if (letter.normalize('NFC') !== letter || /[\s\p{C}\p{M}\u2011]/u.test(letter)) continue;
    const words = headlineOnCard(`a${letter}a`);
    expect(words !== undefined, `U+${point.toString(16)} ${letter}`).toBe(letters.has(point));
  }
});
