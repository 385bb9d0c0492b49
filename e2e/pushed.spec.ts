/** The newsroom pushes, the git host says so, and readers have it: one edition for one push, whatever happens on the way. */
import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { piece, smallNewsroom } from './newsroom.ts';
import { type SecondSite, startSecondSite, temporaryFolder } from './secondSite.ts';

test.describe.configure({ timeout: 180_000, mode: 'serial' });

const secret = 'a secret that both sides hold, 2026';
const room = temporaryFolder();
const remote = join(room, 'remote.git');
const contentDir = join(room, 'paper');
const newsroom = smallNewsroom();
const soon = { timeout: 30_000, intervals: [100] };
let site: SecondSite;

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args], {
    cwd: newsroom.folder,
    stdio: 'pipe',
  }).toString();
const push = (): void => {
  git('add', '-A');
  git('commit', '-q', '-m', 'Words');
  git('push', '-q', remote, 'HEAD:main');
};
const hook = async (signedWith = secret, ref = 'refs/heads/main'): Promise<[number, string]> => {
  const body = JSON.stringify({ ref });
  const answer = await fetch(`${site.base}/api/publish`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-GitHub-Event': 'push',
      'X-Hub-Signature-256': `sha256=${createHmac('sha256', signedWith).update(body).digest('hex')}`,
    },
    body,
  });
  return [answer.status, await answer.text()];
};
const read = (path: string): Promise<string> => fetch(site.base + path).then((answer) => answer.text());
const ready = async () =>
  (await fetch(`${site.base}/api/health/ready`).then((answer) => answer.json())) as {
    readonly edition: number;
    readonly pull?: { readonly outcome: string };
  };

test.beforeAll(async () => {
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  git('init', '-q', '-b', 'main');
  newsroom.save('articles/2026/10/15/first.mdx', piece('The first piece', 'Version 1 of the words.'));
  push();
  site = await startSecondSite({
    contentDir,
    clock: '2026-10-15T09:00:00+03:00',
    env: { PULL_FROM: remote, PULL_EVERY: '1h', PUBLISH_SECRET: secret },
  });
});

test.afterAll(async () => {
  await site.end();
  rmSync(room, { recursive: true, force: true });
  rmSync(newsroom.folder, { recursive: true, force: true });
});

test('a site with an empty folder begins with what the remote holds', async () => {
  await expect.poll(() => read('/2026/10/15/first'), soon).toContain('Version 1 of the words.');
  await expect.poll(async () => (await ready()).pull?.outcome, soon).toBe('new');
});

test('a push of three hundred pieces is one edition, and a forged or foreign word makes none', async () => {
  const { edition } = await ready();
  for (let n = 1; n <= 300; n += 1) {
    newsroom.save(`articles/2026/10/15/piece-${n}.mdx`, piece(`Piece ${n}`, `Words of ${n}.`));
  }
  newsroom.save('articles/2026/10/15/first.mdx', piece('The first piece', 'Version 2 of the words.'));
  push();
  expect((await hook('another secret that nobody holds'))[0]).toBe(401);
  expect(await hook(secret, 'refs/heads/drafts')).toEqual([202, expect.stringContaining('ignored')]);
  expect((await fetch(`${site.base}/api/publish`)).status).toBe(405);
  expect((await ready()).edition).toBe(edition);

  expect(await hook()).toEqual([202, expect.stringContaining('accepted')]);
  await expect.poll(() => read('/2026/10/15/first'), soon).toContain('Version 2 of the words.');
  expect(await read('/2026/10/15/piece-300')).toContain('Words of 300.');
  for (let n = 0; n < 20; n += 1) await hook();
  await expect.poll(async () => (await ready()).pull?.outcome, soon).toBe('unchanged');
  expect((await ready()).edition).toBe(edition + 1);
});

test('what was changed on the machine and not committed stays, is told, and takes nothing down', async () => {
  const file = join(contentDir, 'articles/2026/10/15/first.mdx');
  writeFileSync(file, piece('The first piece', 'Version 3, written on the machine.'));
  await expect.poll(() => read('/2026/10/15/first'), soon).toContain('Version 3, written on the machine.');
  newsroom.save('articles/2026/10/15/first.mdx', piece('The first piece', 'Version 4 of the words.'));
  push();
  await hook();
  await expect.poll(async () => (await ready()).pull?.outcome, soon).toBe('blocked');
  expect(site.log()).toMatch(/changed there and not committed.*first\.mdx.*checkout/);
  expect(await read('/2026/10/15/first')).toContain('Version 3, written on the machine.');
  execFileSync('git', ['checkout', '-q', '--', '.'], { cwd: contentDir });
  await hook();
  await expect.poll(() => read('/2026/10/15/first'), soon).toContain('Version 4 of the words.');
});

test('the publisher is killed in the middle of a pull: readers never see half of it, and then all of it', async () => {
  const go = join(room, 'go');
  const script = join(room, 'wait.sh');
  writeFileSync(script, `#!/bin/sh\nwhile [ ! -e ${go} ] && [ -d ${room} ]; do sleep 0.05; done\ncat\n`, {
    mode: 0o755,
  });
  mkdirSync(join(contentDir, '.git/info'), { recursive: true });
  writeFileSync(join(contentDir, '.git/info/attributes'), 'second.mdx filter=wait\n');
  execFileSync('git', ['config', 'filter.wait.smudge', script], { cwd: contentDir });
  newsroom.save('articles/2026/10/15/first.mdx', piece('The first piece', 'Version 5 of the words.'));
  newsroom.save('articles/2026/10/15/second.mdx', piece('The second piece', 'Words of the second.'));
  push();
  await hook();
  await expect.poll(() => existsSync(join(contentDir, '.git/index.lock')), soon).toBe(true);
  const killed = site.signal('publisher', 'SIGKILL');
  await expect.poll(() => site.hasNew('publisher', killed), soon).toBe(true);
  await new Promise((next) => setTimeout(next, 1500));
  expect(await read('/2026/10/15/first')).toContain('Version 4 of the words.');
  writeFileSync(go, '');
  await expect.poll(() => read('/2026/10/15/first'), soon).toContain('Version 5 of the words.');
  expect(await read('/2026/10/15/second')).toContain('Words of the second.');
  expect(readdirSync(join(contentDir, '.git')).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

test('a remote that is away takes nothing down, and readiness says so', async () => {
  rmSync(remote, { recursive: true });
  await hook();
  await expect.poll(async () => (await ready()).pull?.outcome, soon).toBe('unreachable');
  expect((await fetch(`${site.base}/api/health/ready`)).status).toBe(200);
  expect(await read('/2026/10/15/first')).toContain('Version 5 of the words.');
});
