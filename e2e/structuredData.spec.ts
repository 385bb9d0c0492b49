/** What search engines and other sites are told of an article: true, complete, and the same as the page says. */
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { articles, fronts } from './pageTypes.ts';

// Some of these visit the whole site, which takes its time on a busy machine.
test.describe.configure({ timeout: 180_000 });

type Node = Readonly<Record<string, unknown>>;

/** Every node of structured data on the page; fails where one cannot be read. */
const nodesOf = async (page: Page): Promise<readonly Node[]> => {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.flatMap((text) => {
    // The page's own words, judged field by field below.
    const node = JSON.parse(text) as Node | readonly Node[];
    return Array.isArray(node) ? node : [node as Node];
  });
};

const articleTypes = /(?:Article|BlogPosting)$/;

const articleNode = async (page: Page): Promise<Node> => {
  const found = (await nodesOf(page)).filter((node) => articleTypes.test(String(node['@type'])));
  expect(found).toHaveLength(1);
  return found[0] ?? {};
};

/** Lists stand for themselves, single values for a list of one. */
const many = (value: unknown): readonly Node[] =>
  // Structured data: each part is judged where it is used.
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Node[];

const sizeOf = async (request: APIRequestContext, url: string, type = 'image/jpeg') => {
  const response = await request.get(url);
  expect(response.status(), url).toBe(200);
  expect(response.headers()['content-type'], url).toBe(type);
  const body = await response.body();
  const { width, height } = await sharp(body).metadata();
  return { width, height, bytes: body.length };
};

const content = (page: Page, name: string): Promise<string | null> =>
  page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');

