/** Feeds of lists, corrections and films: named where they belong, whole in three forms, and readable by a person. */
import { expect, test } from '@playwright/test';

const forms = [
  { name: 'feed.xml', type: 'application/rss+xml' },
  { name: 'atom.xml', type: 'application/atom+xml' },
  { name: 'feed.json', type: 'application/feed+json' },
] as const;

/** Pages with feeds of their own, and words of an entry. */
const pages = [
  ['', 'Closing the harbour bar, as it happens'],
  ['/category/science', 'A slug, on Tuesday'],
  ['/author/ada-otieno', 'Closing the harbour bar, as it happens'],
  ['/series/four-tides', 'Tide 4 of four'],
  ['/corrections', 'The crane lifts 40 tonnes'],
  ['/videos', 'The tide comes in'],
] as const;

/** Identifiers of the entries in a feed, in its order. */
const idsIn = (text: string): readonly string[] => {
  if (text.startsWith('{')) return (JSON.parse(text) as { items: { id: string }[] }).items.map(({ id }) => id);
  const entries = text.split(/<(?:item|entry)[ >]/).slice(1);
  return entries.map((entry) => /<(?:guid|id)[^>]*>([^<]+)</.exec(entry)?.[1] ?? '');
};

for (const [page, words] of pages) {
  test(`F1, F3: ${page || '/'} names its feeds in its head, and the three hold the same entries by the same ids`, async ({
    request,
    baseURL,
  }) => {
    const head = await (await request.get(page || '/')).text();
    const ids: (readonly string[])[] = [];
    for (const { name, type } of forms) {
      const address = `${baseURL}${page}/${name}`;
      expect(head).toContain(`<link rel="alternate" type="${type}" href="${address}"`);
      const answer = await request.get(address);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
      expect(answer.headers().link).toContain(`<${address}>; rel="self"`);
      const text = await answer.text();
      expect(text).toContain(words);
      ids.push(idsIn(text));
    }
    expect(ids[0]?.length).toBeGreaterThan(0);
    expect(new Set(ids[0]).size).toBe(ids[0]?.length);
    expect([ids[1], ids[2]]).toEqual([ids[0], ids[0]]);
  });
}

test('H4: a list that is not there has no feeds', async ({ request }) => {
  for (const path of ['/category/nope', '/author/early-bird', '/tag/nobody-wrote-of-it', '/series/none']) {
    for (const { name } of forms) expect((await request.get(`${path}/${name}`)).status(), path).toBe(404);
  }
});

test('F6: a feed says when it changed, and is not sent again to who has it by tag or by date', async ({ request }) => {
  const { etag = '', 'last-modified': changed = '' } = (await request.get('/corrections/feed.xml')).headers();
  expect(etag).toMatch(/^"/);
  // The newest correction. Pieces without one come and go minutes into the run, and change other lists.
  expect(new Date(changed).toISOString()).toBe('2026-10-14T07:00:00.000Z');
  const status = async (headers: Record<string, string>) =>
    (await request.get('/corrections/feed.xml', { headers })).status();
  expect(await status({ 'if-none-match': etag })).toBe(304);
  expect(await status({ 'if-modified-since': changed })).toBe(304);
  expect(await status({ 'if-modified-since': 'Wed, 14 Oct 2026 06:59:59 GMT' })).toBe(200);
});

test('F2: the picture of a piece stands in its feed with the length that it has', async ({ request }) => {
  const xml = await (await request.get('/feed.xml')).text();
  const [, url = '', type, length] = /<enclosure url="([^"]+)" type="([^"]+)" length="(\d+)"/.exec(xml) ?? [];
  const picture = await request.get(url);
  expect([picture.headers()['content-type'], String((await picture.body()).length)]).toEqual([type, length]);
});

test('A4: running coverage is in the feed with its entries, as new as the newest of them', async ({ request }) => {
  const feed = (await (await request.get('/feed.json')).json()) as {
    items: { url: string; date_modified: string; content_html: string }[];
  };
  const live = feed.items.find(({ url }) => url.endsWith('/live-running'));
  const page = await (await request.get('/2026/10/15/live-running')).text();
  expect(page).toContain(`"dateModified":"${live?.date_modified}"`);
  expect(live?.content_html).toContain('#0810-a-correction');
});

for (const path of ['/feed.xml', '/category/science/atom.xml']) {
  test(`a person who opens ${path} sees what it is, and links to the pieces`, async ({ page }) => {
    const refused: string[] = [];
    page.on('console', (message) => refused.push(message.text()));
    await page.goto(path);
    await expect(page.getByText('This is a web feed.')).toBeVisible();
    await expect(page.locator('a', { hasText: 'go to the page' })).toBeVisible();
    // What is for programs is not shown.
    await expect(page.locator('guid, entry > id').first()).toBeHidden();
    expect(refused).toEqual([]);
    await page.locator('a', { hasText: 'A slug, on Tuesday' }).click();
    await expect(page).toHaveURL(/\/2026\/10\/13\/[^/]+$/);
  });
}
