/** What is not public is nowhere: no page, list, feed, sitemap, head, picture or file tells of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type APIResponse, expect, test } from '@playwright/test';
import { publicAnswers } from './crawler.ts';

// Some of these visit the whole site, which takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

/** Pieces that nobody may read at the moment of the clock, by the last part of their addresses. */
const hiddenPieces = [
  '2026/10/14/draft-in-hand',
  '2026/10/15/embargo-of-one-hour',
  '2026/10/15/embargo-with-a-broken-file',
  '2026/10/01/expired-yesterday',
  '2026/10/05/withdrawn-with-a-reason',
  '2026/10/05/withdrawn-with-a-broken-date',
  '2026/10/06/draft-misspelt',
  '2026/10/06/draft-with-broken-yaml',
  '2026/10/07/never-was-good',
  '2026/10/07/code-in-the-body',
  '2026/10/07/pasted-from-a-web-page',
  '2026/10/07/a-link-that-runs',
  '2026/10/07/updated-before-published',
  '2026/10/07/in-the-wrong-folder',
  '2026/10/08/in-the-wrong-folder',
  '2026/10/07/bridge',
  '2026/10/04/second-to-claim',
  '2026/10/02/gone-though-its-file-lies-here',
  '2026/10/02/gone-for-good',
  '2026/10/02/gone-without-a-word',
  '2026/09/20/picture-without-facts',
];

/** Members of lists that only such pieces have. */
const hiddenMembers = ['author/early-bird', 'tag/only-under-embargo', 'tag/only-drafted', 'tag/only-expired'];

/** Days on which nothing but such pieces was published. */
const hiddenDays = ['2026/10/14', '2026/10/07', '2026/10/06', '2026/10/05', '2026/10/01', '2026/10/04'];

/** Answers for what was taken down on purpose; everything else that is hidden never was. */
const goneWithWords = [
  '2026/10/01/expired-yesterday',
  '2026/10/05/withdrawn-with-a-reason',
  '2026/10/02/gone-though-its-file-lies-here',
  '2026/10/02/gone-for-good',
];

/** Words of hidden pieces that bear no mark of their own. */
const hiddenWords = [/hiddenword-\w+/, /a-film-under-embargo/, /Early Bird/, /Only (?:under embargo|drafted|expired)/];

const mediaHash = (name: string): string =>
  createHash('sha256')
    .update(readFileSync(`e2e/content/media/${name}`))
    .digest('hex')
    .slice(0, 16);