for (const { name, path } of articles) {
  test(`${name} describes itself in exactly one node that agrees with the page`, async ({ page, baseURL }) => {
    await page.goto(path);
    const node = await articleNode(page);
    expect(node.headline).toBe(await page.getByRole('heading', { level: 1 }).innerText());
    const times = await page
      .getByRole('main')
      .locator('time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
    expect(node.datePublished).toBe(times[0]);
    expect(String(node.datePublished)).toMatch(/\+03:00$/);
    expect(Date.parse(String(node.dateModified))).toBeGreaterThanOrEqual(Date.parse(String(node.datePublished)));
    const canonical = await page.locator('link[rel=canonical]').getAttribute('href');
    expect(canonical).toBe(baseURL + path);
    expect((node.mainEntityOfPage as Node)['@id']).toBe(canonical);
    expect(await content(page, 'og:url')).toBe(canonical);
    expect(await content(page, 'og:type')).toBe('article');
    expect(await content(page, 'article:published_time')).toBe(node.datePublished);
    expect(node.description).toBe(await content(page, 'description'));
    const bylines = await page.locator('main a[rel=author]').allInnerTexts();
    const authors = many(node.author);
    expect(authors.map((author) => author.name)).toEqual([...new Set(bylines)]);
    for (const author of authors) expect((await page.request.get(String(author.url))).status()).toBe(200);
    expect(node).toMatchObject({ isAccessibleForFree: true, publisher: { name: 'The Mara Courier' } });
    expect(node.articleSection).toBeTruthy();
    expect(node.wordCount).toBeGreaterThan(0);
    expect(node.inLanguage).toBe(path.includes('arabic') ? 'ar' : 'en-KE');
  });
}

test('the kinds of articles bear the types that search engines know', async ({ page }) => {
  const types: Readonly<Record<string, string>> = {
    '01/kind-news': 'NewsArticle',
    '03/kind-analysis': 'AnalysisNewsArticle',
    '07/kind-review': 'ReviewNewsArticle',
    '08/kind-opinion': 'OpinionNewsArticle',
    '14/kind-sponsored': 'AdvertiserContentArticle',
  };
  for (const [name, type] of Object.entries(types)) {
    await page.goto(`/2026/09/${name}`);
    expect((await articleNode(page))['@type'], name).toBe(type);
  }
});

test('an article offers its photo in three shapes, as large as it says', async ({ page, request }) => {
  await page.goto('/2026/10/15/the-lead-of-the-day');
  const images = many((await articleNode(page)).image);
  const shapes = await Promise.all(
    images.map(async ({ url, width, height, creditText }) => {
      const real = await sizeOf(request, String(url));
      expect([Number(width), Number(height)], String(url)).toEqual([real.width, real.height]);
      expect(real.width * real.height).toBeGreaterThan(50_000);
      expect(creditText).toBe('Fixture Desk');
      return real;
    }),
  );
  const ratios = shapes.map(({ width, height }) => (width / height).toFixed(1)).sort();
  expect(ratios).toEqual(['1.0', '1.3', '1.8']);
  expect(Math.max(...shapes.map(({ width }) => width))).toBeGreaterThanOrEqual(1200);
});

test('the picture for other sites is as large as its tags say, and light enough for a message', async ({
  page,
  request,
}) => {
  for (const path of [
    '/2026/10/15/the-lead-of-the-day',
    '/2026/10/12/corrected-twice',
    '/2026/09/21/picture-beside-the-article',
  ]) {
    await page.goto(path);
    const image = (await content(page, 'og:image')) ?? '';
    const real = await sizeOf(request, image);
    expect(await content(page, 'og:image:width'), path).toBe(String(real.width));
    expect(await content(page, 'og:image:height'), path).toBe(String(real.height));
    expect(await content(page, 'og:image:alt'), path).toBeTruthy();
    expect(real.bytes, path).toBeLessThan(600_000);
  }
});

for (const path of ['/2026/09/04/kind-explainer', '/2026/09/25/wanjirũ-na-ngũgĩ']) {
  test(`H3: ${path} has no photo and shows other sites a card of its headline`, async ({ page, request }) => {
    await page.goto(path);
    const image = (await content(page, 'og:image')) ?? '';
    const card = decodeURI(new URL(image).pathname);
    expect(card).toMatch(/^\/cards\/[0-9a-f]{16}\/2026\//);
    expect(card.endsWith(`${path}.png`), card).toBe(true);
    const real = await sizeOf(request, image, 'image/png');
    expect([real.width, real.height]).toEqual([1200, 630]);
    expect(real.bytes).toBeLessThan(600_000);
    expect(await content(page, 'og:image:width')).toBe('1200');
    expect(await content(page, 'og:image:height')).toBe('630');
    expect(await content(page, 'og:image:type')).toBe('image/png');
    expect(await content(page, 'og:image:alt')).toContain(await page.getByRole('heading', { level: 1 }).innerText());
    expect(await content(page, 'twitter:image')).toBe(image);
  });
}

test('each correction on the page is in the structured data, with its moment', async ({ page }) => {
  await page.goto('/2026/10/12/corrected-twice');
  const corrections = many((await articleNode(page)).correction);
  expect(corrections.map(({ datePublished }) => datePublished).sort()).toEqual([
    '2026-10-13T09:00:00+03:00',
    '2026-10-14T10:00:00+03:00',
  ]);
  for (const { text } of corrections) await expect(page.getByText(String(text)).first()).toBeVisible();
});

test('the trail for machines is the trail on the page', async ({ page, baseURL }) => {
  for (const { path } of [...articles, ...fronts]) {
    await page.goto(path);
    const trails = (await nodesOf(page)).filter((node) => node['@type'] === 'BreadcrumbList');
    const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' });
    const visible = (await crumbs.count()) > 0 ? await crumbs.getByRole('listitem').allInnerTexts() : [];
    expect(trails.length, path).toBe(visible.length >= 2 ? 1 : 0);
    const steps = many(trails[0]?.itemListElement);
    expect(
      steps.map((step) => String(step.name).toLowerCase()),
      path,
    ).toEqual(trails.length > 0 ? visible.map((words) => words.trim().toLowerCase()) : []);
    expect(
      steps.map((step) => step.position),
      path,
    ).toEqual(steps.map((_, at) => at + 1));
    for (const { item } of steps.slice(0, -1)) expect(String(item).startsWith(baseURL ?? ''), path).toBe(true);
  }
});

test('every article has a trail that leads to the front', async ({ page }) => {
  await page.goto('/2026/10/15/the-lead-of-the-day');
  const trail = (await nodesOf(page)).find((node) => node['@type'] === 'BreadcrumbList');
  expect(many(trail?.itemListElement).length).toBeGreaterThanOrEqual(2);
});

test('a headline that would end the script ends nothing', async ({ page }) => {
  const html = await (await page.request.get('/2026/10/11/hostile-headline')).text();
  const written = [...html.matchAll(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/gs)];
  expect(written.length).toBeGreaterThan(0);
  for (const [, json] of written) expect(json).not.toContain('<');
  await page.goto('/2026/10/11/hostile-headline');
  const node = await articleNode(page);
  expect(node.headline).toBe('</script><script>alert(1)</script> & < > " it\'s');
  expect(node.keywords).toEqual(['<b>Bold</b>', 'Rock & roll', 'Tides']);
});

test('L1–L4: a live article is one posting with its entries, each at an address of this page', async ({ page }) => {
  for (const [path, ended] of [
    ['/2026/10/15/live-running', false],
    ['/2026/09/13/kind-live', true],
  ] as const) {
    await page.goto(path);
    const node = await articleNode(page);
    expect(node['@type'], path).toBe('LiveBlogPosting');
    expect(node.coverageStartTime, path).toBeTruthy();
    expect('coverageEndTime' in node, path).toBe(ended);
    const updates = many(node.liveBlogUpdate);
    expect(updates, path).toHaveLength(await page.locator('article.entry').count());
    for (const { url, headline, articleBody } of updates) {
      const entry = page.locator(`[id="${decodeURIComponent(new URL(String(url)).hash.slice(1))}"]`);
      await expect(entry.getByRole('heading', { level: 2 })).toHaveText(String(headline));
      expect(articleBody, path).toBeTruthy();
    }
    const newest = updates
      .map(({ datePublished }) => String(datePublished))
      .sort()
      .at(-1);
    if (newest) expect(node.dateModified, path).toBe(newest);
    expect(await content(page, 'article:modified_time'), path).toBe(node.dateModified);
    await expect(page.locator(`main time[datetime="${String(node.dateModified)}"]`).first()).toBeVisible();
  }
});

test('T2: every promise of the publication leads to a page that keeps it', async ({ page }) => {
  for (const path of ['/', '/about', '/about/ethics']) {
    await page.goto(path);
    const found = (await nodesOf(page)).filter((node) => node['@type'] === 'NewsMediaOrganization');
    expect(found, path).toHaveLength(1);
    const promises = Object.values(found[0] ?? {}).filter((value) => String(value).includes('/about/'));
    expect(promises.length, path).toBeGreaterThanOrEqual(5);
    for (const promise of promises) expect((await page.request.get(String(promise))).status()).toBe(200);
  }
});

test('a front says what it lists, and P2: an author’s page who it is about, in the order of the page', async ({
  page,
  baseURL,
}) => {
  for (const [path, type] of [
    ['/category/harbour', 'CollectionPage'],
    ['/tag/tides', 'CollectionPage'],
    ['/series/four-tides', 'CollectionPage'],
    ['/2026/10/15', 'CollectionPage'],
    ['/videos', 'CollectionPage'],
    ['/category', 'CollectionPage'],
    ['/series', 'CollectionPage'],
    ['/corrections', 'CollectionPage'],
    ['/author/ada-otieno', 'ProfilePage'],
  ] as const) {
    await page.goto(path);
    const nodes = await nodesOf(page);
    const front = nodes.find((node) => node['@type'] === type);
    expect(front, path).toMatchObject({ url: baseURL + path });
    const list = (
      type === 'ProfilePage' ? nodes.find((node) => node['@type'] === 'ItemList') : front?.mainEntity
    ) as Node;
    const listed = many(list.itemListElement).map(({ url }) => String(url).slice((baseURL ?? '').length));
    expect(listed.length, path).toBeGreaterThan(0);
    if (path === '/videos') continue;
    const links = await page.locator('main a[href]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    for (const address of listed)
      expect(
        links.map((link) => encodeURI(decodeURI(String(link)))),
        path,
      ).toContain(address);
    expect(
      nodes.filter((node) => articleTypes.test(String(node['@type']))),
      path,
    ).toEqual([]);
  }
});
