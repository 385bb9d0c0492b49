import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isHalfDone } from '#archive/remote/checkout';
import { pullOnce } from '#archive/remote/pull';
import { openTestRemote, pullNeeds, type TestRemote, testEnv } from '#archive/remote/remoteForTests';

let rooms: TestRemote;
const first = 'articles/2026/10/15/first.mdx';
const textOf = (file: string): string => readFileSync(join(rooms.contentDir, file), 'utf8');
const pushed = (text: string, file = first): string => {
  rooms.editor.write(file, text);
  const commit = rooms.editor.commit();
  rooms.editor.push();
  return commit;
};

beforeEach(() => {
  rooms = openTestRemote();
});
afterEach(() => rooms.end());

test('what was pushed is in the folder, and its paths are told once, when the last file stands', async () => {
  rooms.clone();
  rooms.editor.write('articles/2026/10/16/new.mdx', 'new');
  rooms.editor.write('authors/ada.mdx', 'Ada');
  rooms.editor.git('rm', '-q', first);
  const commit = rooms.editor.commit();
  rooms.editor.push();
  const { needs, told, holds } = pullNeeds(rooms);
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'new', message: expect.stringContaining('3 file(s)') });
  expect(told).toEqual([[first, 'articles/2026/10/16/new.mdx', 'authors/ada.mdx'].sort()]);
  expect([holds(), existsSync(join(rooms.contentDir, first)), rooms.paper.git('status', '--porcelain')]).toEqual([
    0,
    false,
    '',
  ]);
  expect(rooms.paper.git('rev-parse', 'HEAD')).toBe(commit);
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'unchanged' });
  expect(told).toHaveLength(1);
});

test('a folder that is not there, or is empty, becomes a checkout; one with files that git does not know is left alone', async () => {
  const { needs, told } = pullNeeds(rooms);
  expect(isHalfDone(rooms.contentDir)).toBe(true);
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'new' });
  expect([textOf(first), told, isHalfDone(rooms.contentDir)]).toEqual(['first words', ['everything'], false]);
  pushed('second words');
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'new' });
  expect(textOf(first)).toBe('second words');

  rmSync(rooms.contentDir, { recursive: true });
  rooms.paper.write('letters/to-the-editor.txt', 'mine');
  expect(await pullOnce(needs)).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('empty the folder'),
  });
  expect(existsSync(join(rooms.contentDir, first))).toBe(false);
});

test('a project that holds the paper in a folder is not poured into the content folder: it says how to clone it', async () => {
  const project = openTestRemote('content/');
  const { needs } = pullNeeds({ ...project, contentDir: rooms.contentDir });
  for (const _ of [1, 2]) {
    expect(await pullOnce(needs)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('set CONTENT_DIR to content in that clone, and PULL_FROM to origin'),
    });
    expect(existsSync(join(rooms.contentDir, 'content'))).toBe(false);
  }
  project.end();
});

test('the content folder of a whole project is pulled with it, and code that changed is told to count from the next start', async () => {
  const project = openTestRemote('content/');
  project.clone();
  project.editor.write(`content/${first}`, 'new words');
  project.editor.write('package.json', '{}');
  project.editor.commit();
  project.editor.push();
  const { needs, told } = pullNeeds(project);
  const { outcome, message } = await pullOnce(needs);
  expect([outcome, told]).toEqual(['new', [[first]]]);
  expect(message).toContain('1 file(s) of the code');
  project.end();
});

test('an empty content folder inside a project is filled with a checkout of its own, and the project is not touched', async () => {
  const project = openTestRemote('words/');
  project.clone();
  const contentDir = join(project.paper.folder, 'content');
  mkdirSync(contentDir);
  const before = project.paper.git('rev-parse', 'HEAD');
  const { needs } = pullNeeds(rooms, { contentDir });
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'new' });
  expect(readFileSync(join(contentDir, first), 'utf8')).toBe('first words');
  expect(project.paper.git('rev-parse', 'HEAD')).toBe(before);
  project.end();
});

