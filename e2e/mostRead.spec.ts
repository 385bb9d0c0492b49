/** What is most read is shown in order, without cookies and without script, and outlives a restart. */
import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startSecondSite, temporaryFolder } from './secondSite';

const clock = '2026-10-15T09:00:00+03:00';
const agents = ['131', '132', '133', '134'].map(
  (version) => `Mozilla/5.0 (X11; Linux x86_64; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
);

test.use({ javaScriptEnabled: false });

test('readers see what is most read in order; robots and prefetches count for nothing', async ({ page }) => {
  test.setTimeout(180_000);
  const dataDir = temporaryFolder();
  const first = await startSecondSite({ contentDir: 'e2e/content', clock, dataDir });
  const front = await (await fetch(`${first.base}/`)).text();
  expect(front).not.toContain('Most read');
  const found = [...front.matchAll(/href="(\/2026\/\d\d\/\d\d\/[a-z0-9-]+)"/g)].map(([, address = '']) => address);
  const [most = '', second = '', third = '', robots = ''] = [...new Set(found)];
  const read = async (address: string, agent: string, more = {}) => {
    const answer = await fetch(first.base + address, {
      headers: { 'user-agent': agent, 'sec-fetch-dest': 'document', ...more },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toBeNull();
    await answer.text();
  };
  for (const agent of agents.slice(0, 3)) await read(most, agent);
  for (const agent of agents.slice(0, 2)) await read(second, agent);
  for (const agent of [agents[0] ?? '', agents[0] ?? '', agents[0] ?? '']) await read(third, agent);
  for (const agent of agents) await read(robots, agent, { 'sec-purpose': 'prefetch' });
  await read(robots, 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)');
  await first.end();

  const again = await startSecondSite({ contentDir: 'e2e/content', clock, dataDir });
  try {
    for (const address of ['/', most]) {
      await page.goto(again.base + address);
      const today = page.getByRole('list', { name: 'Most read, today' });
      await expect(today.getByRole('link')).toHaveCount(3);
      const shown = await today
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      expect(shown).toEqual([most, second, third]);
      await page.getByText('This month').click();
      await expect(today).toBeHidden();
      await expect(page.getByRole('list', { name: 'Most read, this month' })).toBeVisible();
    }
  } finally {
    await again.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
