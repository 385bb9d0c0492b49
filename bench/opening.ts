/** How long a site with an archive takes from the start of its process until readers can come. */
import { atMost, median, megabytes, number, withUnit, worst } from './figures';
import { openMeasuredSite } from './measuredSite';
import type { Outcome, Part, PartOptions } from './part';
import { memoryOf } from './spent';

const starts = 5;

type Opened = { readonly size: number; readonly after: readonly number[]; readonly memory: readonly number[] };

const measure = async (size: number, { newsroom, say }: PartOptions): Promise<Opened> => {
  const place = await newsroom(size);
  const after: number[] = [];
  let memory: number[] = [];
  for (let nth = 0; nth < starts; nth += 1) {
    const site = await openMeasuredSite(place);
    after.push(site.readyAfter);
    const { door, renderer, publisher } = site.pids();
    memory = [door, renderer, publisher].map(memoryOf);
    await site.end();
    say(`${size} articles: ready after ${number(site.readyAfter)} ms`);
  }
  return { size, after, memory };
};

const run = async (options: PartOptions): Promise<Outcome> => {
  const opened: Opened[] = [];
  for (const size of options.sizes) opened.push(await measure(size, options));
  const largest = opened.at(-1);
  return {
    tables: [
      {
        columns: ['articles', 'ready: median', `worst of ${starts}`, 'door', 'renderer', 'publisher'],
        rows: opened.map(({ size, after, memory }) => [
          number(size),
          withUnit(median(after), 'ms'),
          withUnit(worst(after), 'ms'),
          ...memory.map(megabytes),
        ]),
      },
    ],
    goals: largest
      ? [atMost(`ready with an archive of ${number(largest.size)}, median`, median(largest.after) / 1000, 3, 's')]
      : [],
    notes: [
      'From the start of the process until `/api/health/ready` says yes: the archive compared with the folder, a page of each type rendered, the front and the newest articles in memory.',
    ],
  };
};

/** The part `start`. */
export const opening: Part = {
  name: 'start',
  what: 'from the start of the process to readiness, where the archive is there already',
  takes: 2,
  run,
};
