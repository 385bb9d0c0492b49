import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listenNearby, type NearEar } from '#archive/nearEar';

/** Elsewhere an ear costs more, and old days are left to the watcher that gathers. */
const isLinux = platform() === 'linux';

let folder: string;
let heard: (readonly string[])[];
let ear: NearEar | undefined;

const write = (path: string, text = String(Math.random())): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const heardOf = (path: string): boolean => heard.some((paths) => paths.includes(path));
const waitFor = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise((again) => setTimeout(again, 5));
};
/** Saves a file that is always told of, so that whatever was to be told before it has been. */
const waitForASave = async (): Promise<void> => {
  const path = 'articles/2026/10/15/witness.mdx';
  await new Promise((rest) => setTimeout(rest, 400));
  write(path);
  await waitFor(() => heardOf(path));
};
const open = (): void => {
  ear = listenNearby(folder, (paths) => heard.push(paths));
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'near-'));
  heard = [];
  write('articles/2026/10/15/bridge.mdx');
});
afterEach(() => {
  ear?.close();
  rmSync(folder, { recursive: true });
});

test('a save among the newest days is told once, however often the program wrote', async () => {
  open();
  write('articles/2026/10/15/bridge.mdx', '');
  write('articles/2026/10/15/bridge.mdx', 'one');
  write('articles/2026/10/15/bridge.mdx', 'one and two');
  await waitForASave();
  expect(heard.filter((paths) => paths.includes('articles/2026/10/15/bridge.mdx'))).toHaveLength(1);
});

test('a file that is renamed into its place is told by its name, and the leftovers of editors are not', async () => {
  open();
  write('articles/2026/10/15/.bridge.mdx.swp');
  write('articles/2026/10/15/bridge.mdx~');
  renameSync(join(folder, 'articles/2026/10/15/bridge.mdx~'), join(folder, 'articles/2026/10/15/bridge.mdx'));
  await waitForASave();
  expect(heard.flat().sort()).toEqual(['articles/2026/10/15/bridge.mdx', 'articles/2026/10/15/witness.mdx']);
});

test('a burst and a deletion are left to the watcher that gathers', async () => {
  open();
  for (let nth = 0; nth < 40; nth += 1) write(`articles/2026/10/15/piece-${nth}.mdx`);
  await waitForASave();
  unlinkSync(join(folder, 'articles/2026/10/15/bridge.mdx'));
  await waitForASave();
  expect(new Set(heard.flat())).toEqual(new Set(['articles/2026/10/15/witness.mdx']));
});

test('what was told and is gone at once is told again: the watcher that gathers may take both for nothing', async () => {
  open();
  for (const others of [0, 10]) {
    const path = `articles/2026/10/15/short-lived-${others}.mdx`;
    write(path);
    await waitFor(() => heardOf(path));
    heard = [];
    unlinkSync(join(folder, path));
    for (let nth = 0; nth < others; nth += 1) write(`articles/2026/10/15/beside-${nth}.mdx`);
    await waitFor(() => heardOf(path));
  }
});

test('what was told and is written anew is not told as gone', async () => {
  open();
  const path = 'articles/2026/10/15/returns.mdx';
  write(path);
  await waitFor(() => heardOf(path));
  heard = [];
  unlinkSync(join(folder, path));
  write(path);
  await waitForASave();
  expect(heard.filter((paths) => paths.includes(path))).toHaveLength(1);
});

test('a day that begins is listened to from the next look on, and an old one is heard as well', async () => {
  for (let day = 1; day <= 30; day += 1) write(`articles/2019/09/${String(day).padStart(2, '0')}/piece.mdx`);
  for (let month = 1; month <= 12; month += 1) {
    for (let day = 1; day <= 28; day += 1) {
      write(`articles/2018/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}/piece.mdx`);
    }
  }
  open();
  write('articles/2026/10/16/morning.mdx');
  ear?.look();
  await waitForASave();
  write('articles/2018/01/01/piece.mdx');
  write('articles/2026/10/16/morning.mdx');
  await waitForASave();
  expect(heardOf('articles/2026/10/16/morning.mdx')).toBe(true);
  expect(heardOf('articles/2018/01/01/piece.mdx')).toBe(isLinux);
});

test('a day whose folder goes and comes again is heard from the next look on', async () => {
  write('articles/2026/10/14/ferry.mdx');
  open();
  rmSync(join(folder, 'articles/2026/10/14'), { recursive: true });
  await waitForASave();
  write('articles/2026/10/14/ferry.mdx');
  ear?.look();
  await waitForASave();
  heard = [];
  write('articles/2026/10/14/ferry.mdx', 'new words');
  await waitForASave();
  expect(heardOf('articles/2026/10/14/ferry.mdx')).toBe(true);
});

test('a newsroom without articles is listened to in silence', () => {
  rmSync(join(folder, 'articles'), { recursive: true });
  expect(open).not.toThrow();
});
