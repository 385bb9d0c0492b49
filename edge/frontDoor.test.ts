import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { frontDoor } from '#edge/frontDoor';
import { rendererLine } from '#edge/line';
import { listen } from '#edge/listening';
import { notFoundPage } from '#edge/notFound';
import { policiesFor } from '#edge/policies';

const siteUrl = 'https://news.example';
const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>';
const words = 'Habari ya asubuhi. '.repeat(200);

/** What the fake renderer was asked. */
let asked: { url: string; method: string; headers: IncomingHttpHeaders; body: string }[] = [];

type Reply = readonly [status: number, headers: Record<string, string>, body: string];
const html = { 'content-type': 'text/html; charset=utf-8', 'x-middleware-rewrite': '/inner', 'set-cookie': 'a=b' };
const replies: Readonly<Record<string, Reply>> = {
  '/': [200, { ...html, link: '</f.woff2>; rel=preload; as=font' }, `<html><script>next</script>${words}</html>`],
  '/_not-found': [404, html, '<html><script>next</script><h1>Nothing here</h1></html>'],
  '/2026/10/15/bridge': [200, html, '<html><h1>Bridge</h1></html>'],
  '/2026/10/15/lost': [404, html, empty],
  '/2026/10/15/broken': [500, html, empty],
  '/2026/10/15/streamed': [200, html, '<html><template id="B:0"></template></html>'],
  '/2026/10/15/wordless': [200, html, empty],
  '/2026/10/15/moved': [308, { location: '/2026/10/15/bridge' }, 'moved'],
  '/2026/10/15/hijacked': [308, { location: 'https://evil.example/' }, ''],
  '/2026/10/15/gone': [410, html, '<html><h1>Taken down</h1></html>'],
  '/feed.xml': [
    200,
    { 'content-type': 'application/rss+xml', 'cache-control': 'public, max-age=60' },
    `<rss>${words}</rss>`,
  ],
  '/pictures/abc/x.jpg': [
    200,
    { 'content-type': 'image/jpeg', etag: '"p"', 'cache-control': 'public, immutable' },
    'JPEG',
  ],
  '/api/newsletter/sign-up': [303, { location: 'http://news.example/newsletter/check' }, ''],
  '/api/newsletter/unwelcome': [415, { 'content-type': 'text/plain' }, 'no'],
};

const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  asked.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
  const [status, headers, text] = replies[(request.url ?? '').split('?', 1)[0] ?? ''] ?? [404, {}, ''];
  response.writeHead(status, headers).end(text);
};

let renderer: Server;
let door: Server;
let port: number;
const line = rendererLine({ patience: 300 });

beforeAll(async () => {
  renderer = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1');
  await once(renderer, 'listening');
  line.open((renderer.address() as AddressInfo).port);
  const css = { type: 'text/css; charset=utf-8', cacheControl: 'public, immutable', body: Buffer.from(words) };
  const handle = frontDoor({
    line,
    siteUrl,
    notFound: notFoundPage(line, {}),
    policies: policiesFor({ siteUrl, frameOrigins: [] }),
    files: new Map([['/_next/static/A.css', css]]),
    health: () => ({ renderer: line.isOpen() ? 'ready' : 'starting', publisher: 'ready', edition: 3 }),
  });
  door = await listen({ port: 0, host: '127.0.0.1' }, (request, response) => void handle(request, response));
  port = (door.address() as AddressInfo).port;
});
afterAll(() => {
  door.close();
  line.close();
  renderer.close();
});
beforeEach(() => {
  asked = [];
});

