import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isHalfDone, journalFile } from '#archive/remote/checkout';
import { readJournal } from '#archive/remote/journal';
import { pullOnce } from '#archive/remote/pull';
import { openTestRemote, pullNeeds, type TestRemote, testEnv } from '#archive/remote/remoteForTests';

let rooms: TestRemote;
const many = 120;
const pathOf = (n: number): string => `articles/2026/10/15/piece-${String(n).padStart(3, '0')}.mdx`;
const oldText = (n: number): string => `old words of ${n}\n`;
const newText = (n: number): string => `new and longer words of ${n}, ${'word '.repeat(50)}\n`;
const here = (file: string): string => join(rooms.contentDir, file);
const textOf = (file: string): string => readFileSync(here(file), 'utf8');
const pulled = (needs: Parameters<typeof pullOnce>[0]) =>
  vi.waitFor(
    async () => {
      const report = await pullOnce(needs);
      expect(report.outcome, report.message).not.toBe('busy');
      return report;
    },
    { timeout: 20_000, interval: 50 },
  );

/** Pieces of which a third change, a third are new, and a third go with the next push. */
const pushChange = (): void => {
  for (let n = 0; n < many; n += 1) if (n % 3 !== 1) rooms.editor.write(pathOf(n), oldText(n));
  rooms.editor.commit();
  rooms.editor.push();
  rooms.clone();
  for (let n = 0; n < many; n += 1) {
    if (n % 3 === 2) rmSync(join(rooms.editor.folder, pathOf(n)));
    else rooms.editor.write(pathOf(n), newText(n));
  }
  rooms.editor.commit();
  rooms.editor.push();
};

const isReached = (): string => join(rooms.room, 'reached');

/** Makes git stop before it writes one of the files, until a file of this name is there. */
const stopAt = (path: string): { readonly go: string } => {
  const go = join(rooms.room, 'go');
  const script = join(rooms.room, 'wait.sh');
  const waits = `while [ ! -e ${go} ] && [ -d ${rooms.room} ]; do sleep 0.05; done`;
  writeFileSync(script, `#!/bin/sh\n: > ${isReached()}\n${waits}\ncat\n`);
  chmodSync(script, 0o755);
  writeFileSync(here('.git/info/attributes'), `${path} filter=wait\n`);
  rooms.paper.git('config', 'filter.wait.smudge', script);
  return { go };
};

/** Waits until git stands at the file at which it stops, with all before it written; gives its number. */
const stopped = (): Promise<number> =>
  vi.waitFor(
    () => {
      expect(existsSync(isReached())).toBe(true);
      const pid = readJournal(here('.git'))?.pid;
      if (pid === undefined) throw new Error('no git yet');
      return pid;
    },
    { timeout: 20_000, interval: 20 },
  );

const isWhole = (): void => {
  expect(rooms.paper.git('status', '--porcelain')).toBe('');
  expect(rooms.paper.git('rev-parse', 'HEAD')).toBe(rooms.editor.git('rev-parse', 'HEAD'));
  expect(readdirSync(here('.git')).filter((name) => name.endsWith('.lock'))).toEqual([]);
  expect(isHalfDone(rooms.contentDir)).toBe(false);
};

beforeEach(() => {
  rooms = openTestRemote();
});
afterEach(() => rooms.end());

test('a git that is killed in the middle leaves no lock, no half file and no lost word: the next pull finishes it', async () => {
  pushChange();
  stopAt(pathOf(60));
  const { needs, told } = pullNeeds(rooms);
  const first = pullOnce(needs);
  process.kill(-(await stopped()), 'SIGKILL');
  expect(await first).toMatchObject({ outcome: 'failed' });
  expect([existsSync(here('.git/index.lock')), isHalfDone(rooms.contentDir)]).toEqual([true, true]);
  // Half files, as a machine that lost its power leaves them: short, empty, or as long as they should be and full of zeros.
  truncateSync(here(pathOf(3)), 20);
  truncateSync(here(pathOf(4)), 0);
  writeFileSync(here(pathOf(6)), Buffer.alloc(newText(6).length));
  writeFileSync(here(pathOf(7)), Buffer.concat([Buffer.from(newText(7).slice(0, 20)), Buffer.alloc(100)]));
  writeFileSync(here('.git/info/attributes'), '');
  // Since then an editor wrote.
  writeFileSync(here(pathOf(96)), 'an editor’s own words');
  rooms.paper.write('articles/2026/10/15/mine.mdx', 'mine');
  rooms.paper.write(pathOf(118), 'mine too');

  expect(await pullOnce(needs)).toMatchObject({ outcome: 'unchanged' });
  expect(told.at(-1)).toHaveLength(many);
  for (let n = 0; n < many; n += 1) {
    if (n === 96 || n === 118) continue;
    expect(existsSync(here(pathOf(n))) ? textOf(pathOf(n)) : 'gone', pathOf(n)).toBe(n % 3 === 2 ? 'gone' : newText(n));
  }
  expect(textOf(pathOf(96))).toBe('an editor’s own words');
  expect([textOf(pathOf(118)), textOf('articles/2026/10/15/mine.mdx')]).toEqual(['mine too', 'mine']);
  for (const file of [pathOf(96), pathOf(118), 'articles/2026/10/15/mine.mdx']) rmSync(here(file));
  rooms.paper.git('checkout', '-q', '--', '.');
  isWhole();
});

