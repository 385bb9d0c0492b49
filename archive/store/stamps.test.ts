import { mkdirSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openArchive } from '#archive/archive';
import { createIngest, type IngestPlace } from '#archive/ingest';
import { articleWith } from '#archive/newsroomForTests';

let folder: string;
/** Files that were opened to be compared or read, run by run. */
let opened: number[];
const now = (): number => Date.parse('2026-10-15T09:00:00+03:00');
const bridge = 'articles/2026/10/15/bridge.mdx';
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, 'content', file)), { recursive: true });
  writeFileSync(join(folder, 'content', file), text);
};
const site = { timeZone: 'Africa/Nairobi', timeZoneName: 'EAT', smartPunctuation: false };
const run = async (more: Partial<IngestPlace> = {}) => {
  let of = 0;
  const progress = (_read: number, tasks: number): void => void (of = tasks);
  const place = { contentDir: join(folder, 'content'), dataDir: join(folder, 'data'), site, now, progress, ...more };
  const ingest = createIngest(place);
  try {
    return await ingest.run();
  } finally {
    opened.push(of);
    await ingest.close();
  }
};
const headline = (): string | undefined => {
  const archive = openArchive({ dataDir: join(folder, 'data') });
  try {
    return archive.article('/2026/10/15/bridge', now())?.article.headline;
  } finally {
    archive.close();
  }
};
/** As if the files had been written a minute ago. */
const rest = (): void => {
  const { now: real } = performance;
  vi.spyOn(performance, 'now').mockImplementation(() => real.call(performance) + 60_000);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamps-'));
  opened = [];
  write(bridge, articleWith({ headline: 'Bridge opens' }));
  write('articles/2026/10/15/ferry.mdx', articleWith({ headline: 'Ferry stops' }));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('a newsroom that nobody touched is found unchanged without a file being opened', async () => {
  rest();
  const first = await run();
  const second = await run();
  expect(opened).toEqual([2, 0]);
  expect([first.made, second.made, second.documents]).toEqual([true, false, 2]);
});

test('a file that was written a moment ago is opened again until it has rested', async () => {
  await run();
  await run();
  rest();
  await run();
  await run();
  expect(opened).toEqual([2, 2, 2, 0]);
});

test('words of the same length are noticed, also where a program gives the file its old time', async () => {
  rest();
  await run();
  const { atime, mtime } = statSync(join(folder, 'content', bridge));
  write(bridge, articleWith({ headline: 'Bridge close' }));
  utimesSync(join(folder, 'content', bridge), atime, mtime);
  await run();
  expect([headline(), opened]).toEqual(['Bridge close', [2, 1]]);
});

test('a file that was touched and not changed is opened once more, and is no news', async () => {
  rest();
  await run();
  utimesSync(join(folder, 'content', bridge), new Date(), new Date());
  const second = await run();
  await run();
  expect([second.made, opened]).toEqual([false, [2, 1, 0]]);
});

test('a broken file is told of at each comparison, whether it is opened or not', async () => {
  rest();
  write(bridge, '---\nheadline: [\n---\n');
  const first = await run();
  const second = await run();
  expect([first.withProblems, second.withProblems]).toEqual([[bridge], [bridge]]);
});

test('where an editor changes the time zone, every moment is read anew', async () => {
  rest();
  await run();
  const second = await run({ site: { ...site, timeZone: 'Europe/London', timeZoneName: 'BST' } });
  const archive = openArchive({ dataDir: join(folder, 'data') });
  const publishedAt = archive.article('/2026/10/15/bridge', now())?.article.publishedAt;
  archive.close();
  expect([second.made, opened]).toEqual([true, [2, 2]]);
  expect(publishedAt).toBe(Date.parse('2026-10-15T06:00:00+01:00'));
});

test('the port of a site at home is no other setting, the address of a site is', async () => {
  rest();
  await run({ siteUrl: 'http://localhost:3000' });
  await run({ siteUrl: 'http://localhost:3001' });
  await run({ siteUrl: 'https://news.example' });
  await run({ siteUrl: 'https://news.example' });
  expect(opened).toEqual([2, 0, 2, 0]);
});
