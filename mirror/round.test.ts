/** A mirror asks for what changed and for nothing else, and what was taken down is gone before anything is written. */
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith } from '#archive/newsroomForTests';
import { openTestMirror, type TestMirror } from '#mirror/mirrorForTests';

let mirror: TestMirror;
beforeEach(() => {
  mirror = openTestMirror();
  mirror.newsroom.write(
    'categories/counties.mdx',
    '---\ntitle: Counties\ndescription: All about the counties.\norder: 1\n---\n',
  );
  for (const day of [10, 11, 12, 13, 14, 15]) put(day);
});
afterEach(() => mirror.close());

const put = (day: number, fields: Readonly<Record<string, string | undefined>> = {}): void =>
  mirror.newsroom.write(
    `articles/2026/10/${day}/piece.mdx`,
    articleWith({ headline: `What happened on day ${day}`, publishedAt: `2026-10-${day} 06:00`, ...fields }),
  );
const at = (day: number): string => `/2026/10/${day}/piece`;
const fileAt = (day: number): string => `2026/10/${day}/piece/index.html`;
const later = (): void => mirror.newsroom.setClock('2026-10-15T09:05:00+03:00');

test('the whole paper lies there, with a page for lost readers and the files that hosts read', async () => {
  const { failures } = await mirror.run();
  expect(failures).toEqual([]);
  expect(Object.keys(mirror.files())).toEqual([
    ...[10, 11, 12, 13, 14, 15].map(fileAt),
    '404.html',
    '_headers',
    '_redirects',
    'category/counties/index.html',
    'category/counties/page/2/index.html',
    'category/counties/page/3/index.html',
    'icon.svg',
    'index.html',
  ]);
});

test('a second run asks for nothing and writes nothing', async () => {
  await mirror.run();
  const before = mirror.files();
  const { paths } = await mirror.run();
  expect(paths).toEqual([]);
  expect(mirror.files()).toEqual(before);
});

test('after one edit only the piece is asked for, and the pages that show it', async () => {
  await mirror.run();
  const before = mirror.files();
  later();
  put(12, { headline: 'What really happened' });
  const { paths } = await mirror.run();
  const after = mirror.files();
  // Day 12 stands on the second page of its category; the first and the third are as they were.
  expect(paths).toContain('/category/counties/page/2');
  expect(paths).not.toContain('/category/counties/page/3');
  const naming = [10, 11, 12, 13, 14, 15].filter((day) => day === 12 || before[fileAt(day)]?.includes(at(12)));
  expect(naming.length).toBeLessThan(6);
  expect(paths.filter((path) => path.endsWith('/piece')).sort()).toEqual(naming.map(at));
  expect(Object.keys(after).filter((file) => after[file] !== before[file])).toEqual([
    fileAt(12),
    'category/counties/page/2/index.html',
  ]);
});

test('a page that comes back with the same bytes is not searched again, and what it names stays', async () => {
  await mirror.run();
  const before = mirror.files();
  later();
  put(12, { headline: 'What really happened' });
  const { paths, searched } = await mirror.run();
  const after = mirror.files();
  expect([...searched].sort()).toEqual(
    Object.keys(after)
      .filter((file) => after[file] !== before[file])
      .map((file) => after[file])
      .sort(),
  );
  expect(paths.length).toBeGreaterThan(searched.length);
  expect(Object.keys(after)).toEqual(Object.keys(before));
  mirror.build = 'two';
  const { searched: all } = await mirror.run();
  expect(all).toHaveLength(Object.keys(after).filter((file) => file.endsWith('.html')).length);
});

test('a new piece moves all pages of its list up, and no other article is asked for', async () => {
  await mirror.run();
  later();
  mirror.newsroom.write(
    'articles/2026/10/15/second.mdx',
    articleWith({ headline: 'Elephants', publishedAt: '2026-10-15 07:00' }),
  );
  const { paths } = await mirror.run();
  expect(paths.filter((path) => path.startsWith('/category/'))).toEqual(
    ['', '/page/2', '/page/3', '/page/4'].map((end) => `/category/counties${end}`),
  );
  expect(mirror.files()['category/counties/page/4/index.html']).toContain('What happened on day 10');
  expect(paths.filter((path) => path.startsWith('/2026/10/1'))).not.toContain(at(10));
});

test('a page that is no more goes, with the folder that it leaves empty', async () => {
  await mirror.run();
  later();
  put(10, { category: 'sport' });
  put(11, { category: 'sport' });
  await mirror.run();
  expect(existsSync(join(mirror.folder, 'category/counties/page/3'))).toBe(false);
  expect(existsSync(join(mirror.folder, 'category/counties/page/2'))).toBe(true);
});

test('a withdrawn piece is gone before anything is asked for, and then from every byte', async () => {
  await mirror.run();
  later();
  put(13, { withdrawn: '{ on: 2026-10-15 08:00, reason: It was wrong. }' });
  mirror.broken.add('/category/counties');
  mirror.broken.add('/category/counties/page/2');
  const { failures } = await mirror.run();
  // The page that still named it could not be made anew: it goes too.
  expect(failures.map(({ address }) => address).sort()).toEqual(['/category/counties', '/category/counties/page/2']);
  expect(Object.values(mirror.files()).some((text) => text.includes(at(13)))).toBe(false);
  mirror.broken.clear();
  expect((await mirror.run()).failures).toEqual([]);
  expect(mirror.files()['category/counties/index.html']).toContain(at(14));
});

