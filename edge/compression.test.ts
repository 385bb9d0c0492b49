import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress, encodingFor } from '#edge/compression';

const html = 'text/html; charset=utf-8';

test.each([
  ['br, gzip', html, 'br'],
  ['gzip, deflate', html, 'gzip'],
  ['gzip;q=1.0, br;q=0', html, 'gzip'],
  ['*', html, 'br'],
  ['*;q=0', html, 'identity'],
  ['identity', html, 'identity'],
  ['', html, 'identity'],
  [undefined, html, 'identity'],
  ['BR', html, 'br'],
  ['brx', html, 'identity'],
  ['br', 'image/jpeg', 'identity'],
  ['br', 'font/woff2', 'identity'],
  ['br', 'application/rss+xml; charset=utf-8', 'br'],
  ['br', 'application/feed+json', 'br'],
  ['br', 'image/svg+xml', 'br'],
])('a reader who accepts "%s" gets %s as %s', (accepted, type, encoding) => {
  expect(encodingFor(accepted, type, 5000)).toBe(encoding);
});

test('what fits in a packet travels as it is', () => {
  expect(encodingFor('br', html, 500)).toBe('identity');
});

test('compressed words are the same words', async () => {
  const words = Buffer.from('Habari ya asubuhi. '.repeat(200));
  expect(brotliDecompressSync(await compress(words, 'br'))).toEqual(words);
  expect(gunzipSync(await compress(words, 'gzip'))).toEqual(words);
  expect(await compress(words, 'identity')).toBe(words);
});
