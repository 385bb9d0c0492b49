/** `npm run bench`: shows its plan, runs the parts one after the other, and writes what they found into `docs/benchmarks.md`. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { AskedFault, readAsked, type Asked } from './command';
import { sectionFor, withSection } from './document';
import { newsroomsIn } from './newsrooms';
import type { Outcome, Part } from './part';
import { parts } from './parts';
import { endAll } from './started';

const document = join('docs', 'benchmarks.md');

const say = (what: string): void => console.error(`  ${what}`);

const measuredOn = (): string => {
  const day = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  const memory = Math.round(totalmem() / 1_073_741_824);
  const model = cpus()[0]?.model.trim() ?? 'an unknown processor';
  return `Measured on ${day}: ${availableParallelism()} cores (${model}), ${memory} GB, Node ${process.versions.node}.`;
};

const showPlan = ({ parts: asked, sizes }: Asked): void => {
  const minutes = asked.reduce((sum, part) => sum + part.takes, 0);
  console.error(`${asked.length} part(s), about ${Math.ceil(minutes)} minutes, newsrooms of ${sizes.join(', ')}:`);
  for (const { name, what, takes } of asked) console.error(`  ${name.padEnd(11)} ${what} (${takes} min)`);
};

const tell = (name: string, outcome: Outcome, print: boolean): void => {
  const section = sectionFor(measuredOn(), outcome);
  console.log(`\n## ${name}\n\n${section}`);
  if (!print) writeFileSync(document, withSection(readFileSync(document, 'utf8'), name, section));
};

/** Runs one part; one that fails costs only its own figures. Answers whether it came to its end. */
const runPart = async (part: Part, asked: Asked, room: string, newsrooms: string): Promise<boolean> => {
  const folder = join(room, part.name);
  mkdirSync(folder);
  console.error(`\n${part.name}: ${part.what}`);
  const began = performance.now();
  try {
    tell(part.name, await part.run({ ...asked, ...newsroomsIn(newsrooms, say), folder, say }), asked.print);
    say(`${part.name} took ${Math.round((performance.now() - began) / 1000)} s`);
    return true;
  } catch (fault) {
    console.error(`${part.name} failed:`, fault);
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const run = async (): Promise<void> => {
  const asked = readAsked(process.argv.slice(2), parts);
  showPlan(asked);
  if (asked.plan) return;
  const room = mkdtempSync(join(tmpdir(), 'bench-'));
  const leave = (): void => {
    endAll();
    rmSync(room, { recursive: true, force: true });
  };
  process
    .on('exit', leave)
    .on('SIGINT', () => process.exit(130))
    .on('SIGTERM', () => process.exit(143));
  const newsrooms = asked.keep === undefined ? join(room, 'newsrooms') : resolve(asked.keep);
  mkdirSync(newsrooms, { recursive: true });
  let failed = false;
  for (const part of asked.parts) failed = !(await runPart(part, asked, room, newsrooms)) || failed;
  process.exit(failed ? 1 : 0);
};

try {
  await run();
} catch (fault) {
  if (!(fault instanceof AskedFault)) throw fault;
  console.error(fault.message);
  process.exit(2);
}