test('an embargo ends at its moment without any save', async () => {
  put(16, { publishedAt: '2026-10-16 06:00' });
  await mirror.run();
  expect(mirror.files()[fileAt(16)]).toBeUndefined();
  mirror.newsroom.setClock('2026-10-16T06:00:00+03:00');
  await mirror.run();
  expect(mirror.files()[fileAt(16)]).toContain('What happened on day 16');
});

test('a page that fails keeps its older file, is told, and comes with the next run', async () => {
  await mirror.run();
  later();
  put(12, { headline: 'What really happened' });
  mirror.broken.add(at(12));
  const failed = await mirror.run();
  expect(failed.failures).toEqual([{ address: at(12), why: 'the renderer answered 500' }]);
  expect(mirror.files()[fileAt(12)]).toContain('What happened on day 12');
  expect(mirror.files()['category/counties/page/2/index.html']).toContain('What really happened');
  mirror.broken.clear();
  const mended = await mirror.run();
  expect(mended.paths).toEqual([at(12)]);
  expect(mirror.files()[fileAt(12)]).toContain('What really happened');
});

test('where no page at all can be made it ends soon, says so, and leaves everything as it was', async () => {
  for (let nth = 0; nth < 60; nth += 1)
    mirror.newsroom.write(
      `articles/2026/10/15/more-${nth}.mdx`,
      articleWith({ headline: `Report number ${nth} of the day` }),
    );
  await mirror.run();
  const before = mirror.files();
  mirror.build = 'two';
  for (const path of Object.keys(before)) mirror.broken.add(`/${path}`.replace(/\/?index\.html$/, '') || '/');
  mirror.broken.add('/_not-found');
  await expect(mirror.run()).rejects.toThrow('in a row could not be made');
  expect(mirror.files()).toEqual(before);
});

test('a renamed piece leaves a redirect and no file', async () => {
  await mirror.run();
  later();
  mirror.newsroom.remove('articles/2026/10/12/piece.mdx');
  mirror.newsroom.write(
    'articles/2026/10/12/better-name.mdx',
    articleWith({ headline: 'What happened on day 12', publishedAt: '2026-10-12 06:00', aliases: `[${at(12)}]` }),
  );
  await mirror.run();
  expect(mirror.files()['_redirects']).toContain(`${at(12)} /2026/10/12/better-name 301`);
  expect(mirror.files()[fileAt(12)]).toBeUndefined();
});

test('a file that somebody deleted or cut short comes back; files of others are never touched', async () => {
  await mirror.run();
  const whole = mirror.files();
  writeFileSync(join(mirror.folder, fileAt(11)), 'cut');
  rmSync(join(mirror.folder, fileAt(12)));
  writeFileSync(join(mirror.folder, 'CNAME'), 'news.example');
  writeFileSync(join(mirror.folder, '2026/10/13/letter.txt'), 'mine');
  const { paths } = await mirror.run();
  expect([...paths].sort()).toEqual([at(11), at(12)]);
  expect(mirror.files()).toEqual({ ...whole, CNAME: 'news.example', '2026/10/13/letter.txt': 'mine' });
});

test('where somebody else has put a file or a folder, nothing is written and that is told', async () => {
  mkdirSync(join(mirror.folder, fileAt(11)), { recursive: true });
  writeFileSync(join(mirror.folder, 'index.html'), 'my own front');
  const { failures } = await mirror.run();
  expect(failures.map(({ address }) => address).sort()).toEqual(['/', at(11)]);
  expect(failures[0]?.why).toContain('the mirror did not write it');
  expect(mirror.files()['index.html']).toBe('my own front');
});

test('a run that was stopped goes on where it was, and ends as if nothing had happened', async () => {
  await expect(mirror.run({ stopAfter: 5 })).rejects.toThrow('Stopped');
  const { paths } = await mirror.run();
  const resumed = mirror.files();
  expect(paths.length).toBeGreaterThan(0);
  rmSync(mirror.folder, { recursive: true });
  mkdirSync(mirror.folder);
  const whole = await mirror.run();
  expect(paths.length).toBeLessThan(whole.paths.length);
  expect(mirror.files()).toEqual(resumed);
});

test('a run that cannot note anything any more ends with that fault, and the next one goes on', async () => {
  await mirror.run();
  const whole = mirror.files();
  mirror.build = 'two';
  await expect(mirror.run({ fullAfter: 3 })).rejects.toThrow('ENOSPC');
  expect((await mirror.run()).failures).toEqual([]);
  expect(mirror.files()).toEqual(whole);
});

test('another build asks for everything again, and writes only what differs', async () => {
  await mirror.run();
  const written = statSync(join(mirror.folder, fileAt(12))).mtimeMs;
  mirror.build = 'two';
  const { paths } = await mirror.run();
  expect(paths).toContain(at(12));
  expect(statSync(join(mirror.folder, fileAt(12))).mtimeMs).toBe(written);
});

test('an archive that was made anew is mirrored whole, and what is not in it goes', async () => {
  await mirror.run();
  mirror.newsroom.ingest.db.exec('delete from edition');
  mirror.newsroom.remove('articles/2026/10/12/piece.mdx');
  later();
  const { paths } = await mirror.run();
  expect(paths).toContain(at(10));
  expect(mirror.files()[fileAt(12)]).toBeUndefined();
});
