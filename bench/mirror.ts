/** What a mirror of plain files costs: the whole paper, a run that finds nothing, one edit, one new piece at the head of its lists. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleFile, articleText } from './corpus';
import { atMost, number, withUnit } from './figures';
import { environmentOf } from './measuredSite';
import type { Newsroom, Outcome, Part, PartOptions } from './part';
import { clone } from './scripts';
import { runToEnd } from './started';

/** The largest paper that is mirrored: five times as many take five times as long. */
const largest = 10_000;
/** An address of the site, so that every link of every page is one of the paper's own. */
const siteUrl = 'http://news.localhost';

/** What one run cost, all its processes together, and what it did. */
type Cost = { readonly cpu: number; readonly wall: number; readonly asked: number; readonly written: number };

/** Seconds of `0m12.345s`. */
const secondsOf = (text: string): number => {
  const [, minutes = 'NaN', seconds = 'NaN'] = /^(\d+)m([\d.]+)s$/.exec(text) ?? [];
  return Number(minutes) * 60 + Number(seconds);
};

/** The shell knows what the processes that it waited for have used, and theirs: it says so in its last line (`times`). */
const mirrored = async (place: Newsroom, folder: string, args: readonly string[] = []): Promise<Cost> => {
  const began = performance.now();
  const command = [process.execPath, join(clone, '.build', 'mirror.js'), folder, '--json', ...args];
  const said = await runToEnd('sh', ['-c', '"$@" 2>/dev/null && times', 'sh', ...command], {
    cwd: clone,
    env: environmentOf({ ...place, env: { SITE_URL: siteUrl } }, 0),
  });
  const wall = (performance.now() - began) / 1000;
  const end = said.lastIndexOf('}') + 1;
  // What `mirror/report.ts` writes.
  const note = JSON.parse(said.slice(said.indexOf('{'), end)) as { asked: number; written: number };
  const [user = '', system = ''] = said.slice(end).trim().split('\n').at(-1)?.trim().split(/\s+/) ?? [];
  return { cpu: secondsOf(user) + secondsOf(system), wall, asked: note.asked, written: note.written };
};

type Mirrored = { readonly size: number; readonly runs: readonly (readonly [what: string, cost: Cost])[] };

const measure = async (size: number, { newsroom, folder, say }: PartOptions): Promise<Mirrored> => {
  const place = await newsroom(size);
  const out = join(folder, `mirror-${size}`);
  const runs: [string, Cost][] = [];
  const once = async (what: string): Promise<Cost> => {
    const cost = await mirrored(place, out, ['--cards', '0']);
    say(`${size} articles, ${what}: ${number(cost.cpu)} CPU s, ${number(cost.asked)} asked for`);
    return cost;
  };
  const run = async (what: string): Promise<void> => void runs.push([what, await once(what)]);
  const edited = join(place.contentDir, articleFile(Math.floor(size / 3)));
  const newest = join(place.contentDir, articleFile(0));
  try {
    await run('everything, no cards');
    await run('nothing changed');
    const edits: Cost[] = [];
    for (const mark of ['edited ', 'edited again ', 'edited at last ']) {
      writeFileSync(edited, articleText(Math.floor(size / 3), mark));
      edits.push(await once('one edit'));
    }
    // The cheapest and the dearest of three tell of the machine's other work.
    const middle = edits.sort((one, other) => one.cpu - other.cpu)[1];
    if (middle) runs.push(['one edit', middle]);
    rmSync(newest);
    await run('one piece taken down');
    writeFileSync(newest, articleText(0));
    await run('one new piece');
  } finally {
    writeFileSync(edited, articleText(Math.floor(size / 3)));
    writeFileSync(newest, articleText(0));
  }
  return { size, runs };
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const sizes = options.sizes.filter((size) => size <= largest);
  const all: Mirrored[] = [];
  for (const size of sizes) all.push(await measure(size, options));
  const last = all.at(-1);
  const costOf = (what: string): Cost | undefined => last?.runs.find(([name]) => name.startsWith(what))?.[1];
  return {
    tables: [
      {
        columns: ['articles', 'run', 'CPU s', 'seconds', 'asked for', 'files written'],
        rows: all.flatMap(({ size, runs }) =>
          runs.map(([what, { cpu, wall, asked, written }]) => [
            number(size),
            what,
            withUnit(cpu, 's'),
            withUnit(wall, 's'),
            number(asked),
            number(written),
          ]),
        ),
      },
    ],
    goals: last
      ? [
          atMost(
            `mirror of ${number(last.size)} articles, cold, CPU`,
            costOf('everything')?.cpu ?? NaN,
            114 * (last.size / 10_000),
            's',
          ),
          atMost('the same after one edit, on the clock', costOf('one edit')?.wall ?? NaN, 2, 's'),
          atMost('the same after one edit, CPU', costOf('one edit')?.cpu ?? NaN, 2, 's'),
        ]
      : [],
    notes: [
      'CPU of all processes of the command, the archive being in step beforehand. Each article has a page and a twin in Markdown; authors, categories and tags have numbered pages and three feeds each; share cards are left out. Of three edits the middle one is told.',
    ],
  };
};

/** The part `mirror`. */
export const mirror: Part = {
  name: 'mirror',
  what: 'the paper as plain files, whole and after single changes, up to 10,000 articles',
  takes: 12,
  run,
};
