/** Which pieces stand on the front and on numbered pages. */
import { expect, test } from '@playwright/test';

const lead = '/2026/10/15/the-lead-of-the-day';

test('the front shows no piece twice, and what was pinned stands first', async ({ page }) => {
  await page.goto('/');
  const hrefs = await page
    .getByRole('main')
    .getByRole('heading')
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  const pieces = hrefs.filter((href) => /^\/\d{4}\/\d\d\/\d\d\//.test(href));
  expect(pieces.slice(0, 2)).toEqual([lead, '/2026/10/13/same-slug']);
  expect(new Set(pieces).size).toBe(pieces.length);
  await expect(page.getByRole('link', { name: /The harbour bar is closed for an hour/ })).toHaveAttribute(
    'href',
    '/2026/10/15/live-running',
  );
});

test('numbered pages hold every piece of a section exactly once', async ({ page }) => {
  const pieces: string[] = [];
  for (const path of ['/tag/logs', '/tag/logs/page/2']) {
    await page.goto(path);
    pieces.push(
      ...(await page
        .getByRole('main')
        .getByRole('heading')
        .getByRole('link')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))),
    );
  }
  const logs = pieces.filter((href) => href.includes('/harbour-log-'));
  expect(logs).toHaveLength(26);
  expect(new Set(logs).size).toBe(26);
});