/** Kinds of answer that the visit must have seen, or it proves little: by type, and by the end of the address. */
const seen: readonly (readonly [type: RegExp, path: RegExp, least: number])[] = [
  [/^text\/html/, /./, 150],
  [/rss\+xml/, /feed\.xml$/, 10],
  [/atom\+xml/, /atom\.xml$/, 10],
  [/feed\+json/, /feed\.json$/, 10],
  [/^application\/xml/, /^\/sitemaps\//, 5],
  [/^application\/xml/, /^\/news-sitemap\.xml$/, 1],
  [/^text\/markdown/, /\.md$/, 50],
  [/^text\/plain/, /^\/(llms(-full)?|robots)\.txt$/, 3],
  [/^image\/png/, /^\/cards\//, 10],
  [/json/, /^\/(site\.webmanifest|speculation-rules\.json|api\/health\/ready)$/, 3],
];

test('nothing that can be reached from the front, the feeds, the sitemaps and the files for machines tells of a hidden piece', async ({
  baseURL,
}) => {
  const answers = await publicAnswers(baseURL ?? '');
  for (const [type, place, least] of seen) {
    const count = answers.filter((answer) => type.test(answer.type) && place.test(answer.path)).length;
    expect([place.source, count >= least, count]).toEqual([place.source, true, count]);
  }
  const places = [...hiddenPieces, ...hiddenMembers, ...hiddenDays].map((name) => new RegExp(`/${name}(?![\\w-])`));
  const told = answers.flatMap(({ path, text, headers }) =>
    [...hiddenWords, ...places].flatMap((word) =>
      [path, text, headers].some((words) => word.test(words)) ? [`${path}: ${word.source}`] : [],
    ),
  );
  expect(told).toEqual([]);
});

/** What an answer says of itself; moment and packed length left out, since the door packs what it keeps once more and better. */
const saidOf = async (response: APIResponse): Promise<string> => {
  const { date: _, 'content-length': __, ...headers } = response.headers();
  return JSON.stringify([response.status(), headers, await response.text()]);
};

test('every output of a hidden piece, person, tag and day answers like one that never was, headers included', async ({
  request,
}) => {
  const secret = hiddenPieces.filter((piece) => !goneWithWords.includes(piece));
  const ofPiece = [
    (at: string) => `/${at}`,
    (at: string) => `/${at}.md`,
    (at: string) => `/cards/0123456789abcdef/${at}.png`,
  ];
  const ofList = ['', '/page/2', '/feed.xml', '/atom.xml', '/feed.json'].map((end) => (at: string) => `/${at}${end}`);
  const forms = [
    ...ofPiece.map((form) => ({ form, never: '2026/10/14/never-was', hidden: secret })),
    ...ofList.map((form) => ({ form, never: 'tag/never-was', hidden: hiddenMembers })),
    { form: (at: string) => `/${at}`, never: '2019/02/03', hidden: hiddenDays },
  ];
  for (const { form, never, hidden } of forms) {
    const expected = (await saidOf(await request.get(form(never)))).replaceAll(form(never), '/');
    expect(expected, form(never)).toMatch(/^\[404,/);
    for (const path of hidden.map(form)) {
      const said = await saidOf(await request.get(path));
      expect(said.replaceAll(path, '/') === expected, `${path} answers as ${form(never)}`).toBe(true);
    }
  }
});

test('the address of a hidden piece answers like one that never was, and its page tells nothing, head included', async ({
  request,
}) => {
  for (const name of hiddenPieces.filter((piece) => !goneWithWords.includes(piece))) {
    for (const path of [`/${name}`, `/${name}.md`, `/${name}/`, `/${name.toUpperCase()}`]) {
      const response = await request.get(path);
      expect(response.status(), path).toBe(404);
      expect(await response.text(), path).not.toMatch(/hiddenword-/);
    }
    const never = await request.get(`/${name}-never`);
    expect(await (await request.get(`/${name}`)).text(), name).toBe(await never.text());
  }
});

test('a piece that was taken down answers 410 without headline, byline or words of its body', async ({ request }) => {
  for (const name of goneWithWords) {
    const response = await request.get(`/${name}`);
    expect(response.status(), name).toBe(410);
    const text = await response.text();
    expect(text, name).not.toMatch(/hiddenword-/);
    expect(text, name).not.toMatch(/rel="author"/);
    expect(text.split('</head>')[0], name).toContain('noindex');
    expect(text.split('</head>')[0], name).not.toMatch(/og:title|ld\+json/);
  }
});

test('lists whose only pieces are hidden are not there', async ({ request }) => {
  for (const name of [...hiddenMembers, ...hiddenDays]) {
    const response = await request.get(`/${name}`);
    expect(response.status(), name).toBe(404);
    expect(await response.text()).not.toMatch(/hiddenword-|Early Bird|Only /);
  }
  for (const list of ['/author', '/tag', '/videos', '/2026/10']) {
    expect(await (await request.get(list)).text(), list).not.toMatch(
      /Early Bird|Only (?:under|drafted|expired)|under embargo/i,
    );
  }
});

test('a section whose only piece is under embargo tells nothing of it', async ({ page }) => {
  await page.goto('/category/weather');
  await expect(page.getByRole('main').locator('a[href^="/2026/"]')).toHaveCount(0);
  await expect(page.getByRole('main').locator('img')).toHaveCount(0);
  expect((await page.request.get('/category/weather/page/2')).status()).toBe(404);
});

test('a broken date of withdrawal hides a piece all the same', async ({ request }) => {
  const response = await request.get('/2026/10/05/withdrawn-with-a-broken-date');
  expect([404, 410]).toContain(response.status());
  expect(await response.text()).not.toContain('hiddenword-badly');
});

test('a link to a hidden piece is plain words', async ({ page }) => {
  await page.goto('/2026/10/11/links-to-what-is-hidden');
  const main = page.getByRole('main');
  await expect(main).toContainText('A link to a draft, to an embargo, to nothing and to the bridge.');
  await expect(main.locator('p').filter({ hasText: 'A link to a draft' }).getByRole('link')).toHaveText(['the bridge']);
  await expect(page.getByRole('region', { name: 'Related' }).locator('h3').first()).toHaveText(
    'The bridge by its new name',
  );
});

test('pictures of hidden pieces are served in no size and no format', async ({ request }) => {
  const shown = await request.get(`/pictures/${mediaHash('harbour.jpg')}/natural-480.jpg`);
  expect(shown.status(), 'a public picture has such an address').toBe(200);
  for (const name of [
    'draft-only.jpg',
    'embargo-only.jpg',
    'past-its-time.jpg',
    'taken-back.jpg',
    'without-facts.jpg',
    'not-a-picture.jpg',
  ]) {
    for (const rendition of [
      'natural-160.jpg',
      'natural-480.avif',
      'natural-480.jpg',
      'news-320.webp',
      'wide-800.jpg',
      'share-1200.jpg',
    ]) {
      const path = `/pictures/${mediaHash(name)}/${rendition}`;
      expect((await request.get(path)).status(), `${name} ${rendition}`).toBe(404);
    }
    expect((await request.get(`/files/${mediaHash(name)}/${name}`)).status(), name).toBe(404);
  }
});

test('an entry of live coverage that is dated later does not show, nor does its number', async ({ page }) => {
  await page.goto('/2026/10/15/live-running');
  await expect(page.locator('[id^="1200-"]')).toHaveCount(0);
  expect(await page.content()).not.toContain('hiddenword-entry');
});

test('files of the newsroom are served under no name', async ({ request }) => {
  for (const path of [
    '/content/articles/2026/10/14/draft-in-hand.mdx',
    '/e2e/content/gone.yaml',
    '/media/harbour.jpg',
    '/2026/10/14/draft-in-hand.mdx',
    '/.build/e2e/archive.db',
    '/archive.db',
    '/package.json',
    '/.git/config',
    '/gone-notice?address=/2026/10/14/draft-in-hand',
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});