type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** `fetch` would mend addresses and forbid headers, so requests are written as they stand. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET', body?: string): Promise<Got> =>
  new Promise((resolve, reject) => {
    const sent = ask({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

/** Bytes as an attacker writes them; gives everything that comes back. */
const raw = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('close', () => resolve(heard));
    socket.on('error', () => resolve(heard));
  });

test('a page leaves without the runtime, under our own headers and none of the renderer’s', async () => {
  const { status, headers, body } = await get('/');
  expect(status).toBe(200);
  expect(body.toString()).toBe(`<html>${words}</html>`);
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=0, must-revalidate',
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
  expect(asked.filter(({ url }) => url === '/_not-found').length).toBeLessThanOrEqual(1);
});

test.each([
  ['a page that fails', '/2026/10/15/broken'],
  ['a page that came without words', '/2026/10/15/wordless'],
  ['a page that was streamed', '/2026/10/15/streamed'],
  ['a redirect to another site', '/2026/10/15/hijacked'],
])('%s: our own page says so, kept by nobody', async (_, path) => {
  const { status, headers, body } = await get(path);
  expect([status, headers['cache-control'], headers.location]).toEqual([500, 'no-store', undefined]);
  expect(body.toString()).toContain('<h1>This page could not be made</h1>');
});

test('a piece taken down is told with 410 and the renderer’s words', async () => {
  const { status, body } = await get('/2026/10/15/gone');
  expect([status, body.toString()]).toEqual([410, '<html><h1>Taken down</h1></html>']);
});

test.each([
  ['/2026/10/15/moved', '/2026/10/15/bridge'],
  ['/2026/10/15/Moved/', '/2026/10/15/bridge'],
  ['/2026/10/15/BRIDGE/', '/2026/10/15/bridge'],
  ['/2026//10/15/bridge?utm=1', '/2026/10/15/bridge?utm=1'],
  ['/index.html', '/'],
])('%s is one redirect to %s', async (path, location) => {
  const { status, headers, body } = await get(path);
  expect([status, headers.location, body.length]).toEqual([308, location, 0]);
});

test('a wrongly written address of nothing is 404 at once, not a redirect to a 404', async () => {
  expect((await get('/2026/10/15/LOST/')).status).toBe(404);
});

test.each([
  '/%00',
  '/%E0%A4%A',
  '/a/%2e%2e/b',
  '//evil.example/',
  `/${'a'.repeat(3000)}`,
  'http://evil.example/',
  '/_not-found',
  '/gone-notice?address=/x',
])('the renderer never hears of %s', async (path) => {
  const { status, headers } = await get(path);
  expect([status, headers.location, asked]).toEqual([404, undefined, []]);
});

test('an address of thirty kilobytes is 404, headers of that size are 431, and what is no HTTP is 400', async () => {
  expect(await raw(`GET /${'a'.repeat(30_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 404 /);
  expect(await raw(`GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(30_000)}\r\n\r\n`)).toMatch(/^HTTP\/1.1 431 /);
  expect(await raw('garbage\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
});

test('a request with two lengths is refused, and what stands behind it is no second request', async () => {
  const smuggled =
    'POST /api/newsletter/sign-up HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /2026/10/15/bridge HTTP/1.1\r\nHost: x\r\n\r\n';
  expect(await raw(smuggled)).toMatch(/^HTTP\/1.1 400 /);
  expect(asked).toEqual([]);
});

test('a stranger’s host and inner headers change nothing', async () => {
  await get('/', {
    host: 'evil.example',
    rsc: '1',
    'next-action': 'x',
    'x-middleware-subrequest': 'x',
    'x-forwarded-host': 'evil',
  });
  expect(asked[0]?.headers).toMatchObject({ host: 'news.example', 'x-forwarded-host': 'news.example' });
  expect(Object.keys(asked[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['rsc']));
  expect(Object.keys(asked[0]?.headers ?? {}).filter((name) => /^(rsc|next-|x-middleware)/.test(name))).toEqual([]);
});

test.each([
  ['PUT', '/', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
  ['DELETE', '/api/newsletter/sign-up', 'GET, HEAD, POST'],
  ['PURGE', '/2026/10/15/bridge', 'GET, HEAD'],
  ['TRACE', '/', 'GET, HEAD'],
  ['OPTIONS', '/', 'GET, HEAD'],
  ['POST', '/api/health/live', 'GET, HEAD'],
])('%s %s is not done here', async (method, path, allow) => {
  const { status, headers } = await get(path, {}, method);
  expect([status, headers.allow, asked]).toEqual([405, allow, []]);
});

test('a form reaches its route whole, and the redirect behind it stays on the site', async () => {
  const type = 'application/x-www-form-urlencoded';
  const { status, headers } = await get(
    '/api/newsletter/sign-up',
    { 'content-type': type },
    'POST',
    'email=a%40b.example',
  );
  expect([status, headers.location, headers['cache-control']]).toEqual([303, '/newsletter/check', 'no-store']);
  expect(asked[0]).toMatchObject({ method: 'POST', body: 'email=a%40b.example', headers: { 'content-type': type } });
});

test('a form that its route refuses is told on a page', async () => {
  const { status, body } = await get('/api/newsletter/unwelcome', {}, 'POST', 'x');
  expect(status).toBe(415);
  expect(body.toString()).toContain('<h1>This form of data is not read here</h1>');
});

test('a form of a megabyte is 413, announced or not, and goes no further', async () => {
  const large = 'a'.repeat(1_000_000);
  for (const headers of [{ 'content-length': String(large.length) }, { 'transfer-encoding': 'chunked' }]) {
    const { status } = await get('/api/newsletter/sign-up', headers, 'POST', large);
    expect([status, asked]).toEqual([413, []]);
  }
});

test('a feed keeps its type and its own lifetime; a picture its tag', async () => {
  const feed = await get('/feed.xml', { 'accept-encoding': 'br' });
  expect(feed.headers).toMatchObject({
    'content-type': 'application/rss+xml',
    'content-encoding': 'br',
    'cache-control': 'public, max-age=60',
    'cross-origin-resource-policy': 'cross-origin',
  });
  const picture = await get('/pictures/abc/x.jpg');
  expect([picture.headers.etag, picture.body.toString()]).toEqual(['"p"', 'JPEG']);
  expect((await get('/pictures/abc/x.jpg', { 'if-none-match': '"p"' })).status).toBe(304);
  expect((await get('/pictures/abc/missing.jpg')).body.toString()).toContain('<h1>No page here</h1>');
});

test('styles and fonts are found by their exact name, and nothing beside them', async () => {
  expect((await get('/_next/static/A.css')).headers).toMatchObject({ 'cache-control': 'public, immutable' });
  for (const path of ['/_next/static/a.css', '/_next/static/../server.js', '/_next/static/%2e%2e/BUILD_ID']) {
    expect((await get(path)).status).toBe(404);
  }
  expect(asked).toEqual([]);
});

test('without a renderer: the 503 page, and health that tells the truth', async () => {
  const { port: before } = renderer.address() as AddressInfo;
  line.close();
  const { status, headers, body } = await get('/2026/10/15/bridge');
  expect([status, headers['retry-after']]).toEqual([503, '5']);
  expect(body.toString()).toContain('<h1>One moment, please</h1>');
  expect((await get('/_next/static/A.css')).status).toBe(200);
  expect((await get('/api/health/live')).status).toBe(200);
  const ready = await get('/api/health/ready');
  expect([ready.status, JSON.parse(ready.body.toString())]).toEqual([
    503,
    { ready: false, renderer: 'starting', publisher: 'ready', edition: 3 },
  ]);
  line.open(before);
  expect((await get('/2026/10/15/bridge')).status).toBe(200);
});
