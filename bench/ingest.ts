/**
 * Measures the archive's way in: `npm run bench -- 10000`. CPU and memory of a cold ingest, of an unchanged start and
 * of one changed file, on a newsroom made for it in a temporary folder and removed again.
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIngest } from '#archive/ingest';
import { articleFile, articleText, writeCorpus } from './corpus';
import { site } from '#site';

const sizes = process.argv.slice(2).map(Number).filter(Boolean);

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

const milliseconds = (spent: number): string => (spent < 10 ? spent.toFixed(2) : String(Math.round(spent)));

/** Milliseconds of CPU of all threads, and of the clock, that some work takes. */
const cost = async <Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; cpu: number; wall: number }> => {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  const answer = await work();
  const spent = process.cpuUsage(cpu);
  return { answer, cpu: (spent.user + spent.system) / 1000, wall: performance.now() - wall };
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

const measure = async (size: number): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  const contentDir = join(folder, 'content');
  const dataDir = join(folder, 'data');
  try {
    process.stderr.write(`${size} articles: writing … `);
    writeCorpus(contentDir, size);
    const open = (): ReturnType<typeof createIngest> =>
      createIngest({ contentDir, dataDir, site, now: () => Date.now() });
    process.stderr.write('cold … ');
    const ingest = open();
    const cold = await cost(() => ingest.run());
    if (cold.answer.withProblems.length > 0)
      throw new Error(`The corpus has problems: ${cold.answer.withProblems[0] ?? ''}`);
    const memory = process.resourceUsage().maxRSS * 1024;
    process.stderr.write('unchanged … ');
    const same = await cost(() => ingest.run());
    await ingest.close();
    const again = open();
    const start = await cost(() => again.run());
    process.stderr.write('changed …\n');
    const changes: number[] = [];
    for (let nth = 0; nth < 20; nth += 1) {
      const file = articleFile(nth * 3);
      writeFileSync(join(contentDir, file), articleText(nth * 3, `edit ${nth} of `));
      changes.push((await cost(() => again.run([file]))).wall);
    }
    await again.close();
    return [
      String(size),
      milliseconds(cold.cpu / size),
      `${(cold.wall / 1000).toFixed(1)} s`,
      megabytes(memory),
      `${Math.round(same.wall)} / ${Math.round(start.wall)} ms`,
      `${milliseconds(median(changes))} / ${milliseconds(Math.max(...changes))} ms`,
      megabytes(statSync(join(dataDir, 'archive.db')).size),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const rows = [
  [
    'articles',
    'CPU ms each',
    'cold',
    'peak memory',
    'unchanged, running / at start',
    'one file: median / worst',
    'archive.db',
  ],
];
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) rows.push(await measure(size));
for (const [at, row] of rows.entries()) {
  console.log(`| ${row.join(' | ')} |`);
  if (at === 0) console.log(`|${row.map(() => '---').join('|')}|`);
}
