/** The words of an article: every component, and what writers type. */
import { expect, test } from '@playwright/test';

const everything = '/2026/10/09/every-body-component';

test('every component of a body is drawn', async ({ page }) => {
  await page.goto(everything);
  const main = page.getByRole('main');
  await expect(main.getByRole('table').filter({ hasText: 'Month' }).first()).toBeVisible();
  await expect(main.getByRole('table', { name: /High and low water/ })).toBeVisible();
  await expect(main.locator('blockquote').filter({ hasText: 'A quotation in Markdown.' })).toBeVisible();
  await expect(main.locator('del')).toHaveText('struck');
  await expect(main.getByRole('img', { name: 'A sailing boat lies in a harbour under a pale sky' })).toBeVisible();
  await expect(main.getByText('A caption of its own.')).toBeVisible();
  for (const name of ['A white lighthouse with a red lantern at dusk', 'A single tree, drawn upright']) {
    await expect(main.getByRole('img', { name }).first()).toBeVisible();
  }
  await expect(main.getByText('The tide in short')).toBeVisible();
  await expect(main.getByText('The first quay')).toBeVisible();
  await expect(main.getByText('3.7 m')).toBeVisible();
  const proverb = main.locator('[lang="ar"]').filter({ hasText: 'ليس الخبر كالمعاينة' });
  await expect(proverb).toBeVisible();
  await expect(proverb).toHaveCSS('direction', 'rtl');
  await expect(main.locator('[lang="sw"]').filter({ hasText: 'Haraka haraka' })).toBeVisible();
  await expect(main.locator('audio')).toHaveAttribute('controls', '');
  await expect(main.getByText('A bell rings once.')).toBeAttached();
  await expect(main.getByRole('link', { name: /The tide table/ })).toHaveAttribute('href', /^\/files\/.+\.pdf$/);
  await expect(main.getByText('A map of a harbour').first()).toBeVisible();
});

test('a list that goes on after a word between is numbered on', async ({ page }) => {
  await page.goto(everything);
  const third = page.locator('.prose > ol[start="3"] > li').first();
  await expect(third).toHaveText('Three');
  const number = third.evaluate((item) => getComputedStyle(item, '::before').content);
  // The browser's own count begins where the list says; one of the style sheet's would not.
  expect(await number).toBe('counter(list-item)');
});

test('what a part of a page says about another part points to something that is there', async ({ page }) => {
  for (const path of [everything, '/2026/10/15/live-running', '/', '/newsletter', '/videos']) {
    await page.goto(path);
    const lost = await page.evaluate(() =>
      ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for', 'headers'].flatMap((name) =>
        [...document.querySelectorAll(`[${name}]`)]
          .flatMap((element) => (element.getAttribute(name) ?? '').split(' '))
          .filter((id) => document.getElementById(id) === null)
          .map((id) => `${name}=${id}`),
      ),
    );
    expect(lost, path).toEqual([]);
    const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids).size, `${path}: each name once`).toBe(ids.length);
  }
});

test('a footnote leads to its text and back', async ({ page }) => {
  await page.goto(everything);
  const mark = page.getByRole('main').locator('sup a');
  const note = await mark.getAttribute('href');
  expect(note).toMatch(/^#/);
  const text = page.locator(`[id="${note?.slice(1)}"]`);
  await expect(text).toContainText('The text of the footnote.');
  const back = await text.locator('.note-back').getAttribute('href');
  await expect(text.locator('.note-back')).toHaveAttribute('aria-label', 'Back to reference 1');
  await expect(page.locator(`[id="${back?.slice(1)}"]`)).toHaveCount(1);
});

test('nothing of another site is asked for before a reader taps', async ({ page, baseURL }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  for (const path of [everything, '/videos']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(asked.filter((url) => !url.startsWith(baseURL ?? ''))).toEqual([]);
});

test('numbers, No and leading zeros are printed as they were typed', async ({ page }) => {
  await page.goto('/2026/10/11/words-stay-words');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('1984');
  await expect(page.getByRole('main')).toContainText(/No\s+One paragraph/);
  for (const tag of ['007', 'null', '1e3']) {
    await expect(page.getByRole('link', { name: tag, exact: true })).toHaveAttribute('href', `/tag/${tag}`);
  }
});

test('what a writer types on a phone is understood', async ({ page }) => {
  await page.goto('/2026/10/11/typed-on-a-phone');
  const main = page.getByRole('main');
  await expect(main).toContainText('It costs <5%, and I <3 it. {sic} {1914–18}');
  await expect(main).toContainText('import duties rose. Export too.');
  await expect(main.getByRole('link', { name: 'https://example.org/a?b=1&c=2' })).toHaveCount(1);
  await expect(main.locator('a[href="mailto:desk@example.org"]')).toHaveCount(1);
  await expect(main.locator('sub')).toHaveText('2');
  await expect(main.getByRole('img', { name: 'A drawing of a crane' })).toBeVisible();
});

test('an empty body is no fault', async ({ page }) => {
  const response = await page.goto('/2026/10/11/empty-body');
  expect(response?.status()).toBe(200);
  await expect(page.getByRole('main')).toContainText('A standfirst of the right length');
});
