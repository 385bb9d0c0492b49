/** What machines are told on the running site: the policy, the licence, the Markdown twins, llms.txt. */
import { expect, test, type APIResponse } from '@playwright/test';
import { startSecondSite } from './secondSite.ts';

const article = '/2026/10/09/every-body-component';

const linksIn = (text: string): readonly string[] =>
  [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url]) => (url ?? '').replaceAll('\\', ''));

const said = (answer: APIResponse, name: string): string => answer.headers()[name] ?? '';

const plainly = { maxRedirects: 0 } as const;

test('H7 robots.txt names each AI crawler, a licence that is RSL, and signals that every page repeats', async ({
  request,
  baseURL,
}) => {
  const robots = await (await request.get('/robots.txt')).text();
  for (const name of ['GPTBot', 'ClaudeBot', 'CCBot', 'Google-Extended', 'PerplexityBot', 'Googlebot-News']) {
    expect(robots).toMatch(new RegExp(`^User-agent: ${name}$`, 'm'));
  }
  const licence = /^License: (\S+)$/m.exec(robots)?.[1] ?? '';
  expect(licence).toBe(`${baseURL ?? ''}/license.xml`);
  const document = await request.get(licence);
  expect(said(document, 'content-type')).toBe('application/rsl+xml; charset=utf-8');
  expect(await document.text()).toContain('<rsl xmlns="https://rslstandard.org/rsl">');
  const usage = /^Content-Usage: (.+)$/m.exec(robots)?.[1];
  const page = await request.get('/');
  expect(said(page, 'content-usage')).toBe(usage);
  const head = (await page.text()).split('</head>', 1)[0];
  expect(head).toContain(`<link rel="license" type="application/rsl+xml" href="${licence}"/>`);
});

test('the head of an article leads to its twin, which is Markdown, says its page, and stays out of engines', async ({
  request,
  baseURL,
}) => {
  const page = await (await request.get(article)).text();
  const twin = /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(
    page.split('</head>', 1)[0] ?? '',
  )?.[1];
  expect(twin).toBe(`${baseURL ?? ''}${article}.md`);
  const answer = await request.get(twin ?? '');
  expect(said(answer, 'content-type')).toBe('text/markdown; charset=utf-8');
  const licence = `<${baseURL ?? ''}/license.xml>; rel="license"; type="application/rsl+xml"`;
  expect(said(answer, 'link')).toBe(`<${baseURL ?? ''}${article}>; rel="canonical", ${licence}`);
  expect(said(answer, 'x-robots-tag')).toBe('noindex');
  const text = await answer.text();
  expect(text).toMatch(/^---\ntitle: /);
  expect(text).toContain('# Every component of a body');
  expect(text).not.toMatch(/<[A-Z]|undefined/);
});

test('a name beyond ASCII has its twin too, and a twin that the reader has is not sent again', async ({ request }) => {
  const address = '/2026/09/25/wanjir%C5%A9-na-ng%C5%A9g%C4%A9.md';
  const answer = await request.get(address);
  expect([answer.status(), (await answer.text()).includes('Wanjirũ na Ngũgĩ')]).toEqual([200, true]);
  const again = await request.get(address, { headers: { 'If-None-Match': said(answer, 'etag') } });
  expect(again.status()).toBe(304);
});

test('a twin stands as its article stands: moved, gone, or never heard of', async ({ request }) => {
  const on = (path: string): Promise<APIResponse> => request.get(`/2026/10/${path}.md`, plainly);
  const moved = await on('08/the-bridge-by-its-old-name');
  expect([moved.status(), said(moved, 'location')]).toEqual([308, '/2026/10/08/the-bridge-by-its-new-name.md']);
  for (const gone of ['01/expired-yesterday', '05/withdrawn-with-a-reason', '02/gone-for-good']) {
    expect([gone, (await on(gone)).status()]).toEqual([gone, 410]);
  }
  for (const hidden of ['14/draft-in-hand', '15/embargo-of-one-hour', '02/gone-without-a-word', '15/never-was']) {
    expect([hidden, (await on(hidden)).status()]).toEqual([hidden, 404]);
  }
});

test('the inner address of twins is nothing from outside', async ({ request }) => {
  expect((await request.get(`/markdown${article}`, plainly)).status()).toBe(404);
});

test('copy that may not be passed on has a twin without its words, and is without them in llms-full.txt', async ({
  request,
}) => {
  const twin = await (await request.get('/2026/10/12/agency-copy.md')).text();
  const full = await (await request.get('/llms-full.txt')).text();
  expect(twin).toContain('# Copy of an agency');
  for (const text of [twin, full]) expect(text).not.toContain('unsyndicatedword');
});

test('every link of llms.txt leads somewhere, and neither file tells of what is hidden', async ({ request }) => {
  const [file, full] = await Promise.all(
    ['/llms.txt', '/llms-full.txt'].map(async (path) => (await request.get(path)).text()),
  );
  expect(file).toMatch(/^# .+\n\n> .+\n/);
  const links = linksIn(file ?? '');
  expect(links.filter((url) => url.endsWith('.md')).length).toBeGreaterThan(20);
  for (const url of links) expect([url, (await request.get(url)).status()]).toEqual([url, 200]);
  for (const text of [file, full]) expect(text).not.toMatch(/hiddenword-\w+|Early Bird|draft-in-hand/);
});

test('F7 a site with a key for IndexNow serves its key file at the root, and no other', async ({ request }) => {
  test.setTimeout(120_000);
  const key = 'Fixture-Key-0123';
  const site = await startSecondSite({ contentDir: 'e2e/content', env: { INDEXNOW_KEY: key } });
  try {
    const file = await request.get(`${site.base}/${key}.txt`);
    expect([file.status(), await file.text()]).toEqual([200, key]);
    expect(said(file, 'content-type')).toBe('text/plain; charset=utf-8');
    expect((await request.get(`${site.base}/Fixture-Key-9999.txt`)).status()).toBe(404);
    expect((await request.get(`/${key}.txt`)).status()).toBe(404);
  } finally {
    await site.end();
  }
});
