/** The front door beside others that serve the same page: requests a second, latency and CPU, in turns within one run. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { articleAddress } from './corpus';
import { atLeast, atMost, median, number, withUnit } from './figures';
import { connections, loadOn, type Load, type LoadPlan } from './load';
import { openMeasuredSite } from './measuredSite';
import { nextStart, prerenderedCopy } from './nextStart';
import type { Newsroom, Outcome, Part, PartOptions } from './part';
import { clone } from './scripts';
import { cpuOfAll, descendantsOf } from './spent';
import { startStorm } from './storm';
import { bareNode, nginx, type Subject } from './subjects';

/** One who takes turns: a server, how it is asked, and what else happens meanwhile. */
type Turn = Subject & {
  readonly ask?: Partial<LoadPlan>;
  readonly meanwhile?: () => Promise<() => Promise<string>>;
};

/** What one turn gave. */
type Taken = Load & {
  /** Microseconds of CPU of the server, all processes and threads, for each answer. */
  readonly cpu: number;
  readonly remark: string;
};

/** Articles of the newsroom, and pages that are hot. */
const articles = 1000;
const hot = 200;
/**
 * Megabytes that the door may keep: the hot pages have room, and of a thousand cold ones each is gone when it comes round
 * again.
 */
const keep = 24;

const hotPaths = (): string[] => [
  '/',
  '/category/science',
  '/category/sport',
  ...Array.from({ length: hot - 3 }, (_, nth) => articleAddress(nth)),
];
const coldPaths = (): string[] => Array.from({ length: articles - hot }, (_, nth) => articleAddress(hot + nth));

/** Makes the hot pages before anything counts. */
const warm = async (url: string): Promise<void> => {
  for (const path of hotPaths()) await (await fetch(url + path)).arrayBuffer();
};

const startAll = async (options: PartOptions, newsroom: Newsroom, subjects: Turn[]): Promise<void> => {
  const { folder, say } = options;
  const page = articleAddress(1);
  const site = await openMeasuredSite({ ...newsroom, env: { KEEP_MB: String(keep) } });
  await warm(site.url);
  const ours = { url: site.url, pid: site.pids().door, end: site.end };
  subjects.push(
    { ...ours, name: 'front door: hot', paths: [page] },
    { ...ours, name: 'front door: 1 % cold', paths: hotPaths(), ask: { cold: coldPaths() } },
    {
      ...ours,
      name: 'front door: an edition a second',
      paths: hotPaths(),
      meanwhile: () => startStorm(site, newsroom.contentDir),
    },
  );
  const html = Buffer.from(await (await fetch(site.url + page)).arrayBuffer());
  const room = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  subjects.push(await bareNode(room('bare'), html));
  const other = await nginx(room('nginx'), html);
  if (other) subjects.push(other);
  else say('nginx is not installed and is left out');
  subjects.push(await nextStart('`next start`, the same page', clone, newsroom, page));
  say('building a copy of the application whose articles are static');
  const copy = await prerenderedCopy(newsroom);
  subjects.push(await nextStart('`next start`, prerendered', copy, newsroom, page));
};

const takeTurn = async (turn: Turn, seconds: number, coldFrom: number): Promise<Taken> => {
  const finish = await turn.meanwhile?.();
  const pids = [turn.pid, ...descendantsOf(turn.pid)];
  const before = cpuOfAll(pids);
  const load = await loadOn({ url: turn.url, paths: turn.paths, seconds, coldFrom, ...turn.ask });
  const cpu = ((cpuOfAll(pids) - before) * 1000) / Math.max(1, load.requests);
  return { ...load, cpu, remark: (await finish?.()) ?? '' };
};

