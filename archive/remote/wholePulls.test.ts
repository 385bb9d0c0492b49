import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gitAtWork } from '#archive/gitAtWork';
import { openPublishing } from '#archive/publishing';
import type { PublishingDesk } from '#archive/publishing';
import { openPulling } from '#archive/remote/pulling';
import type { OpenPulling } from '#archive/remote/pulling';
import { openTestRemote, type TestRemote, testEnv } from '#archive/remote/remoteForTests';
import { walk } from '#archive/walk';
import { watchContent } from '#archive/watch';

const run = promisify(execFile);
let rooms: TestRemote;
let desk: PublishingDesk;
let watch: ReturnType<typeof watchContent>;
let pulling: OpenPulling | undefined;
/** How many files lay in the folder whenever it was read, as often as that number changed. */
let seen: number[];

/** The real watcher and desk; an edition is a run that finds other files than the last. */
const openNewsroom = (): void => {
  seen = [];
  const look = async () => {
    const count = walk(rooms.contentDir).length;
    const made = count !== seen.at(-1);
    if (made) seen.push(count);
    return { number: seen.length, at: 0, made, changes: [], removed: [], documents: count, read: 0, withProblems: [] };
  };
  desk = openPublishing({
    ingest: { run: look, nextChange: () => undefined },
    now: () => 0,
    done: () => undefined,
    failed: (fault) => expect(fault).toBeUndefined(),
    isWriting: gitAtWork(rooms.contentDir),
  });
  watch = watchContent(rooms.contentDir, { changed: desk.changed, trouble: (what) => expect(what).toBe('') });
};

const pushFiles = (many: number): void => {
  for (let n = 0; n < many; n += 1) {
    rooms.editor.write(`articles/2026/${10 + (n % 3)}/${10 + (n % 7)}/piece-${n}.mdx`, `words of ${n}\n`);
  }
  rooms.editor.commit();
  rooms.editor.push();
};

const settled = (count: number) => vi.waitFor(() => expect(seen.at(-1)).toBe(count), { timeout: 25_000, interval: 20 });
const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds));
const pullByHand = () => run('git', ['pull', '-q'], { cwd: rooms.paper.folder, env: testEnv });

beforeEach(() => {
  rooms = openTestRemote();
  rooms.clone();
});
afterEach(async () => {
  await pulling?.close();
  pulling = undefined;
  desk.close();
  await watch.close();
  rooms.end();
});

test('two thousand files that an editor pulls at the shell are one edition', async () => {
  openNewsroom();
  await settled(1);
  pushFiles(2000);
  await pullByHand();
  await settled(2001);
  await pause(1200);
  expect(seen).toEqual([1, 2001]);
});

test('a pull that takes its time, over folders that were there and folders that are new, is one edition too', async () => {
  mkdirSync(join(rooms.contentDir, 'articles/2026/10/11'), { recursive: true });
  openNewsroom();
  await settled(1);
  pushFiles(60);
  // Each file takes a while, as on a slow disk: far fewer than twenty of them in any half second.
  const script = join(rooms.room, 'slow.sh');
  writeFileSync(script, '#!/bin/sh\nsleep 0.08\ncat\n');
  chmodSync(script, 0o755);
  writeFileSync(join(rooms.contentDir, '.git/info/attributes'), '*.mdx filter=slow\n');
  rooms.paper.git('config', 'filter.slow.smudge', script);
  await pullByHand();
  await settled(61);
  await pause(1200);
  expect(seen).toEqual([1, 61]);
});

test('two thousand files that the publisher pulls are one edition, and so are the files of the next pull', async () => {
  openNewsroom();
  await settled(1);
  pushFiles(2000);
  const told: string[] = [];
  pulling = openPulling({
    contentDir: rooms.contentDir,
    plan: { from: rooms.remote, branch: 'main' },
    env: testEnv,
    hold: desk.hold,
    told: ({ outcome }) => told.push(outcome),
  });
  await settled(2001);
  rooms.editor.write('articles/2026/10/15/one-more.mdx', 'one more');
  rooms.editor.write('articles/2026/10/16/two-more.mdx', 'two more');
  rooms.editor.commit();
  rooms.editor.push();
  for (let n = 0; n < 20; n += 1) pulling.pull();
  await settled(2003);
  await pause(1200);
  expect(seen).toEqual([1, 2001, 2003]);
  expect(told.filter((outcome) => outcome === 'new')).toHaveLength(2);
});

test('a lock that a dead git left long ago holds no save up', async () => {
  const { utimesSync } = await import('node:fs');
  const lock = join(rooms.contentDir, '.git/index.lock');
  writeFileSync(lock, '');
  utimesSync(lock, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
  expect(gitAtWork(rooms.contentDir)()).toBe(false);
  rmSync(lock);
  writeFileSync(lock, '');
  expect(gitAtWork(rooms.contentDir)()).toBe(true);
  openNewsroom();
});

test('the lock is found from a folder inside a project, through a link, and in a linked working tree', async () => {
  openNewsroom();
  const { symlinkSync } = await import('node:fs');
  rooms.paper.git('worktree', 'add', '-q', join(rooms.room, 'tree'), '-b', 'print');
  const link = join(rooms.room, 'content');
  symlinkSync(join(rooms.contentDir, 'articles'), link);
  const [inside, linked] = [gitAtWork(link), gitAtWork(join(rooms.room, 'tree/articles'))];
  expect([inside(), linked()]).toEqual([false, false]);
  writeFileSync(join(rooms.contentDir, '.git/index.lock'), '');
  expect([inside(), linked()]).toEqual([true, false]);
  writeFileSync(join(rooms.contentDir, '.git/worktrees/tree/index.lock'), '');
  expect(linked()).toBe(true);
  expect(gitAtWork(rooms.room)()).toBe(false);
});
