import { expect, test } from 'vitest';
import { formatLength, videoAddress } from '#model/videos';

test('a length is printed as a clock, with hours only where there are any', () => {
  expect([7, 64, 3605, 0, 59.6].map(formatLength)).toEqual(['0:07', '1:04', '1:00:05', '0:00', '1:00']);
});

test('a video has its place on the page of all videos', () => {
  expect(videoAddress('dandelions')).toBe('/videos#dandelions');
  expect(videoAddress('dandelions', 2)).toBe('/videos/page/2#dandelions');
});