/** Turns of each subject; every one is warmed by a short turn that does not count. */
const takeTurns = async (turns: readonly Turn[], options: PartOptions): Promise<Map<string, Taken[]>> => {
  const { rounds, seconds, say } = options;
  const taken = new Map<string, Taken[]>();
  let coldFrom = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const turn of turns) {
      const one = await takeTurn(turn, round === 0 ? 1 : seconds, coldFrom);
      coldFrom = Math.max(coldFrom, one.nextCold);
      if (round === 0) continue;
      taken.set(turn.name, [...(taken.get(turn.name) ?? []), one]);
      say(
        `round ${round} of ${rounds}: ${turn.name}: ${number(one.perSecond)} a second, p99 ${one.p99} ms ${one.remark}`,
      );
    }
  }
  return taken;
};

const of = (taken: readonly Taken[], figure: (one: Taken) => number): number => median(taken.map(figure));

const rowOf = (name: string, taken: readonly Taken[], yardstick: readonly Taken[]): string[] => {
  const column = (read: (one: Taken) => number, unit: string): string => withUnit(of(taken, read), unit);
  return [
    name,
    number(of(taken, (one) => one.perSecond)),
    number(ratio(yardstick, taken)),
    column((one) => one.p50, 'ms'),
    column((one) => one.p99, 'ms'),
    column((one) => one.longest, 'ms'),
    column((one) => one.cpu, 'µs'),
    column((one) => one.bytes / 1000, 'kB'),
    number(taken.reduce((sum, one) => sum + one.failed, 0)),
  ];
};

/** How many times faster one is than another: the median of the rounds, each compared within itself. */
const ratio = (fast: readonly Taken[], slow: readonly Taken[]): number =>
  median(fast.map((one, round) => one.perSecond / (slow[round]?.perSecond ?? NaN)));

const outcomeOf = (taken: ReadonlyMap<string, readonly Taken[]>): Outcome => {
  const named = (start: string): readonly Taken[] => [...taken].find(([name]) => name.startsWith(start))?.[1] ?? [];
  const ours = named('front door: hot');
  const storm = named('front door: an edition');
  const failures = [...taken].filter(([name]) => name.startsWith('front door')).flatMap(([, all]) => all);
  const columns = ['', 'requests/s', 'hot door is × faster', 'p50', 'p99', 'longest', 'CPU each', 'bytes', 'failed'];
  return {
    tables: [{ columns, rows: [...taken].map(([name, all]) => rowOf(name, all, ours)) }],
    goals: [
      atLeast('hot, against `next start` on the same page', ratio(ours, named('`next start`, the same')), 60, 'times'),
      atLeast('hot, against `next start` prerendered', ratio(ours, named('`next start`, pre')), 10, 'times'),
      atLeast('hot, against bare `node:http`', ratio(ours, named('bare')), 0.6, 'times'),
      atMost(
        'p99 while an edition a second is published',
        of(storm, (one) => one.p99),
        25,
        'ms',
      ),
      atMost(
        'failed requests at the door',
        failures.reduce((sum, one) => sum + one.failed, 0),
        0,
        '',
      ),
    ],
    notes: [
      `${connections} connections without pipelining, one page of an article of 600 words; "1 % cold" and the storm ask for ${hot} pages, and the cold ones for pages whose copy is gone.`,
      'CPU each is that of the server with all its processes and threads; it does not depend on what the load costs.',
      '`next start` sends its pages uncompressed, because this application leaves compressing to the door. The prerendered copy is the same application with `force-static`.',
      ...storm.map((one, round) => `Storm, round ${round + 1}: ${one.remark}.`).slice(-1),
    ],
  };
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const newsroom = await options.newsroom(articles);
  const turns: Turn[] = [];
  try {
    await startAll(options, newsroom, turns);
    return outcomeOf(await takeTurns(turns, options));
  } finally {
    // The door takes three turns and ends once.
    for (const end of new Set(turns.map((turn) => turn.end))) await end();
  }
};

/** The part `door`. */
export const door: Part = {
  name: 'door',
  what: 'requests a second, latency and CPU of the front door: hot, 1 % cold, in a publish storm; beside next start, node:http, nginx',
  takes: 5,
  run,
};
