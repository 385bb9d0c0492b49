/** Load that lasts, with an edition a second: memory of each process, and that no request fails. */
import { articleAddress } from './corpus';
import { atMost, megabytes, number, withUnit, worst } from './figures';
import { loadOn, type Load } from './load';
import { openMeasuredSite, type SitePids } from './measuredSite';
import type { Outcome, Part, PartOptions } from './part';
import { memoryOf } from './spent';
import { startStorm } from './storm';

const articles = 10_000;
const sampleEvery = 10_000;

/** Bytes of each process at a moment. */
type Sample = { readonly minute: number } & Readonly<Record<keyof SitePids, number>>;

const sampled = (pids: SitePids, began: number): Sample => ({
  minute: (performance.now() - began) / 60_000,
  door: memoryOf(pids.door),
  renderer: memoryOf(pids.renderer),
  publisher: memoryOf(pids.publisher),
});

/** The front, lists, and more articles than the door can keep, so that it also forgets. */
const paths = (): string[] => [
  '/',
  '/category/science',
  '/tag/river',
  ...Array.from({ length: 200 }, (_, nth) => articleAddress(nth)),
];
const cold = (): string[] => Array.from({ length: articles - 200 }, (_, nth) => articleAddress(200 + nth));

/** What grew in the second half: the mean of the last tenth against that of the tenth after the middle. */
const growth = (samples: readonly Sample[], of: keyof SitePids): number => {
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const middle = Math.floor(samples.length / 2);
  const mean = (some: readonly Sample[]): number => some.reduce((sum, one) => sum + one[of], 0) / some.length;
  return (mean(samples.slice(-tenth)) / mean(samples.slice(middle, middle + tenth)) - 1) * 100;
};

const outcomeOf = (load: Load, samples: readonly Sample[], minutes: number, published: string): Outcome => {
  const processes = ['door', 'renderer', 'publisher'] as const;
  const row = (name: keyof SitePids): string[] => {
    const all = samples.map((one) => one[name]);
    const at = (share: number): string => megabytes(all[Math.round(share * (all.length - 1))] ?? NaN);
    return [
      name,
      at(0),
      at(0.25),
      at(0.5),
      at(0.75),
      at(1),
      megabytes(worst(all)),
      withUnit(growth(samples, name), '%'),
    ];
  };
  return {
    tables: [
      {
        columns: ['memory', 'start', 'a quarter', 'half', 'three quarters', 'end', 'most', 'growth in the second half'],
        rows: processes.map(row),
      },
    ],
    goals: [
      atMost('failed requests', load.failed, 0, ''),
      ...processes.map((name) => atMost(`growth of the ${name} in the second half`, growth(samples, name), 10, '%')),
    ],
    notes: [
      `${number(minutes)} minutes, ${number(load.requests)} requests (${number(load.perSecond)} a second, p99 ${load.p99} ms, longest ${number(load.longest)} ms) of 50 connections, one in a hundred for an article whose copy is gone, on ${number(articles)} articles; ${published}.`,
    ],
  };
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const newsroom = await options.newsroom(articles);
  const site = await openMeasuredSite(newsroom);
  const [samples, began, pids]: [Sample[], number, SitePids] = [[], performance.now(), site.pids()];
  const timer = setInterval(() => {
    samples.push(sampled(pids, began));
    const last = samples.at(-1);
    if (last && samples.length % 3 === 0)
      options.say(`${number(last.minute)} min: door ${megabytes(last.door)}, renderer ${megabytes(last.renderer)}`);
  }, sampleEvery);
  try {
    const finish = await startStorm(site, newsroom.contentDir);
    const seconds = Math.round(options.minutes * 60);
    const load = await loadOn({ url: site.url, paths: paths(), cold: cold(), seconds });
    clearInterval(timer);
    samples.push(sampled(pids, began));
    return outcomeOf(load, samples, options.minutes, await finish());
  } finally {
    clearInterval(timer);
    await site.end();
  }
};

/** The part `soak`. */
export const soak: Part = {
  name: 'soak',
  what: 'memory of each process over minutes of load with an edition a second; failed requests',
  takes: 6,
  run,
};