test('a git that outlives its publisher is not disturbed, and what it brought is told', async () => {
  pushChange();
  const { go } = stopAt(pathOf(60));
  const { needs } = pullNeeds(rooms);
  const first = pullOnce(needs);
  await stopped();
  const second = pullNeeds(rooms);
  expect(await pullOnce(second.needs)).toMatchObject({ outcome: 'busy' });
  writeFileSync(go, '');
  await first;
  expect(await pulled(second.needs)).toMatchObject({ outcome: 'unchanged' });
  isWhole();
});

test('the work of another machine that shares the folder is not taken for a dead one', async () => {
  pushChange();
  const lock = here('.git/index.lock');
  writeFileSync(lock, '');
  writeFileSync(journalFile(here('.git')), JSON.stringify({ pid: 999_999, host: 'another' }));
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'busy' });
  expect(existsSync(lock)).toBe(true);
  utimesSync(journalFile(here('.git')), 1, 1);
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'new' });
  isWhole();
});

test('a first pull that is killed begins again', async () => {
  for (let n = 0; n < many; n += 1) rooms.editor.write(pathOf(n), newText(n));
  rooms.editor.commit();
  rooms.editor.push();
  const { needs } = pullNeeds(rooms, { remote: { from: join(rooms.room, 'nowhere.git'), branch: 'main' } });
  await pullOnce(needs);
  stopAt(pathOf(60));
  const { needs: right, told } = pullNeeds(rooms);
  const first = pullOnce(right);
  process.kill(-(await stopped()), 'SIGKILL');
  expect(await first).toMatchObject({ outcome: 'failed' });
  expect(isHalfDone(rooms.contentDir)).toBe(true);
  truncateSync(here(pathOf(3)), 5);
  writeFileSync(here('.git/info/attributes'), '');
  expect(await pullOnce(right)).toMatchObject({ outcome: 'new' });
  expect([textOf(pathOf(3)), told.at(-1)]).toEqual([newText(3), 'everything']);
  isWhole();
});

test('where somebody moved the branch by hand after a broken pull, nothing is touched but the lock', async () => {
  pushChange();
  stopAt(pathOf(60));
  const { needs } = pullNeeds(rooms);
  const first = pullOnce(needs);
  process.kill(-(await stopped()), 'SIGKILL');
  await first;
  writeFileSync(here('.git/info/attributes'), '');
  rmSync(here('.git/index.lock'));
  rooms.paper.git('reset', '-q', '--hard', 'HEAD');
  rooms.paper.git('clean', '-q', '-f', '-d');
  rooms.paper.write('articles/2026/10/15/local.mdx', 'local');
  rooms.paper.commit();
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'diverged' });
  expect([existsSync(journalFile(here('.git'))), textOf('articles/2026/10/15/local.mdx')]).toEqual([false, 'local']);
});

test('a publisher that is killed at any moment of a pull, four times, always comes back to what was pushed', async () => {
  pushChange();
  const script = join(rooms.room, 'publisher.mts');
  const env = JSON.stringify(testEnv);
  writeFileSync(
    script,
    `import { pullOnce } from ${JSON.stringify(join(import.meta.dirname, 'pull.ts'))};
     console.log('ready');
     await pullOnce({ contentDir: ${JSON.stringify(rooms.contentDir)}, remote: { from: ${JSON.stringify(rooms.remote)}, branch: 'main' },
       place: { env: ${env} }, hold: () => () => undefined, asked: 0 });`,
  );
  const before = rooms.paper.git('rev-parse', 'HEAD');
  for (let round = 0; round < 4; round += 1) {
    rooms.paper.git('reset', '-q', '--hard', before);
    const publisher = spawn(process.execPath, ['--import', 'tsx', script], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Heard from here on: on a quick machine the last pulls are done before they can be killed.
    const ended = once(publisher, 'exit');
    await once(publisher.stdout, 'data');
    await new Promise((next) => setTimeout(next, round * 25));
    publisher.kill('SIGKILL');
    await ended;
    await pulled(pullNeeds(rooms).needs);
    isWhole();
  }
}, 60_000);
