import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openRenditionStore } from '#archive/pictures/renditionStore';

const newFolder = async () => {
  const root = await mkdtemp(join(tmpdir(), 'renditions-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return join(root, 'renditions');
};

const nameOf = (n: number) => `${n.toString(16).padStart(16, '0')}-news-640.avif`;
const open = (folder: string, maxBytes = 10_000, now = () => Date.now()) =>
  openRenditionStore({ folder, maxBytes, now });
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

const settled = async (folder: string, count: number) => {
  for (let i = 0; i < 200 && (await filesIn(folder)).length !== count; i += 1)
    await new Promise((r) => setTimeout(r, 5));
  return (await filesIn(folder)).toSorted();
};

test('what was kept is given back, by this process and by the next', async () => {
  const folder = await newFolder();
  const store = open(folder);
  expect(await store.kept(nameOf(1))).toBeUndefined();
  await store.keep(nameOf(1), Buffer.from('picture'));
  expect((await store.kept(nameOf(1)))?.toString()).toBe('picture');
  expect((await open(folder).kept(nameOf(1)))?.toString()).toBe('picture');
});

test('the bound holds, and the ones longest not asked for leave first', async () => {
  const folder = await newFolder();
  const store = open(folder, 5000);
  for (let n = 0; n < 5; n += 1) await store.keep(nameOf(n), Buffer.alloc(1000));
  await store.kept(nameOf(0));
  await store.keep(nameOf(5), Buffer.alloc(2000));
  expect(await store.size()).toBe(5000);
  expect(await settled(folder, 4)).toEqual([nameOf(0), nameOf(3), nameOf(4), nameOf(5)].toSorted());
});

test('the bound holds for what an earlier process left, oldest first', async () => {
  const folder = await newFolder();
  const first = open(folder);
  for (let n = 0; n < 6; n += 1) {
    await first.keep(nameOf(n), Buffer.alloc(1000));
    await utimes(join(folder, '00', nameOf(n)), 1000 + n, 1000 + n);
  }
  const second = open(folder, 3000);
  expect(await second.size()).toBe(3000);
  expect(await settled(folder, 3)).toEqual([nameOf(3), nameOf(4), nameOf(5)]);
});

test('a picture asked for again is young again for the next process', async () => {
  const folder = await newFolder();
  const first = open(folder);
  await first.keep(nameOf(1), Buffer.alloc(10));
  const path = join(folder, '00', nameOf(1));
  await utimes(path, 1000, 1000);
  await open(folder, 10_000, () => 5_000_000_000).kept(nameOf(1));
  expect((await stat(path)).mtimeMs).toBe(5_000_000_000);
});

test('one picture larger than the bound is not kept and drives nothing out', async () => {
  const folder = await newFolder();
  const store = open(folder, 1000);
  await store.keep(nameOf(1), Buffer.alloc(900));
  await store.keep(nameOf(2), Buffer.alloc(1001));
  expect(await filesIn(folder)).toEqual([nameOf(1)]);
});

test('a file lost, cut or emptied under the feet of the store is not served', async () => {
  const folder = await newFolder();
  const store = open(folder);
  for (const n of [1, 2, 3]) await store.keep(nameOf(n), Buffer.alloc(100, n));
  await rm(join(folder, '00', nameOf(1)));
  await truncate(join(folder, '00', nameOf(2)), 50);
  await truncate(join(folder, '00', nameOf(3)), 0);
  for (const n of [1, 2, 3]) expect(await store.kept(nameOf(n))).toBeUndefined();
  await store.keep(nameOf(1), Buffer.from('again'));
  expect((await store.kept(nameOf(1)))?.toString()).toBe('again');
});

test('what a killed process did not finish is cleared away, and strange files are left alone', async () => {
  const folder = await newFolder();
  await mkdir(join(folder, '00'), { recursive: true });
  await writeFile(join(folder, '00', `${nameOf(1)}.abcdef.part`), 'half');
  await writeFile(join(folder, '00', nameOf(2)), '');
  await writeFile(join(folder, 'README'), 'mine');
  const store = open(folder);
  expect(await store.size()).toBe(0);
  expect(await filesIn(folder)).toEqual(['README']);
});

test('where nothing can be written nothing is kept, and nobody notices', async () => {
  const folder = await newFolder();
  await writeFile(folder, 'a file where the folder should be');
  const store = open(folder);
  await store.keep(nameOf(1), Buffer.from('picture'));
  expect(await store.kept(nameOf(1))).toBeUndefined();
  expect(await readFile(folder, 'utf8')).toBe('a file where the folder should be');
});

test.each(['../../etc/passwd', '0123456789abcdef-../../x.jpg', 'x.jpg', '', `${nameOf(1)}/..`])(
  'no name leads out of the folder: %j',
  async (name) => {
    const folder = await newFolder();
    const store = open(folder);
    await store.keep(name, Buffer.from('x'));
    expect(await store.kept(name)).toBeUndefined();
    expect(await readdir(join(folder, '..'))).toEqual([]);
  },
);

test('many at once leave whole files only', async () => {
  const folder = await newFolder();
  const store = open(folder, 1_000_000);
  const keep = (n: number) => store.keep(nameOf(n % 10), Buffer.alloc(5000, n % 10));
  await Promise.all(Array.from({ length: 100 }, (_, n) => keep(n)));
  expect((await filesIn(folder)).length).toBe(10);
  for (let n = 0; n < 10; n += 1) expect(await store.kept(nameOf(n))).toEqual(Buffer.alloc(5000, n));
});
