import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestRemote, testEnv, type TestRemote } from '#archive/remote/remoteForTests';
import { pullNow } from '#newsroom/pullNow';

let rooms: TestRemote;
beforeEach(() => {
  rooms = openTestRemote();
});
afterEach(() => rooms.end());

const pull = async (more: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const said = { out: '', side: '' };
  const screen = (which: 'out' | 'side') => ({ colour: false, write: (text: string) => void (said[which] += text) });
  const env = { ...testEnv, CONTENT_DIR: rooms.contentDir, ...more };
  const code = await pullNow({ args, env, cwd: rooms.room, out: screen('out'), side: screen('side') });
  return { code, ...said };
};

test('the command pulls once and says how it went', async () => {
  expect(await pull({ PULL_FROM: rooms.remote })).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^new: filled/),
  });
  expect(existsSync(join(rooms.contentDir, 'articles/2026/10/15/first.mdx'))).toBe(true);
  expect(await pull({ PULL_FROM: rooms.remote })).toMatchObject({ code: 0, out: 'unchanged: nothing new\n' });
});

test('words that it does not understand are no pull, and --help says where the settings stand', async () => {
  const answer = await pull({ PULL_FROM: rooms.remote }, 'origin');
  expect(answer).toMatchObject({ code: 2, out: '', side: expect.stringContaining('here is origin') });
  expect(await pull({}, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('PULL_FROM'), side: '' });
  expect(existsSync(rooms.contentDir)).toBe(false);
});

test('what is in the way is said with the remedy, and so is a setting that is missing or wrong', async () => {
  expect(await pull({})).toMatchObject({ code: 2, side: expect.stringContaining('set PULL_FROM') });
  expect(await pull({ PULL_FROM: rooms.remote, PULL_EVERY: 'often' })).toMatchObject({
    code: 2,
    side: expect.stringContaining('PULL_EVERY is "often"'),
  });
  renameSync(rooms.remote, `${rooms.remote}.away`);
  expect(await pull({ PULL_FROM: rooms.remote })).toMatchObject({
    code: 1,
    side: expect.stringMatching(/^unreachable: /),
  });
});
