/** The newsrooms of one run: each size is written and ingested once, and used by every part that asks for it. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIngest } from '#archive/ingest';
import { site } from '#site';
import { writeCorpus } from './corpus';
import type { PartOptions } from './part';

/** The moment at which every measured site believes to be: the afternoon of the newest article's day, hours before the next. */
export const benchClock = '2026-10-14T15:00:00Z';

/** Makes newsrooms under a folder as they are asked for; one that lies there from an earlier run is used again. */
export const newsroomsIn = (
  folder: string,
  say: (what: string) => void,
): Pick<PartOptions, 'corpus' | 'newsroom' | 'adopt'> => {
  const roomOf = (size: number): string => join(folder, String(size));
  const dataOf = (size: number): string => join(roomOf(size), 'data');
  const corpus = (size: number): string => {
    const contentDir = join(roomOf(size), 'content');
    const whole = join(roomOf(size), 'corpus-is-whole');
    if (existsSync(whole)) return contentDir;
    say(`writing ${size} articles`);
    rmSync(roomOf(size), { recursive: true, force: true });
    writeCorpus(contentDir, size);
    writeFileSync(whole, '');
    return contentDir;
  };
  return {
    corpus,
    newsroom: async (size) => {
      const place = { size, contentDir: corpus(size), dataDir: dataOf(size) };
      mkdirSync(place.dataDir, { recursive: true });
      const ingest = createIngest({ ...place, site, now: () => Date.parse(benchClock), progress: progressOf(say) });
      const { withProblems } = await ingest.run();
      await ingest.close();
      if (withProblems.length > 0) throw new Error(`The corpus has problems: ${withProblems[0] ?? ''}`);
      return place;
    },
    adopt: (size, dataDir) => {
      if (!existsSync(dataOf(size))) renameSync(dataDir, dataOf(size));
    },
  };
};

const every = 5000;

const progressOf = (say: (what: string) => void): ((read: number, of: number) => void) => {
  let last = performance.now();
  return (read, of) => {
    if (performance.now() - last < every) return;
    last = performance.now();
    say(`${read} of ${of} articles read`);
  };
};
