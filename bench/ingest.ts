/** The archive's way in: CPU and memory of a cold ingest, of an unchanged start and of one changed file. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, median, megabytes, number, withUnit, worst } from './figures';
import type { Outcome, Part, PartOptions } from './part';
import { ownScript } from './scripts';
import { runToEnd } from './started';

/** What the ingest of one newsroom costs. Milliseconds and bytes. */
export type IngestCost = {
  readonly cold: { readonly cpu: number; readonly wall: number };
  readonly memory: number;
  readonly unchanged: number;
  readonly start: number;
  readonly changes: readonly number[];
};

type Measured = IngestCost & { readonly size: number; readonly bytes: number };

const measure = async (size: number, options: PartOptions): Promise<Measured> => {
  const contentDir = options.corpus(size);
  const dataDir = join(options.folder, String(size));
  options.say(`${size} articles: ingesting`);
  const said = await runToEnd(process.execPath, [ownScript('ingestProcess'), contentDir, dataDir]);
  // What `bench/ingestProcess.ts` writes.
  const cost = JSON.parse(said.trim().split('\n').at(-1) ?? '') as IngestCost;
  const bytes = statSync(join(dataDir, 'archive.db')).size;
  options.adopt(size, dataDir);
  return { ...cost, size, bytes };
};

const rowOf = ({ size, cold, memory, unchanged, start, changes, bytes }: Measured): string[] => [
  number(size),
  number(cold.cpu / size),
  withUnit(cold.wall / 1000, 's'),
  megabytes(memory),
  `${number(unchanged)} / ${number(start)} ms`,
  `${number(median(changes))} / ${number(worst(changes))} ms`,
  megabytes(bytes),
];

const run = async (options: PartOptions): Promise<Outcome> => {
  const measured: Measured[] = [];
  for (const size of options.sizes) measured.push(await measure(size, options));
  const largest = measured.at(-1);
  if (!largest) throw new Error('No size was asked for.');
  const columns = [
    'articles',
    'CPU ms each',
    'cold',
    'peak memory',
    'unchanged: running / at start',
    'one file: median / worst of 20',
    'archive.db',
  ];
  return {
    tables: [{ columns, rows: measured.map(rowOf) }],
    goals: [
      atMost(`CPU of each of ${number(largest.size)} articles`, largest.cold.cpu / largest.size, 2, 'ms'),
      atMost(`memory at ${number(largest.size)}`, largest.memory / 1_048_576, 1024, 'MB'),
    ],
    notes: [
      'CPU counts all threads. The first thousand articles pay for warming up the readers.',
      '"One file" is from the call to the finished edition, without the watcher, which gathers changes for 50 ms.',
    ],
  };
};

/** The part `ingest`. */
export const ingest: Part = {
  name: 'ingest',
  what: 'CPU and memory of reading a whole newsroom, of finding it unchanged, of one changed file',
  takes: 3,
  run,
};
