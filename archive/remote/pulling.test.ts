import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Release } from '#archive/publishing';
import type { PullNeeds } from '#archive/remote/plan';
import type { PullOutcome } from '#archive/remote/reports';
import { openPulling } from '#archive/remote/pulling';
import type { OpenPulling, Pulling } from '#archive/remote/pulling';

let contentDir: string;
let pulling: OpenPulling | undefined;

/** A remote whose pulls take a second and end as the test says; when each begins is written down. */
const line = (ends: () => PullOutcome, more: Partial<Pulling> = {}) => {
  const began = performance.now();
  const at: number[] = [];
  const told: string[] = [];
  let atOnce = 0;
  let most = 0;
  let holds = 0;
  const once = async ({ place }: PullNeeds) => {
    at.push(Math.round((performance.now() - began) / 1000));
    most = Math.max(most, (atOnce += 1));
    await new Promise<void>((done) => {
      const end = (): void => {
        clearTimeout(timer);
        place.signal?.removeEventListener('abort', end);
        done();
      };
      const timer = setTimeout(end, 1000);
      place.signal?.addEventListener('abort', end);
    });
    atOnce -= 1;
    return { outcome: ends(), message: '' };
  };
  const hold = (): Release => {
    holds += 1;
    return () => void (holds -= 1);
  };
  pulling = openPulling({
    contentDir,
    plan: { from: 'origin', branch: 'main', every: 300_000 },
    env: {},
    hold,
    told: ({ outcome }) => told.push(outcome),
    random: () => 0.5,
    once,
    ...more,
  });
  return { at, told, most: () => most, holds: () => holds, pull: pulling.pull };
};

beforeEach(() => {
  contentDir = mkdtempSync(join(tmpdir(), 'standfirst-pulling-'));
  writeFileSync(join(contentDir, 'a.mdx'), 'a');
  vi.useFakeTimers();
});
afterEach(async () => {
  vi.useRealTimers();
  await pulling?.close();
  rmSync(contentDir, { recursive: true });
});

test('the remote is asked at the start and every five minutes; word from the git host does not wait', async () => {
  const { at, pull } = line(() => 'unchanged');
  await vi.advanceTimersByTimeAsync(700_000);
  expect(at).toEqual([0, 301, 602]);
  pull();
  await vi.advanceTimersByTimeAsync(2000);
  expect(at).toEqual([0, 301, 602, 700]);
});

test('a flood of hooks makes one pull after the one at work, never two at a time', async () => {
  const { at, most, pull } = line(() => 'new');
  for (let n = 0; n < 500; n += 1) {
    pull();
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  expect([at, most()]).toEqual([[0, 1], 1]);
});

test('a hook in the last moment of a pull is not lost', async () => {
  const { at, pull } = line(() => 'unchanged');
  await vi.advanceTimersByTimeAsync(999);
  pull();
  await vi.advanceTimersByTimeAsync(5000);
  expect(at).toEqual([0, 1]);
});

test('a remote that is away is asked again after growing pauses of five minutes at most, and quickly once it is back', async () => {
  let away = true;
  const { at } = line(() => (away ? 'unreachable' : 'new'), {
    plan: { from: 'origin', branch: 'main', every: 3_600_000 },
  });
  await vi.advanceTimersByTimeAsync(1_300_000);
  expect(at).toEqual([0, 11, 32, 73, 154, 315, 616, 917, 1218]);
  away = false;
  await vi.advanceTimersByTimeAsync(4_000_000);
  expect(at.slice(9)).toEqual([1519, 5120]);
});

test('another git at work is waited for in seconds', async () => {
  let n = 0;
  const { at } = line(() => ((n += 1) < 4 ? 'busy' : 'new'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(at).toEqual([0, 3, 8, 15]);
});

test('where only the webhook pulls, nothing else does, unless a pull has failed', async () => {
  let outcome: PullOutcome = 'unchanged';
  const { at, pull } = line(() => outcome, { plan: { from: 'origin', branch: 'main' } });
  await vi.advanceTimersByTimeAsync(10_000_000);
  expect(at).toEqual([0]);
  outcome = 'unreachable';
  pull();
  await vi.advanceTimersByTimeAsync(5000);
  outcome = 'new';
  await vi.advanceTimersByTimeAsync(10_000_000);
  expect(at).toEqual([0, 10_000, 10_011]);
});

test('a folder without a paper is held until there is one, however often the remote is away', async () => {
  rmSync(join(contentDir, 'a.mdx'));
  const { holds, told } = line(() => {
    if (told.length === 2) writeFileSync(join(contentDir, 'a.mdx'), 'a');
    return told.length < 2 ? 'unreachable' : 'new';
  });
  expect(holds()).toBe(1);
  await vi.advanceTimersByTimeAsync(20_000);
  expect([told, holds()]).toEqual([['unreachable', 'unreachable'], 1]);
  await vi.advanceTimersByTimeAsync(30_000);
  expect([told, holds()]).toEqual([['unreachable', 'unreachable', 'new'], 0]);
});

test('a closed line pulls no more, and tells of nothing that it broke off', async () => {
  const { at, told } = line(() => 'failed');
  await vi.advanceTimersByTimeAsync(10);
  await pulling?.close();
  await vi.advanceTimersByTimeAsync(1_000_000);
  expect([at, told]).toEqual([[0], []]);
});
