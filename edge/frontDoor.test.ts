import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDoor, words } from '#edge/doorForTests';

const door = await openDoor();
const { get, takeAsked } = door;
beforeEach(() => void takeAsked());
afterAll(door.close);

test('a page leaves without the runtime, under our own headers and none of the renderer’s', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  expect(body.toString()).toBe(`<html>${words}</html>`);
  expect(headers).toMatchObject({
    'cache-control': expect.stringMatching(/^public, max-age=0, .*stale-if-error/) as string,
    'content-security-policy': expect.stringContaining("default-src 'none'") as string,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    link: '</f.woff2>; rel=preload; as=font',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=63072000',
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('set-cookie');
  expect(headers).not.toHaveProperty('x-middleware-rewrite');
});

test('a reader who has the page gets 304, for each encoding its own tag', async () => {
  const plain = await get('/');
  const small = await get('/', { 'accept-encoding': 'br' });
  expect(brotliDecompressSync(small.body)).toEqual(plain.body);
  expect(small.headers.etag).not.toBe(plain.headers.etag);
  const again = await get('/', { 'accept-encoding': 'br', 'if-none-match': `"other", W/${small.headers.etag ?? ''}` });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect(again.headers).toMatchObject({ etag: small.headers.etag, vary: 'Accept-Encoding' });
  expect((await get('/', { 'if-none-match': small.headers.etag ?? '' })).status).toBe(200);
});

test('HEAD is GET without the body', async () => {
  const whole = await get('/');
  const head = await get('/', {}, 'HEAD');
  expect(head.body.length).toBe(0);
  const dated = { date: '' };
  expect({ ...head.headers, ...dated }).toEqual({ ...whole.headers, ...dated });
});

test('a document for machines names its page, and stays out of engines', async () => {
  const { status, headers } = await get('/2026/10/15/bridge.md', { 'accept-encoding': 'br' });
  expect(status).toBe(200);
  expect(headers).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'content-encoding': 'br',
    link: '<https://news.example/2026/10/15/bridge>; rel="canonical"',
    'x-robots-tag': 'noindex',
  });
});

test('the tag of a page is that of its bytes', async () => {
  const { headers, body } = await get('/2026/10/15/bridge');
  expect(headers.etag).toBe(`"${createHash('sha256').update(body).digest().subarray(0, 16).toString('base64url')}"`);
});

test.each([
  ['an article that is not there', '/2026/10/15/lost'],
  ['an address the renderer knows nothing of', '/wp-login.php'],
])('%s: the rendered 404 page, readable without script', async (_, path) => {
  const { status, body } = await get(path);
  expect([status, body.toString()]).toEqual([404, '<html><h1>Nothing here</h1></html>']);
});

test('a flood of made-up addresses costs one 404 page', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => get(`/made-up-${n}`)));
  expect(takeAsked().filter(({ url }) => url === '/_not-found').length).toBeLessThanOrEqual(1);
});

test.each([
  ['a page that fails', '/2026/10/15/broken'],
  ['a page that came without words', '/2026/10/15/wordless'],
  ['a page that was streamed', '/2026/10/15/streamed'],
  ['a redirect to another site', '/2026/10/15/hijacked'],
])('%s: our own page says so, kept by nobody', async (_, path) => {
  const { status, headers, body } = await get(path);
  expect([status, headers['cache-control'], headers.location]).toEqual([503, 'no-store', undefined]);
  expect(headers['retry-after']).toBe('5');
  expect(body.toString()).toContain('<h1>One moment, please</h1>');
});

test('a piece taken down is told with 410 and the renderer’s words', async () => {
  const { status, body } = await get('/2026/10/15/gone');
  expect([status, body.toString()]).toEqual([410, '<html><h1>Taken down</h1></html>']);
});

test.each([
  ['/2026/10/15/moved', '/2026/10/15/bridge'],
  ['/2026/10/15/Moved/', '/2026/10/15/bridge'],
  ['/2026/10/15/BRIDGE/', '/2026/10/15/bridge'],
  ['/2026//10/15/bridge?utm=1', '/2026/10/15/bridge'],
  ['/index.html', '/'],
])('%s is one redirect to %s', async (path, location) => {
  const { status, headers, body } = await get(path);
  expect([status, headers.location, body.length]).toEqual([308, location, 0]);
});

test('a wrongly written address of nothing is 404 at once, not a redirect to a 404', async () => {
  expect((await get('/2026/10/15/LOST/')).status).toBe(404);
});

test('who has a file is told so, also where he asks for a part of it', async () => {
  const part = {
    'content-type': 'video/mp4',
    etag: '"film"',
    'content-range': 'bytes 0-3/9',
    'accept-ranges': 'bytes',
  };
  door.rewrite('/files/abc/x.mp4', [206, part, 'FILM']);
  const range = { range: 'bytes=0-3' };
  expect((await get('/files/abc/x.mp4', range)).headers).toMatchObject({ 'content-range': 'bytes 0-3/9' });
  const known = await get('/files/abc/x.mp4', { ...range, 'if-none-match': '"film"' });
  expect([known.status, known.headers['content-range'], known.body.length]).toEqual([304, undefined, 0]);
  expect((await get('/files/abc/x.mp4', { ...range, 'if-none-match': '"other"' })).status).toBe(206);
});

test('a feed keeps its type; a picture its tag', async () => {
  const feed = await get('/feed.xml', { 'accept-encoding': 'br' });
  expect(feed.headers).toMatchObject({
    'content-type': 'application/rss+xml',
    'content-encoding': 'br',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const picture = await get('/pictures/abc/x.jpg');
  expect([picture.headers.etag, picture.body.toString()]).toEqual(['"p"', 'JPEG']);
  expect((await get('/pictures/abc/x.jpg', { 'if-none-match': '"p"' })).status).toBe(304);
  expect((await get('/pictures/abc/missing.jpg')).body.toString()).toContain('<h1>No page here</h1>');
  const withQuery = await get('/pictures/abc/x.jpg?utm_source=x');
  expect([withQuery.status, withQuery.body.toString()], 'a query says nothing').toEqual([200, 'JPEG']);
});

test('without a renderer: the 503 page, and health that tells the truth', async () => {
  door.loseRenderer();
  const { status, headers, body } = await get('/2026/10/15/never-asked-for');
  expect([status, headers['retry-after']]).toEqual([503, '5']);
  expect(body.toString()).toContain('<h1>One moment, please</h1>');
  expect((await get('/_next/static/A.css')).status).toBe(200);
  expect((await get('/api/health/live')).status).toBe(200);
  const ready = await get('/api/health/ready');
  expect([ready.status, JSON.parse(ready.body.toString())]).toEqual([
    503,
    { ready: false, renderer: 'starting', publisher: 'ready', edition: 3 },
  ]);
  expect((await get('/2026/10/15/bridge')).status).toBe(200);
  door.findRenderer();
  expect((await get('/2026/10/15/bridge')).status).toBe(200);
});
