import { afterAll, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';

const door = await openDoor();
afterAll(door.close);
const person = { 'sec-fetch-dest': 'document' };

test('who opens a feed gets it as XML that a browser draws; a feed reader gets it as a feed; both the same bytes', async () => {
  const reader = await door.get('/feed.xml');
  const opened = await door.get('/feed.xml', person);
  expect([reader.headers['content-type'], opened.headers['content-type']]).toEqual([
    'application/rss+xml',
    'application/xml',
  ]);
  expect(opened.body).toEqual(reader.body);
  expect([reader.headers.vary, opened.headers.vary]).toEqual(Array(2).fill('Accept-Encoding, Sec-Fetch-Dest'));
});

test('F6: each of the two has a tag of its own, by which alone it is not sent again', async () => {
  const reader = await door.get('/feed.xml');
  const opened = await door.get('/feed.xml', person);
  expect(opened.headers.etag).not.toBe(reader.headers.etag);
  const again = (tag: string | undefined, headers = {}) =>
    door.get('/feed.xml', { 'if-none-match': tag ?? '', ...headers }).then(({ status }) => status);
  expect(await again(reader.headers.etag)).toBe(304);
  expect(await again(opened.headers.etag, person)).toBe(304);
  expect(await again(reader.headers.etag, person)).toBe(200);
});

test('a page is a page whoever opens it', async () => {
  const { headers } = await door.get('/', person);
  expect([headers['content-type'], headers.vary]).toEqual(['text/html; charset=utf-8', 'Accept-Encoding']);
});
