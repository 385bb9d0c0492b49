/** Every page type can be read, with scripts and without, and says what it is to people and to search engines. */
import { expect, type Page, test } from '@playwright/test';
import { pageTypes } from './pageTypes.ts';

/** Levels of the headings in the order of the document. */
const headingLevels = async (page: Page): Promise<readonly number[]> => {
  const names = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all.map(({ tagName }) => tagName));
  return names.map((name) => Number(name.slice(1)));
};

for (const { name, path, status: promised, h1, words } of pageTypes) {
  /** What a reader must find, however the page was opened. */
  const read = async (page: Page): Promise<void> => {
    const response = await page.goto(path);
    expect(response?.status()).toBe(promised);
    const headings = page.getByRole('heading', { level: 1 });
    await expect(headings).toHaveCount(1);
    await expect(headings).toContainText(h1);
    const main = page.getByRole('main');
    for (const word of words) await expect(main).toContainText(word, { ignoreCase: true });
  };

  test(`${name} is there to be read without JavaScript`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    await read(await context.newPage());
    await context.close();
  });

  test(`${name} is there to be read, with headings in order, landmarks, language and a way past the masthead`, async ({
    page,
  }) => {
    await read(page);
    const levels = await headingLevels(page);
    expect(levels[0]).toBe(1);
    const jumps = levels.filter((level, at) => level > (levels[at - 1] ?? 1) + 1);
    expect(jumps).toEqual([]);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-KE');
    await expect(page.locator('html')).toHaveAttribute('dir', 'ltr');
    for (const landmark of ['banner', 'main', 'contentinfo'] as const) {
      await expect(page.getByRole(landmark)).toHaveCount(1);
    }
    await expect(page.getByRole('navigation', { name: 'Main sections' })).toBeVisible();
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    await expect(skip).toHaveText(/^Skip to/);
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#main$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => !document.querySelector('header')?.contains(document.activeElement))).toBe(true);
  });
}

for (const { name, path, listed } of pageTypes) {
  test(`${name} tells search engines its title, what it is about, and whether to list it`, async ({ request }) => {
    const response = await request.get(path);
    const head = (await response.text()).split('</head>')[0] ?? '';
    expect(head.match(/<title>/g)).toHaveLength(1);
    expect(/<title>([^<]+)<\/title>/.exec(head)?.[1]).toMatch(/The Mara Courier/);
    expect(head.match(/<meta name="description" content="[^"]{10,}"/g)).toHaveLength(1);
    const canonicals = [...head.matchAll(/<link rel="canonical" href="([^"]+)"/g)].map(([, href]) => href ?? '');
    if (listed) {
      expect(canonicals.map((href) => new URL(href).href)).toEqual([new URL(response.url()).href]);
      expect(head).not.toContain('noindex');
      expect(head).toContain('max-image-preview:large');
    } else {
      expect(head).toMatch(/<meta name="robots" content="noindex/);
    }
  });
}

test('no two pages of the paper have the same title', async ({ request }) => {
  const listed = pageTypes.filter((type) => type.listed);
  const titles = await Promise.all(
    listed.map(async ({ path }) => /<title>([^<]+)</.exec(await (await request.get(path)).text())?.[1]),
  );
  expect(new Set(titles).size).toBe(listed.length);
});
