/** What stands on the page of an article, from the kicker to the last related piece. */
import { expect, test } from '@playwright/test';

const lead = '/2026/10/15/the-lead-of-the-day';

test('an article opens with section, headline, standfirst, byline, moment and photo, in this order', async ({
  page,
}) => {
  await page.goto(lead);
  const text = await page.getByRole('main').innerText();
  const order = [
    /harbour/i,
    /The new quay opens to ships/,
    /A standfirst of the right length/,
    /By Ada Otieno and Ben Mwangi/,
    /Published\s+15 October 2026, 06:00 EAT/i,
    /The harbour at noon\./,
    /PHOTO \/ Fixture Desk/i,
    /In Summary/i,
    /The quay is 200 metres long\./,
    /Fixture Harbour\s+The first ship came in/i,
    /Join the conversation/i,
    /WhatsApp/,
    /Harbour reporter/,
    /Related/i,
    /Latest videos/i,
  ].map((words) => text.search(words));
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test('an article names its moment for machines exactly as it prints it', async ({ page }) => {
  await page.goto('/2026/10/12/corrected-twice');
  const times = page.getByRole('main').locator('dl time');
  await expect(times.nth(0)).toHaveAttribute('datetime', '2026-10-12T13:00:00+03:00');
  await expect(times.nth(0)).toHaveText('12 October 2026, 13:00 EAT');
  await expect(times.nth(1)).toHaveAttribute('datetime', '2026-10-14T10:00:00+03:00');
  await expect(times.nth(1)).toHaveText('14 October 2026, 10:00 EAT');
});

test('every author leads to a page with more by the same hand', async ({ page }) => {
  await page.goto(lead);
  await page.getByRole('main').getByRole('link', { name: 'Ben Mwangi' }).first().click();
  await expect(page).toHaveURL(/\/author\/ben-mwangi$/);
  await expect(page.getByRole('link', { name: 'The new quay opens to ships' }).first()).toBeVisible();
});

test('the share row works as plain links, WhatsApp first, and sends the address readers know', async ({
  page,
  baseURL,
}) => {
  await page.goto(lead);
  const links = page.getByRole('region', { name: 'Share' }).getByRole('link');
  const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(hrefs[0]).toMatch(/^https:\/\/wa\.me\//);
  for (const href of hrefs) expect(decodeURIComponent(href)).toContain(baseURL + lead);
});

test('related pieces are others than the piece itself, none of them twice', async ({ page }) => {
  await page.goto(lead);
  const hrefs = await page
    .getByRole('region', { name: 'Related' })
    .getByRole('heading', { level: 3 })
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  expect(hrefs[0]).toBe('/2026/10/13/same-slug');
  expect(hrefs).not.toContain(lead);
  expect(new Set(hrefs).size).toBe(hrefs.length);
});

test('each kind that is not news says so above the headline', async ({ request }) => {
  const labels: Readonly<Record<string, RegExp>> = {
    '03/kind-analysis': /Analysis/,
    '04/kind-explainer': /Explainer/,
    '07/kind-review': /Review/,
    '08/kind-opinion': /Opinion/,
    '09/kind-editorial': /Editorial/,
    '10/kind-letters': /Letters/,
    '11/kind-obituary': /Obituary/,
    '12/kind-factcheck': /Fact.?check/i,
    '14/kind-sponsored': /Sponsored|Paid/i,
  };
  for (const [name, label] of Object.entries(labels)) {
    const html = await (await request.get(`/2026/09/${name}`)).text();
    const above = /<main.*?<h1/s.exec(html)?.[0].replace(/<[^>]+>/g, ' ') ?? '';
    expect(above, name).toMatch(label);
  }
});

test('live coverage shows the pinned entry first, then the newest, with a correction tied to what it corrects', async ({
  page,
}) => {
  await page.goto('/2026/10/15/live-running');
  const entries = page.getByRole('main').locator('article article');
  const headlines = await entries.getByRole('heading').allInnerTexts();
  expect(headlines[0]).toBe('The bar is closed');
  expect(headlines.slice(-3)).toEqual(['It took an hour, not two', 'Half way', 'The gates begin to move']);
  await expect(
    entries.filter({ hasText: 'It took an hour' }).getByRole('link', { name: 'The bar is closed' }),
  ).toHaveAttribute('href', '#0730-closed');
});

test('each entry of live coverage has an address of its own', async ({ page }) => {
  await page.goto('/2026/10/15/live-running#0700-half-way');
  await expect(page.locator('[id="0700-half-way"]')).toBeInViewport();
});

test('ended coverage says that it is over', async ({ page }) => {
  await page.goto('/2026/09/13/kind-live');
  await expect(page.getByRole('main')).toContainText(/as it happened/i);
});

test('a correction stands where the mistake was, dated, and on the page of all corrections', async ({ page }) => {
  const at = '/2026/10/12/corrected-twice';
  await page.goto(at);
  const text = await page.getByRole('main').innerText();
  const body = text.indexOf('something to read here');
  expect(text.indexOf('not 400')).toBeLessThan(body);
  expect(text.indexOf('It was 1951')).toBeGreaterThan(body);
  await page.goto('/corrections');
  await expect(page.getByRole('main')).toContainText('13 October 2026');
  await expect(page.getByRole('link', { name: /The crane lifts 40 tonnes/ }).first()).toHaveAttribute('href', at);
});

test('a part of a series leads to the part before, the part after and the series', async ({ page }) => {
  await page.goto('/2026/08/02/tide-2');
  const main = page.getByRole('main');
  for (const [name, href] of [
    [/Tide 1 of four/, '/2026/08/01/tide-1'],
    [/Tide 3 of four/, '/2026/08/03/tide-3'],
    [/Four tides/, '/series/four-tides'],
  ] as const) {
    await expect(main.getByRole('link', { name }).first()).toHaveAttribute('href', href);
  }
});

test('an article in Arabic is set from right to left and names the piece it translates', async ({ page }) => {
  await page.goto('/2026/10/09/arabic-article');
  const article = page.locator('main article').first();
  await expect(article).toHaveAttribute('lang', 'ar');
  await expect(article).toHaveAttribute('dir', 'rtl');
  await expect(page.getByText('وصلت السفينة الأولى مع المد.')).toHaveCSS('direction', 'rtl');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: /The new quay opens/ })
      .first(),
  ).toHaveAttribute('href', lead);
});

