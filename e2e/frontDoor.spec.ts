/** What every reader is promised at the front door, whatever the page: it can be read, and nothing else comes with it. */
import { connect } from 'node:net';
import { expect, test } from '@playwright/test';

const pages = [
  { name: 'the front', path: '/', status: 200 },
  { name: 'an article', path: '/2026/09/01/kind-news', status: 200 },
  { name: 'a page that is not there', path: '/wp-login.php', status: 404 },
  { name: 'an article that never was', path: '/2026/09/01/never-was', status: 404 },
  { name: 'a piece that was withdrawn', path: '/2026/10/05/withdrawn-with-a-reason', status: 410 },
];

for (const { name, path, status } of pages) {
  test(`${name} is readable without JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const response = await page.goto(path);
    expect(response?.status()).toBe(status);
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect((await page.locator('main').innerText()).length).toBeGreaterThan(40);
    await context.close();
  });

  test(`${name} brings no script of a framework, nothing written inline, and no word to the console`, async ({
    page,
  }) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (fault) => said.push(fault.message));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const response = await page.goto(path, { waitUntil: 'networkidle' });
    const html = (await response?.text()) ?? '';
    expect(html).not.toMatch(/__next_f|\/_next\/static\/[^"]*\.js|<script(?![^>]*(?:ld\+json|src="\/islands\/))/);
    expect(html).not.toMatch(/<style|\sstyle="|\son[a-z]+="/);
    // Chromium itself notes every answer of 400 and more.
    expect(said.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
    const origin = new URL(page.url()).origin;
    expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
  });
}

test('an old address leads to the article with one redirect, and a wrongly written one too', async ({ request }) => {
  const old = await request.get('/2026/09/01/Kind-News/', { maxRedirects: 0 });
  expect([old.status(), old.headers().location]).toEqual([308, '/2026/09/01/kind-news']);
});

test('a made-up month, a page without end and broken escapes are 404, never 500', async ({ request, baseURL }) => {
  for (const path of ['/2026/13', '/2026/02/30', '/category/science/page/0', '/category/science/page/999999999']) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(404);
  }
  for (const path of [
    '/?%%0941',
    '/?a=%E2%0A%82%AC',
    '/%E0%A4%A',
    '/%00',
    '/%2e%2e/%2e%2e/etc/passwd',
    `/${'a'.repeat(5000)}`,
  ]) {
    expect((await fetch(baseURL + path, { redirect: 'manual' })).status, path.slice(0, 40)).toBe(404);
  }
});

test('a form that is sent to where no form is taken is 404, whatever it holds', async ({ request }) => {
  const multipart = { multipart: { email: 'a@b.example' } };
  for (const path of ['/api/nothing', '/api/newsletter', '/api/a/b/c']) {
    expect((await request.post(path, multipart)).status(), path).toBe(404);
    expect((await request.post(path, { form: { a: 'b' } })).status(), path).toBe(404);
  }
});

/** Bytes as an attacker writes them; gives the statuses that come back until the door closes. */
const written = (baseURL: string | undefined, bytes: string): Promise<string[]> =>
  new Promise((resolve) => {
    let heard = '';
    const { port, hostname } = new URL(baseURL ?? '');
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (chunk) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined).on('close', () => resolve(heard.match(/HTTP\/1\.1 \d+/g) ?? []));
  });

const get = (path: string, headers = ''): string => `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`;
const form = (headers: string): string =>
  `POST /api/newsletter/sign-up HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n\r\n0\r\n\r\n${get('/about')}`;

test('requests that proxies read differently are refused with everything behind them, and the site serves on', async ({
  request,
  baseURL,
}) => {
  const shapes = [
    form('Content-Length: 4\r\nTransfer-Encoding: chunked'),
    form('Content-Length: 4\r\nContent-Length: 5'),
    form('Transfer-Encoding: identity\r\nTransfer-Encoding: chunked'),
    form('Transfer-Encoding : chunked'),
    'GET / HTTP/1.1\nHost: localhost\n\n',
    'GET /\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  ];
  for (const shape of shapes) expect(await written(baseURL, shape), shape).toEqual(['HTTP/1.1 400']);
  expect((await request.get('/')).status()).toBe(200);
});

test('a thousand requests in a row on one connection are answered one after the other', async ({ baseURL }) => {
  const answers = await written(baseURL, get('/').repeat(999) + get('/', 'Connection: close\r\n'));
  expect(answers).toEqual(Array(1000).fill('HTTP/1.1 200'));
});
