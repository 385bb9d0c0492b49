/** Old addresses lead on with one step, made-up ones end at a page that helps, and nothing makes the site stumble. */
import { request as ask } from 'node:http';
import { expect, test } from '@playwright/test';
import { addressesIn, publicAnswers } from './crawler.ts';

// Some of these visit the whole site, which takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

/** Asks with an address as it is written: browsers and `fetch` would mend it first. */
const askExactly = (base: string, path: string): Promise<{ status: number; location: string | undefined }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(base);
    ask({ hostname, port, path, agent: false }, (answer) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
    })
      .on('error', reject)
      .end();
  });

const renamed = '/2026/10/08/the-bridge-by-its-new-name';

const redirects: readonly (readonly [string, string, string])[] = [
  ['an old address', '/2026/10/08/the-bridge-by-its-old-name', renamed],
  ['an old address of another system', '/news/bridge.html', renamed],
  ['an old address in a query', '/?p=101', renamed],
  ['an old address in other letters', '/News/BRIDGE.HTML/', renamed],
  ['an old address in a query among others, in other letters', '/?utm_source=x&P=101&fbclid=y', renamed],
  ['an address that two pieces claim, to the older one', '/claimed-twice', '/2026/10/03/first-to-claim'],
  ['an old address with a slash at its end', '/2026/10/08/the-bridge-by-its-old-name/', renamed],
  ['a slash at the end', '/2026/09/01/kind-news/', '/2026/09/01/kind-news'],
  ['capital letters', '/2026/09/01/KIND-News', '/2026/09/01/kind-news'],
  ['capital letters and a slash', '/Category/HARBOUR/', '/category/harbour'],
  ['doubled slashes', '/category//harbour', '/category/harbour'],
  ['the first page by its number', '/category/harbour/page/1', '/category/harbour'],
  ['an index file', '/category/harbour/index.html', '/category/harbour'],
  ['a page’s number with a nought before it', '/category/harbour/page/02/', '/category/harbour/page/2'],
];

for (const [what, from, to] of redirects) {
  test(`${what} leads to the page in one step, for ever`, async ({ request, baseURL }) => {
    const { status, location } = await askExactly(baseURL ?? '', from);
    expect(status).toBe(308);
    expect(new URL(location ?? '', baseURL).pathname).toBe(to);
    expect((await request.get(to, { maxRedirects: 0 })).status()).toBe(200);
  });
}

/** One address of each kind that pages of lists, feeds and files for engines have; what `edge/` tests of all kinds holds here. */
const livingPages = [
  '/',
  '/2026/09/01/kind-news',
  '/2026/10/15',
  '/category',
  '/category/harbour',
  '/category/harbour/page/2',
  '/category/harbour/feed.xml',
  '/videos',
  '/about/ethics',
  '/newsletter',
  '/feed.json',
  '/sitemaps/pages.xml',
  '/robots.txt',
];
const strayTails = ['/index.html', '/index.php', '/amp', '/AMP/', '/amp/index.html?AMP=1', '?amp=1'];

test('H4: stray forms of a page are one permanent step from it', async ({ request, baseURL }) => {
  for (const page of livingPages) {
    const tails = page === '/' ? strayTails : [...strayTails, '.html', '.htm/', '.amp.html'];
    for (const tail of tails) {
      const stray = (page === '/' && tail.startsWith('/') ? '' : page) + tail;
      const { status, location } = await askExactly(baseURL ?? '', stray);
      expect([stray, status, location]).toEqual([stray, 308, page]);
    }
    expect((await request.get(page, { maxRedirects: 0 })).status(), page).toBe(200);
  }
});

test('letters that were put together differently are one address', async ({ request }) => {
  const composed = '/2026/09/25/wanjir%C5%A9-na-ng%C5%A9g%C4%A9';
  expect((await request.get(composed)).status()).toBe(200);
  const apart = `/2026/09/25/${encodeURIComponent('wanjirũ-na-ngũgĩ'.normalize('NFD'))}`;
  const response = await request.get(apart, { maxRedirects: 0 });
  expect([response.status(), response.headers().location]).toEqual([308, composed]);
});

