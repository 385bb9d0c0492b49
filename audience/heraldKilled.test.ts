/** A publisher that is killed in the middle of telling: what it owed is told by the next one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { HeraldProcessPlan } from '#audience/heraldProcess';
import { openReceiver } from '#audience/receiverForTests';

const dataDir = mkdtempSync(join(tmpdir(), 'herald-'));
const children: ChildProcess[] = [];

const start = (plan: HeraldProcessPlan, now = 0): ChildProcess => {
  const script = join(import.meta.dirname, 'heraldProcess.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, JSON.stringify(plan), String(now)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
};
const says = async (child: ChildProcess, words: string): Promise<void> => {
  let said = '';
  for await (const chunk of child.stdout ?? []) if ((said += String(chunk)).includes(words)) return;
  throw new Error(`It ended without saying "${words}": ${said}`);
};
const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(dataDir, { recursive: true });
});

test('a change is told although the process is killed after it wrote it down, and again while the hub listens', async () => {
  const hub = await openReceiver();
  const state = { address: '/2026/10/15/bridge', mark: 'one', lists: ['/'], ours: true };
  const plan = { dataDir, siteUrl: 'http://localhost:4538', hub: hub.address, states: [state] };
  const first = start(plan);
  await says(first, 'looked');
  await kill(first);
  const changed = { ...plan, states: [{ ...state, mark: 'two' }] };
  const second = start(changed);
  await says(second, 'looked');
  await kill(second);
  expect(hub.heard).toEqual([]);
  // The next one calls, and dies with the call in its hands.
  hub.answers('hangs');
  const third = start(changed, Date.now() + 10_000);
  await expect.poll(() => hub.heard.length, { timeout: 20_000 }).toBe(1);
  await kill(third);
  // Nobody knows whether the hub heard it, so it is called again when the dead one's time is over.
  hub.answers({ status: 204 });
  start(changed, Date.now() + 120_000);
  await expect.poll(() => hub.heard.length, { timeout: 20_000 }).toBe(4);
  const feeds = hub.heard.map(({ body }) => new URLSearchParams(body).get('hub.url')?.split('/').at(-1));
  expect(feeds.toSorted()).toEqual([feeds[0], 'atom.xml', 'feed.json', 'feed.xml'].toSorted());
  hub.close();
});
