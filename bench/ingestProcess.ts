/** A process that ingests one newsroom, so that its memory is its own; says what it cost as JSON on its last line. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIngest } from '#archive/ingest';
import { site } from '#site';
import { articleFile, articleText } from './corpus';
import type { IngestCost } from './ingest';
import { benchClock } from './newsrooms';

const [contentDir = '', dataDir = ''] = process.argv.slice(2);

/** Milliseconds of CPU of all threads, and of the clock, that some work takes. */
const cost = async (work: () => Promise<unknown>): Promise<{ cpu: number; wall: number }> => {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await work();
  const spent = process.cpuUsage(cpu);
  return { cpu: (spent.user + spent.system) / 1000, wall: performance.now() - wall };
};

const open = (): ReturnType<typeof createIngest> =>
  createIngest({ contentDir, dataDir, site, now: () => Date.parse(benchClock) });

/** Saves of one article each, and back again. */
const saves = 20;

const ingest = open();
const cold = await cost(async () => {
  const { withProblems } = await ingest.run();
  if (withProblems.length > 0) throw new Error(`The corpus has problems: ${withProblems[0] ?? ''}`);
});
const memory = process.resourceUsage().maxRSS * 1024;
const unchanged = await cost(() => ingest.run());
await ingest.close();
const again = open();
const start = await cost(() => again.run());
const changes: number[] = [];
const files = Array.from({ length: saves }, (_, nth) => ({ nth: nth * 3, file: articleFile(nth * 3) }));
for (const { nth, file } of files) {
  writeFileSync(join(contentDir, file), articleText(nth, `edit of `));
  changes.push((await cost(() => again.run([file]))).wall);
}
for (const { nth, file } of files) writeFileSync(join(contentDir, file), articleText(nth));
await again.run(files.map(({ file }) => file));
await again.close();
const found: IngestCost = { cold, memory, unchanged: unchanged.wall, start: start.wall, changes };
console.log(JSON.stringify(found));