test('commits that were made here and not pushed stay: ahead is no fault, and diverged is told with both ways out', async () => {
  rooms.clone();
  const { needs } = pullNeeds(rooms);
  rooms.paper.write('articles/2026/10/15/local.mdx', 'local');
  const local = rooms.paper.commit();
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'unchanged' });
  pushed('words of another');
  const { outcome, message } = await pullOnce(needs);
  expect([outcome, rooms.paper.git('rev-parse', 'HEAD'), textOf(first)]).toEqual(['diverged', local, 'first words']);
  expect(message).toMatch(/1 commit\(s\) are only here, 1 only there.*pull --rebase.*reset --hard/);
  // The remedy that the message names.
  rooms.paper.git('reset', '-q', '--hard', 'refs/standfirst/pulled');
  expect([await pullOnce(needs), textOf(first)]).toMatchObject([{ outcome: 'unchanged' }, 'words of another']);
});

test('a history that was rewritten at the remote throws nothing away here', async () => {
  rooms.clone();
  rooms.editor.git('commit', '-q', '--amend', '-m', 'Other words');
  rooms.editor.git('push', '-q', '--force', 'origin', 'main');
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'diverged' });
  expect(textOf(first)).toBe('first words');
});

test.each([
  ['a changed file', (): void => writeFileSync(join(rooms.contentDir, first), 'half a thought')],
  [
    'a changed and staged file',
    (): void => {
      writeFileSync(join(rooms.contentDir, first), 'half a thought');
      rooms.paper.git('add', '-A');
    },
  ],
])('an editor’s uncommitted work is never overwritten: %s', async (_what, change) => {
  rooms.clone();
  change();
  pushed('words of another');
  const { needs, told } = pullNeeds(rooms);
  const { outcome, message } = await pullOnce(needs);
  expect([outcome, textOf(first)]).toEqual(['blocked', 'half a thought']);
  expect(message).toContain(first);
  expect(isHalfDone(rooms.contentDir)).toBe(false);
  expect(told).toHaveLength(1);
});

test('a new file that the remote has too is not overwritten, whatever the checkout’s own settings say', async () => {
  rooms.clone();
  rooms.paper.git('config', 'merge.autoStash', 'true');
  rooms.paper.write('articles/2026/10/15/both.mdx', 'mine');
  pushed('theirs', 'articles/2026/10/15/both.mdx');
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'blocked' });
  expect(textOf('articles/2026/10/15/both.mdx')).toBe('mine');
});

test('uncommitted work elsewhere is no hindrance, and stays', async () => {
  rooms.clone();
  rooms.paper.write('articles/2026/10/15/draft.mdx', 'a draft');
  pushed('words of another');
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'new' });
  expect([textOf(first), textOf('articles/2026/10/15/draft.mdx')]).toEqual(['words of another', 'a draft']);
});

test('another branch, none at all, or a branch that the remote does not have is named with the remedy', async () => {
  rooms.clone();
  const remote = { from: rooms.remote, branch: 'print' };
  const { needs } = pullNeeds(rooms, { remote });
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('branch main') });
  rooms.paper.git('checkout', '-q', '-b', 'print');
  expect(await pullOnce(needs)).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('no branch print. Set PULL_BRANCH'),
  });
  rooms.paper.git('checkout', '-q', '--detach');
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('no branch') });
});

test('a remote that is away changes nothing, and no password is told', async () => {
  rooms.clone();
  renameSync(rooms.remote, `${rooms.remote}.away`);
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'unreachable' });
  const remote = { from: 'http://ada:hunter22@localhost:9/paper.git', branch: 'main' };
  const { outcome, message } = await pullOnce(pullNeeds(rooms, { remote }).needs);
  expect(outcome).toBe('unreachable');
  expect(message).not.toContain('hunter22');
  expect(textOf(first)).toBe('first words');
});

