/** Takes in the counts of reads, and holds the ranking that pages show: no page waits for the database. */
import { addReads, type HourlyReads, mostRead } from '#audience/reads';
import type { Db } from '#audience/schema';
import type { Moment } from '#model/moment';
import { type ReadPeriod, readPeriods, type ReadRanking } from '#model/mostRead';

/** What the desk needs. */
export type ReadsDeskPlan = { readonly ready: () => Promise<Db>; readonly now: () => Moment };

/** So many addresses of each period: some lead to one piece, some to what is not public any more. */
const held = 40;
/** Milliseconds after which week and month are asked for again; they move slowly, and cost most. */
const longPeriodsEvery = 600_000;

/** The desk of one process. */
export const readsDesk = ({ ready, now }: ReadsDeskPlan) => {
  let ranking: ReadRanking = { today: [], week: [], month: [] };
  let longAt = -Infinity;

  /** Asks the database, which other nodes write to as well. */
  const renew = async (): Promise<void> => {
    const db = await ready();
    const at = now();
    const isDue = at - longAt >= longPeriodsEvery || at < longAt || ranking.week.length === 0;
    const due: readonly ReadPeriod[] = isDue ? readPeriods : ['today'];
    const found: [ReadPeriod, ReadRanking[ReadPeriod]][] = [];
    for (const period of due) found.push([period, await mostRead(db, period, held, at)]);
    ranking = { ...ranking, ...Object.fromEntries(found) };
    if (isDue) longAt = at;
  };
  return {
    /** Adds what a front door counted; rejects where the database cannot be reached, and then nothing was added. */
    addReads: async (counts: readonly HourlyReads[]): Promise<void> => addReads(await ready(), counts, now()),
    /** Most read of a period by the database, for whoever can wait. */
    mostRead: async (period: ReadPeriod, size: number) => mostRead(await ready(), period, size, now()),
    renewRanking: renew,
    /** What was most read when `renewRanking` last asked. */
    ranking: (): ReadRanking => ranking,
  };
};
