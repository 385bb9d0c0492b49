import { statSync } from 'node:fs';
import { expect, test } from 'vitest';

const bytesOf = (face: string): number => statSync(`app/fonts/standfirst-serif-${face}.woff2`).size;

test('the face that is fetched with the style sheet leaves room for the lead photo, and both together are light', () => {
  // On a phone with 1.6 Mbit/s the preloaded face and the photo share the line: 40 kB are a fifth of a second.
  expect(bytesOf('roman')).toBeLessThanOrEqual(40_000);
  expect(bytesOf('roman') + bytesOf('italic')).toBeLessThanOrEqual(58_000);
});