test('what was paid for says who paid, and none of its links counts as a recommendation', async ({ page }) => {
  await page.goto('/2026/09/14/kind-sponsored');
  const out = page.getByRole('main').locator('a[href^="https://example.com"]');
  await expect(out).not.toHaveCount(0);
  for (const link of await out.all()) await expect(link).toHaveAttribute('rel', /sponsored/);
});

test('where an editor wants no conversation, none is offered, but a letter can be written', async ({ page }) => {
  await page.goto('/2026/10/12/no-conversation');
  await expect(page.getByRole('heading', { name: /conversation/i, level: 2 })).toHaveCount(0);
  await expect(page.getByRole('main').locator('a[href^="mailto:editor@example.org"]')).toBeVisible();
  await page.goto(lead);
  await expect(page.getByRole('heading', { name: 'Join the conversation' })).toBeVisible();
});

test('a warning comes before the pictures, and help by a machine is declared', async ({ page }) => {
  await page.goto('/2026/10/12/with-a-warning-and-a-machine');
  const before = await page.getByText('This piece describes a storm.').evaluate((warning) => {
    const picture = document.querySelector('main figure');
    return picture !== null && Boolean(warning.compareDocumentPosition(picture) & Node.DOCUMENT_POSITION_FOLLOWING);
  });
  expect(before).toBe(true);
  await expect(page.getByText(/A machine wrote the table from a form/)).toBeVisible();
});

test('copy of an agency and of another paper says where it comes from', async ({ page }) => {
  await page.goto('/2026/10/12/agency-copy');
  await expect(page.getByRole('main')).toContainText('Fixture Wire');
  await page.goto('/2026/10/12/first-printed-elsewhere');
  await expect(page.getByRole('link', { name: /The Elsewhere Gazette/ })).toHaveAttribute(
    'href',
    'https://example.com/gazette/1',
  );
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', 'https://example.com/gazette/1');
});

test('names without a page are printed without a link', async ({ page }) => {
  await page.goto('/2026/10/12/an-author-without-a-file');
  await expect(page.getByRole('main')).toContainText('By Juma Onyango and Ada Otieno');
  await expect(page.getByRole('link', { name: 'Juma Onyango' })).toHaveCount(0);
  await page.goto('/2026/10/12/a-category-without-a-file');
  await expect(page.locator('a[href="/category/crosswords"]')).toHaveCount(0);
});
