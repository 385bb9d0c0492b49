/** An editor saves a file, and readers have it: no build, no restart. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { piece, smallNewsroom } from './newsroom.ts';
import { startSecondSite, temporaryFolder } from './secondSite.ts';

test.describe.configure({ timeout: 180_000 });

const first = '2026/10/15/first';

test('a saved file is read within moments: changed, new, broken, mended and deleted', async () => {
  const { folder, save } = smallNewsroom();
  save(`articles/${first}.mdx`, piece('The first piece', 'The old words.'));
  const site = await startSecondSite({ contentDir: folder, clock: '2026-10-15T09:00:00+03:00' });
  const read = async (path: string) => {
    const response = await fetch(site.base + path);
    return { status: response.status, text: await response.text() };
  };
  // Promised within a second; a busy machine gets five.
  const soon = { timeout: 5000, intervals: [100] };
  try {
    expect((await read(`/${first}`)).text).toContain('The old words.');

    await test.step('a change is on the page', async () => {
      save(`articles/${first}.mdx`, piece('The first piece', 'The new words.'));
      await expect.poll(async () => (await read(`/${first}`)).text, soon).toContain('The new words.');
      expect((await read(`/${first}`)).text).not.toContain('The old words.');
      expect((await read('/feed.xml')).text).toContain('The new words.');
    });

    await test.step('a new piece is on the front and in its section', async () => {
      save('articles/2026/10/15/second.mdx', piece('The second piece', 'Words of the second.'));
      await expect.poll(async () => (await read('/')).text, soon).toContain('The second piece');
      for (const path of ['/category/harbour', '/author/ada-otieno', '/2026/10/15', '/feed.xml']) {
        expect((await read(path)).text, path).toContain('The second piece');
      }
      expect((await read('/2026/10/15/second')).status).toBe(200);
    });

    await test.step('a broken file keeps its last good version, and the others are not touched', async () => {
      save(`articles/${first}.mdx`, piece('The first piece', 'Broken words {process.env.HOME}'));
      save('articles/2026/10/15/second.mdx', piece('The second piece', 'Other words of the second.'));
      await expect
        .poll(async () => (await read('/2026/10/15/second')).text, soon)
        .toContain('Other words of the second.');
      const kept = await read(`/${first}`);
      expect(kept.status).toBe(200);
      expect(kept.text).toContain('The new words.');
      expect(kept.text).not.toContain('Broken words');
    });

    await test.step('a broken file that says it is withdrawn is hidden at once', async () => {
      save(
        'articles/2026/10/15/second.mdx',
        piece('The second piece', 'Words {process.env.HOME}', 'withdrawn:\n  on: yesterday\n'),
      );
      await expect.poll(async () => (await read('/2026/10/15/second')).status, soon).not.toBe(200);
      expect((await read('/')).text).not.toContain('The second piece');
    });

    await test.step('a deleted piece is gone, from every list too', async () => {
      rmSync(join(folder, `articles/${first}.mdx`));
      await expect.poll(async () => (await read(`/${first}`)).status, soon).toBe(410);
      for (const path of ['/', '/category/harbour', '/feed.xml', '/sitemap.xml']) {
        expect((await read(path)).text, path).not.toContain('The first piece');
      }
    });

    await test.step('a renamed piece is found at its old address', async () => {
      save(
        'articles/2026/10/15/third.mdx',
        piece('The third piece', 'Words of the third, many enough to know it again.'),
      );
      await expect.poll(async () => (await read('/2026/10/15/third')).status, soon).toBe(200);
      rmSync(join(folder, 'articles/2026/10/15/third.mdx'));
      save(
        'articles/2026/10/15/third-by-another-name.mdx',
        piece('The third piece', 'Words of the third, many enough to know it again.'),
      );
      await expect.poll(async () => (await read('/2026/10/15/third-by-another-name')).status, soon).toBe(200);
      const old = await fetch(`${site.base}/2026/10/15/third`, { redirect: 'manual' });
      expect([old.status, new URL(old.headers.get('location') ?? '', site.base).pathname]).toEqual([
        308,
        '/2026/10/15/third-by-another-name',
      ]);
    });
  } finally {
    await site.end();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('an empty newsroom is a site all the same', async () => {
  const folder = temporaryFolder();
  const site = await startSecondSite({ contentDir: folder, clock: '2026-10-15T09:00:00+03:00' });
  try {
    for (const path of [
      '/',
      '/category',
      '/author',
      '/tag',
      '/series',
      '/videos',
      '/corrections',
      '/about',
      '/feed.xml',
      '/sitemap.xml',
    ]) {
      expect((await fetch(site.base + path)).status, path).toBe(200);
    }
    expect((await fetch(`${site.base}/2026`)).status).toBe(404);
  } finally {
    await site.end();
    rmSync(folder, { recursive: true, force: true });
  }
});
