/** Telling the world: each change once, to everybody who wants to hear it, whatever happens on the way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase } from '#audience/audienceForTests';
import { callOut } from '#audience/callOut';
import { mostTries, pauseAfter } from '#audience/calls';
import { audienceDatabase } from '#audience/database';
import { type Herald, openHerald } from '#audience/herald';
import { openReceiver, type TestReceiver } from '#audience/receiverForTests';
import { receiversFor } from '#audience/receivers';
import type { PublicState } from '#model/publicState';
import { site } from '#site';

const second = 1000;
const hour = 3600 * second;
const siteUrl = 'http://localhost:4539';
const key = 'abcdef0123456789';

const state = (address: string, mark = 'one', lists = ['/', '/category/science']): PublicState => ({
  address,
  mark,
  lists,
  ours: true,
});
const bridge = '/2026/10/15/bridge';
const ferry = '/2026/10/15/ferry';

// PostgreSQL is tested where the environment names a server: TEST_DATABASE_URL=postgres://user@localhost/postgres
const server = process.env.TEST_DATABASE_URL;
const places = [['SQLite', undefined] as const, ...(server ? [['PostgreSQL', server] as const] : [])];

describe.each(places)('on %s', (_, url) => {
  let hub: TestReceiver;
  let index: TestReceiver;
  let place: { dataDir: string; databaseUrl?: string | undefined };
  let drop: (() => Promise<void>) | undefined;
  let paper: PublicState[];
  let at: number;
  let lines: string[];
  let open: Herald[];

  const herald = (receivers = [hub.address]): Herald => {
    const opened = openHerald({
      place,
      siteUrl,
      receivers: receiversFor({ site: { hubs: receivers, indexNow: { endpoint: index.address } }, siteUrl, key }),
      now: () => at,
      patience: 400,
      states: (addresses) => (addresses ? paper.filter(({ address }) => addresses.includes(address)) : paper),
      log: (what) => lines.push(what),
    });
    open.push(opened);
    return opened;
  };
  /** An edition that changes these addresses, and the time that the calls take to become due. */
  const edition = async (of: Herald, ...changes: string[]): Promise<void> => {
    of.hear(changes);
    await of.round();
    await of.round();
    at += 5 * second;
    await of.round();
  };
  const later = async (of: Herald, milliseconds: number): Promise<void> => {
    at += milliseconds;
    await of.round();
  };
  const feedsHeard = (from = hub): (string | null)[] =>
    from.heard.map(({ body }) => new URLSearchParams(body).get('hub.url')?.replace(siteUrl, '') ?? null);
  const pagesHeard = (): string[] =>
    index.heard
      .flatMap(({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList)
      .map((page) => page.replace(siteUrl, ''));
  const waiting = async (): Promise<number> => {
    const database = audienceDatabase(place);
    const rows = await (await database.ready()).selectFrom('call').select('url').execute();
    await database.close();
    return rows.length;
  };

  beforeEach(async () => {
    [hub, index] = await Promise.all([openReceiver(), openReceiver()]);
    const postgres = url === undefined ? undefined : await emptyDatabase(url);
    place = { dataDir: mkdtempSync(join(tmpdir(), 'herald-')), databaseUrl: postgres?.url };
    drop = postgres?.drop;
    [paper, at, lines, open] = [[state(bridge)], Date.parse('2026-10-15T09:00:00+03:00'), [], []];
  });
  afterEach(async () => {
    for (const each of open) await each.close();
    hub.close();
    index.close();
    await drop?.();
    rmSync(place.dataDir, { recursive: true });
  });

  test('the first look at a paper is noted and told to nobody', async () => {
    paper = Array.from({ length: 1500 }, (_each, n) => state(`/2026/10/15/piece-${n}`));
    const first = herald();
    await edition(first, ...paper.map(({ address }) => address));
    expect([hub.heard, index.heard]).toEqual([[], []]);
    expect(lines).toEqual(['1500 page(s) noted and not told: a whole archive is no news']);
  });

  test('F5 F7 a new piece is told: its feeds to the hub in the hub’s form, its page to the index with key and key file', async () => {
    const here = herald();
    await edition(here);
    paper.push(state(ferry));
    await edition(here, ferry);
    expect(feedsHeard().toSorted()).toEqual([
      '/atom.xml',
      '/category/science/atom.xml',
      '/category/science/feed.json',
      '/category/science/feed.xml',
      '/feed.json',
      '/feed.xml',
    ]);
    expect(hub.heard[0]).toMatchObject({ method: 'POST', type: 'application/x-www-form-urlencoded' });
    expect(hub.heard[0]?.body).toMatch(/^hub\.mode=publish&hub\.url=http/);
    expect(index.heard).toHaveLength(1);
    expect(index.heard[0]).toMatchObject({ method: 'POST', type: 'application/json; charset=utf-8' });
    expect(JSON.parse(index.heard[0]?.body ?? '')).toEqual({
      host: 'localhost:4539',
      key,
      keyLocation: `${siteUrl}/${key}.txt`,
      urlList: [siteUrl + ferry],
    });
    expect(await waiting()).toBe(0);
  });

  test('F7 an update and a piece taken down are told; a file that was only written anew is not', async () => {
    const here = herald();
    await edition(here);
    await edition(here, bridge);
    expect(pagesHeard()).toEqual([]);
    paper = [state(bridge, 'two')];
    await edition(here, bridge);
    expect(pagesHeard()).toEqual([bridge]);
    paper = [];
    await edition(here, bridge);
    expect(pagesHeard()).toEqual([bridge, bridge]);
    await edition(here, bridge);
    expect(pagesHeard()).toEqual([bridge, bridge]);
  });

  test('F4 a draft and an embargo are told to nobody until they are public, and a list that only they have never', async () => {
    const here = herald();
    await edition(here);
    await edition(here, ferry);
    expect([hub.heard, index.heard]).toEqual([[], []]);
    paper.push(state(ferry, 'one', ['/']));
    await edition(here, ferry);
    expect(pagesHeard()).toEqual([ferry]);
    expect(feedsHeard().toSorted()).toEqual(['/atom.xml', '/feed.json', '/feed.xml']);
  });

  test('a piece that leaves a list, or goes altogether, changes that list’s feeds', async () => {
    const here = herald();
    await edition(here);
    paper = [state(bridge, 'two', ['/', '/category/world'])];
    await edition(here, bridge);
    expect(feedsHeard()).toEqual(expect.arrayContaining(['/category/science/feed.xml', '/category/world/feed.xml']));
    hub.heard.length = 0;
    paper = [];
    await edition(here, bridge);
    expect(feedsHeard()).toContain('/category/world/feed.xml');
    expect(feedsHeard()).not.toContain('/category/science/feed.xml');
  });

  test('copy that was first published elsewhere is told to hubs and not to search engines', async () => {
    const here = herald();
    await edition(here);
    paper.push({ ...state(ferry), ours: false });
    await edition(here, ferry);
    expect([feedsHeard().length, pagesHeard()]).toEqual([6, []]);
  });

  test('an import of more than a thousand pieces is noted, not told', async () => {
    const here = herald();
    await edition(here);
    paper.push(...Array.from({ length: 1001 }, (_each, n) => state(`/1999/10/15/piece-${n}`)));
    await edition(here, ...paper.map(({ address }) => address));
    expect([hub.heard, index.heard]).toEqual([[], []]);
    paper = paper.map((each, n) => (n < 1000 ? { ...each, mark: 'two' } : each));
    await edition(here, ...paper.map(({ address }) => address));
    expect(pagesHeard()).toHaveLength(1000);
    expect(index.heard).toHaveLength(1);
  });

  test('two nodes with one database tell each change once; an archive built anew tells nothing', async () => {
    const [one, two] = [herald(), herald()];
    await Promise.all([edition(one), edition(two)]);
    paper = [state(bridge, 'two'), state(ferry)];
    await Promise.all([edition(one, bridge, ferry), edition(two, bridge, ferry)]);
    await Promise.all([later(one, 5 * second), later(two, 5 * second)]);
    expect(pagesHeard().toSorted()).toEqual([bridge, ferry].toSorted());
    expect(feedsHeard().toSorted()).toEqual([...new Set(feedsHeard())].toSorted());
    const fresh = herald();
    await edition(fresh, bridge, ferry);
    expect(pagesHeard()).toHaveLength(2);
  });

  test('what changed while no process ran is told at the next start', async () => {
    const before = herald();
    await edition(before);
    await before.close();
    paper = [state(ferry)];
    await edition(herald());
    expect(pagesHeard().toSorted()).toEqual([bridge, ferry].toSorted());
  });

  test('a process that dies between writing down and calling loses nothing, nor one that dies in a call', async () => {
    const before = herald();
    await edition(before);
    paper.push(state(ferry));
    before.hear([ferry]);
    await before.round();
    await before.round();
    await before.close();
    expect([hub.heard.length, await waiting()]).toEqual([0, 7]);
    // As after a kill: the calls are in the hands of somebody who is no more.
    const database = audienceDatabase(place);
    const db = await database.ready();
    await db
      .updateTable('call')
      .set({ due: at + 60 * second, tries: 1 })
      .execute();
    await database.close();
    const after = herald();
    await edition(after);
    expect(hub.heard).toHaveLength(0);
    await later(after, 60 * second);
    expect([feedsHeard().length, pagesHeard(), await waiting()]).toEqual([6, [ferry], 0]);
  });

  test('a busy receiver is left alone as long as it asks, with everything', async () => {
    const here = herald();
    await edition(here);
    hub.answers({ status: 429, headers: { 'retry-after': '600' } });
    paper.push(state(ferry));
    await edition(here, ferry);
    expect(hub.heard).toHaveLength(1);
    expect(pagesHeard()).toEqual([ferry]);
    await later(here, 590 * second);
    expect(hub.heard).toHaveLength(1);
    hub.answers({ status: 200 });
    await later(here, 15 * second);
    expect(new Set(feedsHeard()).size).toBe(6);
    expect(await waiting()).toBe(0);
  });

  test('a date in Retry-After is read as a date', async () => {
    const answer = async (retryAfter: string) => {
      index.answers({ status: 503, headers: { 'retry-after': retryAfter } });
      return callOut({ kind: 'hub', address: index.address }, ['https://news.example/feed.xml'], at);
    };
    expect(await answer(new Date(at + 90 * second).toUTCString())).toMatchObject({ is: 'later', pause: 90 * second });
    expect(await answer('soon')).toEqual({ is: 'later', why: 'answered 503' });
    expect(await answer('99999999')).toMatchObject({ pause: 24 * hour });
  });

  test('a receiver that fails is tried at growing distances, and given up in the end', async () => {
    const here = herald([]);
    await edition(here);
    index.answers({ status: 500 });
    paper.push(state(ferry));
    await edition(here, ferry);
    for (let tries = 1; tries < mostTries; tries += 1) {
      expect(index.heard).toHaveLength(tries);
      await later(here, pauseAfter(tries) - 2 * second);
      expect(index.heard).toHaveLength(tries);
      await later(here, 3 * second);
    }
    expect([index.heard.length, await waiting()]).toEqual([mostTries, 0]);
    expect(lines.at(-1)).toContain('given up after 10 tries');
    await later(here, 24 * hour);
    expect(index.heard).toHaveLength(mostTries);
  });

  test('a refusal and a redirect end the call, and nobody else is told in its place', async () => {
    const here = herald();
    await edition(here);
    const other = await openReceiver();
    hub.answers({ status: 307, headers: { location: other.address } });
    index.answers({ status: 422 });
    paper.push(state(ferry));
    await edition(here, ferry);
    expect([other.heard, await waiting()]).toEqual([[], 0]);
    expect(lines.filter((line) => line.includes('site.config.ts')).length).toBeGreaterThan(0);
    expect(lines).toContainEqual(expect.stringContaining('answered 422'));
    other.close();
  });

  test('a receiver that is not there, and one that hangs, hold up nobody else', async () => {
    const gone = await openReceiver();
    gone.close();
    const here = herald([gone.address, hub.address]);
    await edition(here);
    index.answers('hangs');
    paper.push(state(ferry));
    here.hear([ferry]);
    await here.round();
    await here.round();
    at += 5 * second;
    const whole = here.round();
    await expect.poll(() => hub.heard.length).toBe(6);
    await whole;
    expect(lines).toContainEqual(expect.stringContaining('ECONNREFUSED'));
    expect(lines).toContainEqual(expect.stringContaining('TimeoutError'));
    index.answers({ status: 202 });
    await later(here, 31 * second);
    expect(pagesHeard()).toEqual([ferry, ferry]);
  });

  test('a change while its feed is being told is told again', async () => {
    const here = herald([]);
    await edition(here);
    paper.push(state(ferry));
    index.answers('hangs');
    here.hear([ferry]);
    await here.round();
    await here.round();
    at += 5 * second;
    const whole = here.round();
    await expect.poll(() => index.heard.length).toBe(1);
    paper = [state(bridge), state(ferry, 'two')];
    const other = herald([]);
    other.hear([ferry]);
    await other.round();
    await whole;
    index.answers({ status: 200 });
    await later(here, 31 * second);
    expect([index.heard.length, await waiting()]).toEqual([2, 0]);
  });
});

test('nobody is told of a site that is at localhost but who is there too; without hubs and key nobody at all', () => {
  const facts = { site: { hubs: ['https://hub.example/'], indexNow: site.indexNow }, key };
  const named = (from: string) => receiversFor({ ...facts, siteUrl: from }).map(({ kind }) => kind);
  expect(named('https://news.example')).toEqual(['hub', 'index']);
  for (const near of ['http://localhost:3000', 'http://127.0.0.1', 'http://[::1]:3000', 'http://a.localhost']) {
    expect(named(near)).toEqual([]);
  }
  expect(receiversFor({ site, siteUrl: 'https://news.example' })).toEqual([]);
});
