import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';

const door = await openDoor();
const { get, raw, takeAsked } = door;
beforeEach(() => void takeAsked());
afterAll(door.close);

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
  expect([status, headers.location, takeAsked()]).toEqual([404, undefined, []]);
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
  expect(takeAsked()).toEqual([]);
});

test('a stranger’s host and inner headers change nothing', async () => {
  await get('/', {
    host: 'evil.example',
    rsc: '1',
    'next-action': 'x',
    'x-middleware-subrequest': 'x',
    'x-forwarded-host': 'evil',
  });
  const [asked] = takeAsked();
  expect(asked?.headers).toMatchObject({ host: 'news.example', 'x-forwarded-host': 'news.example' });
  expect(Object.keys(asked?.headers ?? {}).filter((name) => /^(rsc|next-|x-middleware)/.test(name))).toEqual([]);
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
  expect([status, headers.allow, takeAsked()]).toEqual([405, allow, []]);
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
  expect(takeAsked()[0]).toMatchObject({
    method: 'POST',
    body: 'email=a%40b.example',
    headers: { 'content-type': type },
  });
});

test('a form that its route refuses is told on a page', async () => {
  const { status, body } = await get('/api/newsletter/unwelcome', {}, 'POST', 'x');
  expect(status).toBe(415);
  expect(body.toString()).toContain('<h1>This form of data is not read here</h1>');
});

test('more refused forms at once than there are ways to the renderer hold up neither each other nor the pages', async () => {
  const path = '/api/newsletter/refused';
  door.rewrite(path, [400, { 'content-type': 'text/plain', 'x-standfirst-page': '/newsletter' }, 'no']);
  door.rewrite('/newsletter', [200, { 'content-type': 'text/html' }, '<html><h1>The form again</h1></html>']);
  const release = door.hold();
  const refused = Array.from({ length: 200 }, () => get(path, {}, 'POST', 'x'));
  await expect.poll(() => door.questions(), { timeout: 20_000 }).toBe(200);
  const page = get('/category/science');
  release();
  const all = await Promise.all(refused);
  expect(new Set(all.map(({ status, body }) => `${status} ${body.toString()}`))).toEqual(
    new Set(['400 <html><h1>The form again</h1></html>']),
  );
  expect((await page).status).toBe(404);
});

test('a form of a megabyte is 413, announced or not, and goes no further', async () => {
  const large = 'a'.repeat(1_000_000);
  for (const headers of [{ 'content-length': String(large.length) }, { 'transfer-encoding': 'chunked' }]) {
    const { status } = await get('/api/newsletter/sign-up', headers, 'POST', large);
    expect([status, takeAsked()]).toEqual([413, []]);
  }
});

test('a request that the door cannot read for a fault of its own is 500 under our headers, and costs nobody else a thing', async () => {
  const faulty = await openDoor(
    {},
    {
      around: (answer) => (request, response) => {
        if (request.url === '/fault') throw new Error('a fault of the door');
        answer(request, response);
      },
    },
  );
  try {
    const { status, headers } = await faulty.get('/fault');
    expect([status, headers['x-content-type-options'], headers['cache-control']]).toEqual([500, 'nosniff', 'no-store']);
    expect((await faulty.get('/')).status).toBe(200);
  } finally {
    faulty.close();
  }
});

test('styles and fonts are found by their exact name, and nothing beside them', async () => {
  expect((await get('/_next/static/A.css')).headers).toMatchObject({ 'cache-control': 'public, immutable' });
  for (const path of ['/_next/static/a.css', '/_next/static/../server.js', '/_next/static/%2e%2e/BUILD_ID']) {
    expect((await get(path)).status).toBe(404);
  }
  expect(takeAsked()).toEqual([]);
});