test('one slug on two days is two pieces', async ({ page }) => {
  for (const [path, headline] of [
    ['/2026/10/12/same-slug', 'A slug, on Monday'],
    ['/2026/10/13/same-slug', 'A slug, on Tuesday'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  }
});

test('the list of gone addresses beats a file that still lies there, and says what it was told to say', async ({
  request,
}) => {
  const gone = await request.get('/2026/10/02/gone-though-its-file-lies-here');
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('Its file was left behind on purpose.');
  expect((await request.get('/2026/10/02/gone-without-a-word')).status()).toBe(404);
});

const nowhere = [
  '/wp-login.php',
  '/wp-admin/setup-config.php',
  '/.env',
  '/admin',
  '/%E0%A4%A',
  '/%',
  '/%zz',
  '/%00',
  '/2026/09/01/kind-news%00',
  '/2026/09/01/kind-news%0d%0aSet-Cookie:x=1',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/pictures/..%2f..%2farchive.db',
  '/files/../../archive.db',
  '/_next/static/..%2f..%2fBUILD_ID',
  '/_next/image?url=%2Fharbour.jpg&w=640&q=75',
  '/_next/data/x/index.json',
  `/${'a'.repeat(1000)}`,
  `/${'a'.repeat(8000)}`,
  `/${'a/'.repeat(900)}`,
  `/tag/${'%C5%A9'.repeat(200)}`,
  '/1066',
  '/0000',
  '/9999/12/31',
  '/20266',
  '/2026/13',
  '/2026/00',
  '/2026/1',
  '/2026/02/30',
  '/2026/10/32',
  '/2026/10/15/the-lead-of-the-day/more',
  '/2026/10/15/-',
  '/category/nothing',
  '/category/harbour/page/0',
  '/category/harbour/page/-1',
  '/category/harbour/page/1e3',
  '/category/harbour/page/99',
  '/category/harbour/page/99.html',
  '/category/harbour/page/0.html',
  '/category/nothing/index.html',
  '/2026/10/15/never/amp',
  '//evil.example/index.html',
  '/category/harbour/page/1000000000',
  '/category/harbour/page/99999999999999999999999',
  '/author/nobody',
  '/tag/nothing',
  '/series/nothing',
  '/about/nothing',
  '/videos/page/9',
  '/newsletter/nothing',
  '/gone-notice',
  '/_not-found',
  '/api/nothing',
  '/sitemaps/articles-99.xml',
];

test('an address that never was is 404, or one step to where it is, and never a fault', async ({ baseURL }) => {
  for (const path of nowhere) {
    const { status } = await askExactly(baseURL ?? '', path);
    expect(status, path.slice(0, 60)).toBe(404);
  }
});

test('no page, feed or sitemap names an address of this paper that is not there', async ({ request, baseURL }) => {
  const answers = await publicAnswers(baseURL ?? '');
  const lost = answers.filter(
    ({ status, path }) => status !== 200 && path !== '/2026/10/08/the-bridge-by-its-old-name',
  );
  // A piece may end during the visit: who named it before its end must have stopped by now.
  const stillNamed: string[] = [];
  for (const { status, path, from } of lost) {
    const text = from.startsWith('/') ? await (await request.get(from)).text() : '';
    if (text === '' || addressesIn(baseURL ?? '', from, text).includes(path)) {
      stillNamed.push(`${status} ${path} (on ${from})`);
    }
  }
  expect(stillNamed).toEqual([]);
});

test('unknown words in a query change nothing, and broken ones do no harm', async ({ request, baseURL }) => {
  const plain = await (await request.get('/category/science')).text();
  expect(await (await request.get('/category/science?utm_source=x&fbclid=y&page=7')).text()).toBe(plain);
  for (const query of ['?%', '?a=%E0%A4%A', '?p=999999', '?_rsc=1', '?nxtPcategory=opinion', `?${'x'.repeat(1500)}`]) {
    const { status } = await askExactly(baseURL ?? '', `/category/science${query}`);
    expect([200, 404], query.slice(0, 30)).toContain(status);
  }
});

test('what Next’s own router would ask for gets the plain page', async ({ request }) => {
  for (const headers of [
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1', 'next-router-state-tree': '%5B%22%22%5D' },
    { 'next-action': 'abc' },
    { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    { 'x-forwarded-host': 'evil.example' },
  ]) {
    const response = await request.get('/2026/09/01/kind-news', { headers });
    expect(response.status(), JSON.stringify(headers)).toBe(200);
    expect(response.headers()['content-type']).toMatch(/^text\/html/);
    expect(await response.text()).not.toContain('evil.example');
  }
});

test('methods that pages have no use for are refused', async ({ request }) => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    expect((await request.fetch('/2026/09/01/kind-news', { method })).status(), method).toBe(405);
  }
  const head = await request.head('/2026/09/01/kind-news');
  expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
});

test('a page that did not change is not sent again', async ({ request }) => {
  const first = await request.get('/about/ethics');
  const etag = first.headers().etag ?? '';
  expect(etag).not.toBe('');
  const again = await request.get('/about/ethics', { headers: { 'if-none-match': etag } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
});

for (const path of ['/wp-login.php', '/2026/13', '/%00', '/..%2f..%2fetc%2fpasswd']) {
  test(`the page at ${path} says in words that nothing is here, without any script`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const response = await page.goto(path);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').first()).toBeVisible();
    await context.close();
  });
}
