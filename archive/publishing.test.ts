import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPublishing } from '#archive/publishing';
import type { Publishing, PublishingDesk } from '#archive/publishing';

const start = Date.parse('2026-10-15T06:00:00+03:00');

/** A publisher whose runs are written down; `answers` is what the ingest does in turn, and then nothing changes. */
const newsroom = (next: () => number | undefined = () => undefined, more: Partial<Publishing> = {}) => {
  const took: (number | undefined)[] = [];
  const runs: (readonly string[] | undefined)[] = [];
  const at: number[] = [];
  const faults: unknown[] = [];
  const answers: (() => Promise<void>)[] = [];
  const run = async (paths?: readonly string[]) => {
    runs.push(paths && [...paths].sort());
    at.push(Date.now());
    await answers.shift()?.();
    return {
      number: runs.length,
      at: Date.now(),
      made: true,
      changes: [],
      removed: [],
      documents: 1,
      read: 1,
      withProblems: [],
    };
  };
  desk = openPublishing({
    ingest: { run, nextChange: next },
    now: () => Date.now(),
    done: (_note, milliseconds) => took.push(milliseconds),
    failed: (fault) => faults.push(fault),
    ...more,
  });
  return { took, runs, at, faults, answers, desk };
};

let desk: PublishingDesk | undefined;
beforeEach(() => {
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  desk?.close();
  vi.useRealTimers();
});

test('the whole folder is compared at the start, and once a minute from then on', async () => {
  const { runs } = newsroom();
  await vi.advanceTimersByTimeAsync(1);
  expect(runs).toEqual([undefined]);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(runs).toEqual([undefined, undefined, undefined]);
});

test('a save is published at once, and only that file is read', async () => {
  const { runs, at, desk: open } = newsroom();
  await vi.advanceTimersByTimeAsync(10);
  open.changed(['articles/2026/10/15/bridge.mdx']);
  await vi.advanceTimersByTimeAsync(1);
  expect(runs[1]).toEqual(['articles/2026/10/15/bridge.mdx']);
  expect((at[1] ?? 0) - start).toBeLessThanOrEqual(11);
});

test('two thousand files that are copied in become one edition', async () => {
  const { runs, desk: open } = newsroom();
  await vi.advanceTimersByTimeAsync(10);
  for (let batch = 0; batch < 20; batch += 1) {
    open.changed(Array.from({ length: 100 }, (_, n) => `articles/${batch}-${n}.mdx`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(700);
  expect(runs).toHaveLength(2);
  expect(runs[1]).toHaveLength(2000);
});

test('a burst that never ends is published every three seconds all the same', async () => {
  const { runs, desk: open } = newsroom();
  await vi.advanceTimersByTimeAsync(10);
  for (let batch = 0; batch < 100; batch += 1) {
    open.changed(Array.from({ length: 50 }, (_, n) => `articles/${batch}-${n}.mdx`));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(runs.length).toBeGreaterThanOrEqual(4);
});

test('what is saved while an edition is made is in the next one, and nothing is lost', async () => {
  const { runs, answers, desk: open } = newsroom();
  answers.push(() => new Promise((done) => setTimeout(done, 500)));
  await vi.advanceTimersByTimeAsync(10);
  open.changed(['a.mdx']);
  open.changed(['b.mdx']);
  await vi.advanceTimersByTimeAsync(100);
  expect(runs).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(500);
  expect(runs[1]).toEqual(['a.mdx', 'b.mdx']);
});

test('an edition is made at the very moment of an embargo, and not before', async () => {
  const embargo = start + 3 * 3_600_000;
  const { at, runs } = newsroom(() => (Date.now() < embargo ? embargo : undefined));
  await vi.advanceTimersByTimeAsync(3 * 3_600_000 + 100);
  const afterwards = at.filter((moment) => moment >= embargo);
  expect(afterwards[0]).toBeLessThanOrEqual(embargo + 5);
  expect(runs.length).toBeGreaterThan(180);
});

test('a run that fails is told, and everything is compared again', async () => {
  const { runs, faults, answers, desk: open } = newsroom();
  await vi.advanceTimersByTimeAsync(10);
  answers.push(() => Promise.reject(new Error('disk full')));
  open.changed(['a.mdx']);
  await vi.advanceTimersByTimeAsync(5010);
  expect(faults).toHaveLength(1);
  expect(runs).toEqual([undefined, ['a.mdx'], undefined]);
});

test('a closed desk does nothing any more', async () => {
  const { runs, desk: open } = newsroom();
  open.close();
  open.changed(['a.mdx']);
  await vi.advanceTimersByTimeAsync(300_000);
  expect(runs).toEqual([]);
});

test('while git writes nothing is read, however few files are heard of and however long it takes; then all become one edition', async () => {
  let isWriting = true;
  const { runs, desk: open } = newsroom(undefined, { isWriting: () => isWriting });
  await vi.advanceTimersByTimeAsync(10);
  open.changed(['authors/ada.mdx']);
  await vi.advanceTimersByTimeAsync(9000);
  open.changed(['articles/1.mdx', 'articles/2.mdx']);
  // A new folder is heard of as a folder.
  open.changed(undefined);
  await vi.advanceTimersByTimeAsync(9000);
  expect(runs).toHaveLength(1);
  isWriting = false;
  await vi.advanceTimersByTimeAsync(300);
  open.changed(['articles/3.mdx']);
  await vi.advanceTimersByTimeAsync(1500);
  expect(runs).toEqual([undefined, undefined]);
});

test('while the folder is held no file is read, and what a moment turns is published all the same', async () => {
  const expiry = start + 5000;
  const { runs, desk: open } = newsroom(() => (Date.now() < expiry ? expiry : undefined));
  await vi.advanceTimersByTimeAsync(10);
  const release = open.hold();
  open.changed(['a.mdx']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toEqual([undefined, []]);
  release(['b.mdx']);
  release(['twice.mdx']);
  await vi.advanceTimersByTimeAsync(10);
  expect(runs).toEqual([undefined, [], ['a.mdx', 'b.mdx']]);
});

test('a folder that is held from the start keeps the edition that stands, and makes none where none stands', async () => {
  for (const stands of [true, false]) {
    desk?.close();
    const { runs, desk: open } = newsroom(undefined, { stands: () => stands });
    const release = open.hold();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(runs).toEqual(stands ? [[]] : []);
    release(undefined);
    await vi.advanceTimersByTimeAsync(10);
    expect(runs.at(-1)).toBeUndefined();
  }
});

test('an edition says how long it took from the first save, and one that nobody saved anything for says nothing', async () => {
  const { took, answers, desk: open } = newsroom();
  await vi.advanceTimersByTimeAsync(10);
  answers.push(() => new Promise((done) => setTimeout(done, 40)));
  open.changed(['a.mdx']);
  await vi.advanceTimersByTimeAsync(100);
  expect(took).toEqual([undefined, 40]);
  const asked = performance.now() - 2000;
  open.hold()(['b.mdx'], asked);
  await vi.advanceTimersByTimeAsync(10);
  expect(took.at(-1)).toBeGreaterThanOrEqual(2000);
});
