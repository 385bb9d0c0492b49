/** What is sent is plain: no script of a framework, nothing inline, nothing that jumps, and every picture arrives. */
import { expect, test } from '@playwright/test';
import { articles, front, pageTypes } from './pageTypes.ts';
import { seeAllPictures, witness } from './witness.ts';

/** The policy of pages, name by name; frames alone may come from elsewhere, and only once a reader taps. */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self'",
  'media-src': "'self'",
  'manifest-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
};

const directives = (header: string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (header ?? '').split(';').map((part) => {
      const [name = '', ...values] = part.trim().split(' ');
      return [name, values.join(' ')];
    }),
  );

for (const { name, path } of pageTypes) {
  test(`${name} is sent as plain HTML under a strict policy`, async ({ request }) => {
    const response = await request.get(path);
    const html = await response.text();
    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    const foreign = scripts.filter((tag) => !/type="application\/ld\+json"|src="\/islands\//.test(tag));
    expect(foreign).toEqual([]);
    expect(scripts.filter((tag) => tag.includes('/islands/'))).toHaveLength(1);
    expect(html).not.toMatch(/self\.__next_f|<link[^>]*as="script"|modulepreload|id="[BSP]:\d/);
    expect(html).not.toMatch(/__next|<template|<div hidden|\$RC|\/_next\/static\/[^"]+\.js/);
    expect(html).not.toMatch(/<style|\sstyle="|<[^>]+\son[a-z]+="|javascript:/);
    expect(html).not.toMatch(/<!--(?!\[if)/);
    const { 'frame-src': frames = '', ...sent } = directives(response.headers()['content-security-policy']);
    expect(sent).toEqual(policy);
    for (const origin of frames.split(' ')) expect(origin).toMatch(/^https:\/\/[\w.-]+$/);
    expect(response.headers()).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-type': 'text/html; charset=utf-8',
    });
    expect(response.headers()['x-powered-by']).toBeUndefined();
    expect(response.headers()['set-cookie']).toBeUndefined();
  });

  test(`${name} arrives whole: no word in the console, every picture there and measured before`, async ({ page }) => {
    const said = witness(page);
    await page.goto(path, { waitUntil: 'load' });
    await seeAllPictures(page);
    await expect(page.locator('paper-reading')).toBeVisible();
    const pictures = await page.locator('img').evaluateAll((all) =>
      // Only images are found by that name.
      (all as HTMLImageElement[]).map((image) => ({
        source: image.currentSrc || image.src,
        arrived: image.complete && image.naturalWidth > 0,
        width: Number(image.getAttribute('width')),
        height: Number(image.getAttribute('height')),
        ratio: image.naturalWidth / image.naturalHeight,
        alt: image.getAttribute('alt'),
      })),
    );
    for (const { source, arrived, width, height, ratio, alt } of pictures) {
      expect(arrived, source).toBe(true);
      expect(width, source).toBeGreaterThan(0);
      expect(height, source).toBeGreaterThan(0);
      expect(Math.abs(width / height / ratio - 1), `${source}: declared and real shape`).toBeLessThan(0.02);
      expect(alt, source).not.toBeNull();
    }
    expect(said).toEqual([]);
  });
}

for (const { name, path } of [front, ...articles]) {
  test(`${name} does not jump on a phone while it arrives`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    const page = await context.newPage();
    await page.addInitScript(() => {
      const moved: number[] = [];
      Reflect.set(window, 'moved', moved);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push(Number(Reflect.get(entry, 'value')));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(path, { waitUntil: 'load' });
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let top = 0; top < height; top += 700) {
      await page.evaluate((to) => window.scrollTo(0, to), top);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    }
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toEqual([]);
    await context.close();
  });
}

test('the lead picture is asked for first, the others when they come near', async ({ page }) => {
  await page.goto('/2026/10/15/the-lead-of-the-day');
  const pictures = page.getByRole('main').locator('img');
  await expect(pictures.first()).toHaveAttribute('fetchpriority', 'high');
  await expect(pictures.first()).not.toHaveAttribute('loading', 'lazy');
  for (const picture of (await pictures.all()).slice(1)) await expect(picture).toHaveAttribute('loading', 'lazy');
});

test('markup in a headline, a standfirst, a tag, a caption or a summary stays words', async ({ page }) => {
  let alerted = false;
  page.on('dialog', (dialog) => {
    alerted = true;
    void dialog.dismiss();
  });
  for (const path of [
    '/2026/10/11/hostile-headline',
    '/',
    '/category/science',
    '/author/ben-mwangi',
    '/tag/b-bold-b',
    '/2026/10/11',
  ]) {
    await page.goto(path);
    await expect(page.getByText('</script><script>alert(1)</script> & < > " it\'s').first()).toBeVisible();
    await expect(page.locator('main script:not([type="application/ld+json"]), main b > b, img[src="x"]')).toHaveCount(
      0,
    );
  }
  expect(alerted).toBe(false);
});