test('an empty folder and a remote that is away stay half done, without a word of password in the folder', async () => {
  const remote = { from: 'http://ada:hunter22@localhost:9/paper.git', branch: 'main' };
  expect(await pullOnce(pullNeeds(rooms, { remote }).needs)).toMatchObject({ outcome: 'unreachable' });
  expect(isHalfDone(rooms.contentDir)).toBe(true);
  expect(readFileSync(join(rooms.contentDir, '.git/config'), 'utf8')).not.toContain('hunter22');
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'new' });
});

test('another git that is at work is waited for; its lock is never deleted, and an old one is named', async () => {
  rooms.clone();
  pushed('new words');
  const lock = join(rooms.contentDir, '.git/index.lock');
  writeFileSync(lock, '');
  const { needs } = pullNeeds(rooms);
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'busy' });
  const { utimesSync } = await import('node:fs');
  utimesSync(lock, 1, 1);
  const { outcome, message } = await pullOnce(needs);
  expect([outcome, existsSync(lock), isHalfDone(rooms.contentDir)]).toEqual(['busy', true, false]);
  expect(message).toContain(`${lock} was left by a git that died`);
  rmSync(lock);
  expect(await pullOnce(needs)).toMatchObject({ outcome: 'new' });
});

test('nothing that arrives by git is run: hooks, file monitors and other transports', async () => {
  rooms.clone();
  const proof = join(rooms.room, 'ran');
  const script = join(rooms.room, 'script.sh');
  writeFileSync(script, `#!/bin/sh\ntouch ${proof}\n`);
  chmodSync(script, 0o755);
  for (const hook of ['post-merge', 'post-checkout', 'reference-transaction', 'pre-auto-gc']) {
    symlinkSync(script, join(rooms.contentDir, '.git/hooks', hook));
  }
  rooms.paper.git('config', 'core.fsmonitor', script);
  pushed('new words');
  expect(await pullOnce(pullNeeds(rooms).needs)).toMatchObject({ outcome: 'new' });
  rooms.paper.git('config', 'protocol.ext.allow', 'always');
  rooms.paper.git('remote', 'set-url', 'origin', `ext::${script}`);
  const remote = { from: 'origin', branch: 'main' };
  expect(await pullOnce(pullNeeds(rooms, { remote }).needs)).toMatchObject({ outcome: 'unreachable' });
  expect(existsSync(proof)).toBe(false);
});

test('a machine without git says what to install', async () => {
  rooms.clone();
  const file = join(rooms.room, 'file');
  writeFileSync(file, '');
  for (const PATH of [join(rooms.room, 'nowhere'), file]) {
    const { needs } = pullNeeds(rooms, { place: { env: { ...testEnv, PATH } } });
    expect(await pullOnce(needs)).toMatchObject({
      outcome: 'refused',
      message: expect.stringContaining('Install git'),
    });
  }
});

test('a checkout that asks for signed commits takes no other, and nothing of it is half done', async () => {
  rooms.clone();
  rooms.paper.git('config', 'merge.verifySignatures', 'true');
  pushed('new words');
  const { needs } = pullNeeds(rooms);
  for (let n = 0; n < 2; n += 1) {
    expect(await pullOnce(needs)).toMatchObject({ outcome: 'refused', message: expect.stringContaining('not signed') });
    expect([textOf(first), isHalfDone(rooms.contentDir)]).toEqual(['first words', false]);
  }
});

test('an https remote cannot send git on over an open line', async () => {
  rooms.clone();
  rooms.paper.git('remote', 'set-url', 'origin', 'http://localhost:9/paper.git');
  const remote = { from: 'origin', branch: 'main' };
  const { message } = await pullOnce(pullNeeds(rooms, { remote }).needs);
  expect(message).toMatch(/transport 'http' not allowed/);
});
