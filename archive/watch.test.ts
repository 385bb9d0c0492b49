import { mkdirSync, mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchContent } from '#archive/watch';

let room: string;
let folder: string;
let heard: (readonly string[] | undefined)[];
let troubles: string[];
let watch: ReturnType<typeof watchContent> | undefined;

const open = () => {
  watch = watchContent(folder, { changed: (paths) => heard.push(paths), trouble: (what) => troubles.push(what) });
};
const waitFor = async (what: () => boolean): Promise<void> => {
  while (!what()) await new Promise((again) => setTimeout(again, 20));
};
const heardOf = (path: string): boolean => heard.some((paths) => paths?.includes(path));
const write = (path: string): void => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), String(Math.random()));
};

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'standfirst-watch-'));
  folder = join(room, 'content');
  mkdirSync(folder);
  heard = [];
  troubles = [];
});
afterEach(async () => {
  await watch?.close();
  rmSync(room, { recursive: true });
});

test('a file that is written, changed or deleted is named', async () => {
  open();
  await waitFor(() => heard.length > 0);
  write('articles/a.mdx');
  await waitFor(() => heardOf('articles/a.mdx') || heard.length > 1);
  heard = [];
  write('articles/a.mdx');
  await waitFor(() => heardOf('articles/a.mdx'));
  heard = [];
  unlinkSync(join(folder, 'articles/a.mdx'));
  await waitFor(() => heardOf('articles/a.mdx'));
});

test('a folder that moves away makes everything be compared', async () => {
  write('articles/2026/a.mdx');
  open();
  await waitFor(() => heard.length > 0);
  heard = [];
  renameSync(join(folder, 'articles'), join(room, 'articles'));
  await waitFor(() => heard.includes(undefined));
});

test('when the content folder is swapped for another, the new one is compared and watched', async () => {
  open();
  await waitFor(() => heard.length > 0);
  const next = join(room, 'next');
  mkdirSync(next);
  renameSync(folder, join(room, 'old'));
  heard = [];
  renameSync(next, folder);
  await waitFor(() => heard.includes(undefined));
  // What is written before the new folder is watched falls under its comparison; from then on each file is named.
  await waitFor(() => {
    write('b.mdx');
    return heardOf('b.mdx');
  });
});

test('a folder that is not there is told once and waited for', async () => {
  rmSync(folder, { recursive: true });
  open();
  await waitFor(() => troubles.length > 0);
  await new Promise((next) => setTimeout(next, 1200));
  expect(troubles).toHaveLength(1);
  mkdirSync(folder);
  await waitFor(() => heard.includes(undefined));
});

test('what git does in its own folder is no news', async () => {
  mkdirSync(join(folder, '.git'));
  open();
  await waitFor(() => heard.length > 0);
  heard = [];
  write('.git/index');
  write('c.mdx');
  await waitFor(() => heardOf('c.mdx'));
  expect(heard.flat()).not.toContain('.git/index');
});
