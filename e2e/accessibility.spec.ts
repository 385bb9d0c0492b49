/** Every page type can be used by everybody: checked by axe, by keyboard, in large text, by touch and on paper. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { front, pageTypes } from './pageTypes.ts';

const widths = [360, 1280];
const schemes = ['light', 'dark'] as const;
const article = '/2026/10/09/every-body-component';

/** Targets under 24 px that have no room for themselves. */
const targetsTooSmall = (page: Page): Promise<readonly string[]> =>
  page.locator('a[href], button, input:not([type=hidden]), summary, select').evaluateAll((all) => {
    const boxes = all
      .filter((element) => element.getAttribute('tabindex') !== '-1' && element.checkVisibility())
      .map((element) => {
        // A field of a choice is tapped on its label, wherever that stands.
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
        return { element, box: (element.closest('label') ?? label ?? element).getBoundingClientRect() };
      })
      .filter(({ box }) => box.width > 1 && box.height > 1);
    // WCAG 2.2, 2.5.8: links within a sentence are excepted, and small targets that have 24 px for themselves.
    const inSentence = (element: Element): boolean => {
      const line = element.closest('p, li, dd, figcaption, td, th, blockquote, span');
      return line !== null && (line.textContent ?? '').trim().length > (element.textContent ?? '').trim().length + 3;
    };
    const crowded = (at: DOMRect, element: Element): boolean =>
      boxes.some(({ box, element: other }) => {
        if (other === element) return false;
        const x = Math.max(box.left, Math.min(at.left + at.width / 2, box.right)) - (at.left + at.width / 2);
        const y = Math.max(box.top, Math.min(at.top + at.height / 2, box.bottom)) - (at.top + at.height / 2);
        return Math.hypot(x, y) < 12;
      });
    return boxes
      .filter(
        ({ element, box }) => (box.height < 24 || box.width < 24) && !inSentence(element) && crowded(box, element),
      )
      .map(
        ({ element, box }) =>
          `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 100)}`,
      );
  });

for (const { name, path } of pageTypes) {
  test(`R1 ${name} has no fault that axe knows, narrow and wide, light and dark`, async ({ page }) => {
    await page.goto(path);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page });
        // Of all rules, this one alone depends on colours.
        if (colorScheme === 'dark') axe.withRules(['color-contrast']);
        const { violations } = await axe.analyze();
        const told = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
        );
        expect(told, `${width} px, ${colorScheme}`).toEqual([]);
      }
    }
  });

  test(`R5 ${name} fits a screen of 320 px, can be tapped there, and loses nothing in text twice as large`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    expect(await targetsTooSmall(page), 'targets under 24 px').toEqual([]);
    const words = await page.getByRole('main').innerText();
    for (const size of ['100%', '200%']) {
      await page.evaluate((to) => {
        // The way a browser does it where a reader asks for larger text.
        document.documentElement.style.fontSize = to;
      }, size);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${size}: pixels beyond the edge`).toBeLessThanOrEqual(0);
      const lost = await page
        .getByRole('main')
        .locator('h1, h2, h3, p, li, dd')
        .evaluateAll((all) =>
          all
            .filter((element) => {
              const box = element.getBoundingClientRect();
              const { overflowX, overflowY } = getComputedStyle(element);
              const cut = overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1;
              const clipped = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
              return box.width > 2 && (cut || clipped);
            })
            .map(({ textContent }) => textContent?.slice(0, 60)),
        );
      expect(lost, size).toEqual([]);
    }
    expect((await page.getByRole('main').innerText()).replaceAll(/\s+/g, '')).toBe(words.replaceAll(/\s+/g, ''));
  });
}

/** Presses Tab and says where the focus is: name, and whether it can be seen. */
const tab = async (page: Page) => {
  await page.keyboard.press('Tab');
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60),
      tag: element.tagName,
      href: element.getAttribute('href'),
      seen:
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none' || borderColor === '',
      there: box.width > 0 && box.height > 0,
    };
  });
};

for (const path of [front.path, article, '/newsletter']) {
  test(`every stop of the keyboard on ${path} can be seen, from the way past the masthead to the foot`, async ({
    page,
  }) => {
    await page.goto(path);
    const stops = [];
    for (let stop = await tab(page); stop && stops.length < 250; stop = await tab(page)) stops.push(stop);
    expect(stops[0]?.name).toMatch(/^Skip to/);
    // Sound and films bring the browser's own controls, which show the focus themselves.
    const own = stops.filter(({ tag }) => tag !== 'VIDEO' && tag !== 'AUDIO');
    expect(own.filter(({ seen, there }) => !seen || !there)).toEqual([]);
    const names = stops.map(({ name }) => name);
    for (const name of ['Harbour', 'Menu', 'RSS']) expect(names, name).toContain(name);
    if (path === '/newsletter')
      expect(stops.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['INPUT', 'BUTTON']));
    expect(stops.length).toBeLessThan(250);
  });
}

test('the menu leads to all sections without a script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('link', { name: 'Menu' }).click();
  await expect(page.getByRole('navigation', { name: 'Sections', exact: true })).toBeInViewport();
  await page.getByRole('navigation', { name: 'Sections', exact: true }).getByRole('link', { name: 'Science' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Science');
  await context.close();
});

test('what a thumb needs most is 44 px high', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  await page.goto('/2026/10/15/the-lead-of-the-day');
  const targets = [
    page.getByRole('navigation', { name: 'Main sections' }).getByRole('link'),
    page.getByRole('navigation', { name: 'Tools' }).getByRole('link'),
    page.getByRole('region', { name: 'Share' }).getByRole('link'),
    page.getByRole('button', { name: 'Copy link' }),
    page.locator('paper-reading label'),
    page.getByRole('contentinfo').getByRole('navigation').getByRole('link'),
    page.getByRole('button', { name: 'Sign up' }),
    page.getByLabel('Your e-mail address'),
  ];
  for (const target of targets) {
    await expect(target).not.toHaveCount(0);
    for (const one of await target.all()) {
      const box = await one.boundingBox();
      if (box) expect(Math.round(box.height), await one.innerText()).toBeGreaterThanOrEqual(44);
    }
  }
  await context.close();
});

test('nothing moves for readers who want no movement', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of [front.path, article]) {
    await page.goto(path);
    const moving = await page.evaluate(() => document.getAnimations().length);
    const transitions = await page.locator('a, button, details, input, img').evaluateAll((all) =>
      all
        .map((element) => getComputedStyle(element))
        .filter(
          ({ transitionDuration, animationName }) =>
            Number.parseFloat(transitionDuration) > 0.01 || animationName !== 'none',
        )
        .map(({ transitionProperty }) => transitionProperty),
    );
    expect([moving, transitions]).toEqual([0, []]);
  }
});

test('on paper stands the piece and where it is from, and nothing to tap', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto('/2026/10/15/the-lead-of-the-day');
  for (const part of await page.getByRole('navigation').all()) await expect(part).toBeHidden();
  for (const name of ['Share', 'Related', 'Join the conversation']) {
    await expect(page.getByRole('heading', { name, exact: true })).toHaveCount(0);
  }
  await expect(page.locator('form').first()).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('The first ship came in with the tide.')).toBeVisible();
  await expect(page.getByText(/\/2026\/10\/15\/the-lead-of-the-day/).last()).toBeVisible();
});
