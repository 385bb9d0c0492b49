/** The publication as plain files: whole, without a word of what is hidden, and changed only where the newsroom changed it. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { crawl, publicStarts } from './crawler.ts';
import { filesIn, mirror, serveFolder, startMirror } from './mirrored.ts';
import { piece, smallNewsroom } from './newsroom.ts';
import { temporaryFolder } from './secondSite.ts';

// The whole fixture newsroom with all its pictures, and several runs, on a machine with other work.
test.describe.configure({ timeout: 300_000 });

/** Old addresses of `_redirects`, without those that need a query. */
const redirected = (folder: string): ReadonlySet<string> =>
  new Set(
    readFileSync(join(folder, '_redirects'), 'utf8')
      .split('\n')
      .filter((line) => /^\/\S* \S+ 30\d$/.test(line))
      .map((line) => line.split(' ')[0] ?? ''),
  );

const hidden =
  /hiddenword-|draft-in-hand|embargo-of-one-hour|embargo-with-a-broken|expired-yesterday|withdrawn-with-a|draft-misspelt|gone-for-good|gone-without-a-word|gone-though|author\/early-bird|only-under-embargo/;

test('every link from the front, the feeds and the sitemaps leads to a file, and no byte tells of what is hidden', async () => {
  const work = temporaryFolder();
  const folder = join(work, 'out');
  const { base, end } = await serveFolder(folder);
  try {
    const plan = { folder, contentDir: 'e2e/content', dataDir: join(work, 'data'), siteUrl: base };
    const { failures, files } = await mirror(plan);
    expect(failures).toEqual([]);
    expect(files).toBeGreaterThan(400);

    // A folder of files answers no program's questions.
    const isPage = (path: string): boolean => !path.startsWith('/api/');
    const answers = await crawl({ base, starts: publicStarts.filter(isPage), visit: isPage });
    expect(answers.length).toBeGreaterThan(400);
    const old = redirected(folder);
    const lost = answers.filter(({ status, path }) => status !== 200 && !old.has(path.split('?')[0] ?? ''));
    expect(lost.map(({ path, status, from }) => `${status} ${path}, named by ${from}`)).toEqual([]);

    const told = [...filesIn(folder)].filter(
      ([file, body]) => hidden.test(file) || hidden.test(body.toString('latin1')),
    );
    expect(told.map(([file]) => file)).toEqual([]);

    expect(readFileSync(join(folder, '_redirects'), 'utf8')).toContain(
      '/2026/10/08/the-bridge-by-its-old-name /2026/10/08/the-bridge-by-its-new-name 301',
    );
    expect(readFileSync(join(folder, '_headers'), 'utf8')).toMatch(
      /^\/\*\n(?: {2}.+\n)* {2}Content-Security-Policy: default-src 'none'/m,
    );
    expect(existsSync(join(folder, 'api'))).toBe(false);
    expect(readFileSync(join(folder, '404.html'), 'utf8')).toContain('not in the paper');

    // Nothing has changed: nothing is asked for.
    expect(await mirror(plan)).toMatchObject({ asked: 0, written: 0, removed: 0 });
  } finally {
    end();
    rmSync(work, { recursive: true });
  }
});

test('one edit changes the files that show it; a withdrawal leaves no trace; a killed run is gone on with', async () => {
  const { folder: contentDir, save } = smallNewsroom();
  const work = temporaryFolder();
  const folder = join(work, 'out');
  const plan = { folder, contentDir, dataDir: join(work, 'data'), siteUrl: 'http://news.localhost' };
  const names = ['first', 'second', 'third'];
  for (const name of names)
    save(`articles/2026/10/15/${name}.mdx`, piece(`The ${name} piece of this morning`, `Words of the ${name}.`));
  const pageOf = (name: string): string => `2026/10/15/${name}/index.html`;
  try {
    const killed = startMirror(plan);
    await expect.poll(() => existsSync(join(folder, pageOf('first'))), { timeout: 60_000, intervals: [10] }).toBe(true);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await mirror(plan);
    const whole = filesIn(folder);
    rmSync(folder, { recursive: true });
    await mirror(plan);
    const fresh = filesIn(folder);
    // The sign-up's own page has a stamp for each time that it is made.
    const differing = [...fresh].filter(
      ([file, body]) => file !== 'newsletter/index.html' && whole.get(file)?.equals(body) !== true,
    );
    expect([[...whole.keys()].sort(), differing.map(([file]) => file)]).toEqual([[...fresh.keys()].sort(), []]);

    await test.step('an edit', async () => {
      const untouched = statSync(join(folder, 'about/index.html')).mtimeMs;
      save('articles/2026/10/15/second.mdx', piece('The second piece of this morning', 'Other words of the second.'));
      const { asked } = await mirror(plan);
      const after = filesIn(folder);
      const changed = [...after].filter(([file, body]) => fresh.get(file)?.equals(body) !== true).map(([file]) => file);
      expect(changed).toEqual(
        expect.arrayContaining([pageOf('second'), '2026/10/15/second.md', 'feed.xml', 'index.html']),
      );
      expect(changed.filter((file) => file.startsWith('about/') || file.startsWith('pictures/'))).toEqual([]);
      expect(asked).toBeLessThan(fresh.size);
      expect(statSync(join(folder, 'about/index.html')).mtimeMs).toBe(untouched);
      expect(after.get(pageOf('second'))?.toString()).toContain('Other words of the second.');
    });

    await test.step('a withdrawal', async () => {
      save(
        'articles/2026/10/15/third.mdx',
        piece(
          'The third piece of this morning',
          'Words of the third.',
          'withdrawn: { on: 2026-10-15 08:30, reason: It was wrong. }\n',
        ),
      );
      await mirror(plan);
      const after = filesIn(folder);
      expect(after.has(pageOf('third'))).toBe(false);
      const told = [...after].filter(
        ([file, body]) => file.includes('third') || /10\/15\/third|The third piece/.test(body.toString('latin1')),
      );
      expect(told.map(([file]) => file)).toEqual([]);
      expect(after.get(pageOf('first'))?.toString()).toContain('The first piece');
    });
  } finally {
    rmSync(work, { recursive: true });
    rmSync(contentDir, { recursive: true });
  }
});

test('a folder with something else in it is refused with the remedy, and nothing in it is touched', async () => {
  const work = temporaryFolder();
  try {
    const refused = async (folder: string) =>
      startMirror({ folder, contentDir: 'e2e/content', dataDir: work, siteUrl: 'http://news.localhost' }).ended;
    const content = await refused('e2e/content');
    expect([content.code, content.out]).toEqual([2, '']);
    expect(content.said).toContain('Name a folder of its own');
    const full = await refused('docs');
    expect(full.code).toBe(2);
    expect(full.said).toContain('--into-existing');
    expect(existsSync('docs/.mirror')).toBe(false);
  } finally {
    rmSync(work, { recursive: true });
  }
});
