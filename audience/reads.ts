/** How often articles were read: numbers by address and hour, which say nothing of who read. */
import type { Db, ReadCountRow } from '#audience/schema';
import type { Moment } from '#model/moment';
import type { AddressReads, ReadPeriod } from '#model/mostRead';

/** Reads of one address in the hour that begins at `hour`. */
export type HourlyReads = { readonly address: string; readonly hour: Moment; readonly reads: number };

const hour = 3_600_000;
const day = 24 * hour;

/** How long counts are kept: the longest period shown is 30 days. */
const keptFor = { hour: 2 * day, day: 40 * day };
/** The spans that a period is counted from, and how many of them. */
const spansOf = { today: ['hour', 24], week: ['day', 7], month: ['day', 30] } as const;
/** Rows in one statement: SQLite and PostgreSQL both limit the values. */
const rowsAtOnce = 200;

/** Rows in one order for all nodes, so that two that write at once wait for each other and never in a circle. */
const rowsFor = (counts: readonly HourlyReads[]): readonly ReadCountRow[] => {
  const rows = new Map<string, ReadCountRow>();
  const add = (span: ReadCountRow['span'], starts: Moment, { address, reads }: HourlyReads): void => {
    const key = `${span} ${starts} ${address}`;
    const row = rows.get(key);
    if (row) row.reads += reads;
    else rows.set(key, { span, starts, address, reads });
  };
  for (const count of counts) {
    add('hour', count.hour, count);
    add('day', Math.floor(count.hour / day) * day, count);
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
};

/** Adds rows to what is there: every node adds to the same numbers. The statement alone, for one batch. */
export const addRows = (db: Db, rows: readonly ReadCountRow[]) =>
  db
    .insertInto('read_count')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['span', 'starts', 'address'])
        .doUpdateSet((row) => ({ reads: row('read_count.reads', '+', row.ref('excluded.reads')) })),
    );

/** Adds counts and throws away what is too old to be shown. All of them are in, or none. */
export const addReads = (db: Db, counts: readonly HourlyReads[], now: Moment): Promise<void> =>
  db.transaction().execute(async (work) => {
    const rows = rowsFor(counts);
    for (let from = 0; from < rows.length; from += rowsAtOnce) {
      await addRows(work, rows.slice(from, from + rowsAtOnce)).execute();
    }
    for (const span of ['hour', 'day'] as const) {
      await work
        .deleteFrom('read_count')
        .where('span', '=', span)
        .where('starts', '<', now - keptFor[span])
        .execute();
    }
  });

/** The statement that ranks addresses of a period. */
export const ranking = (db: Db, period: ReadPeriod, size: number, now: Moment) => {
  const [span, number] = spansOf[period];
  const length = span === 'hour' ? hour : day;
  const first = Math.floor(now / length) * length - (number - 1) * length;
  return db
    .selectFrom('read_count')
    .select(({ fn }) => ['address', fn.sum<number | string>('reads').as('total')])
    .where('span', '=', span)
    .where('starts', '>=', first)
    .where('starts', '<=', now)
    .groupBy('address')
    .orderBy('total', 'desc')
    .orderBy('address', 'desc')
    .limit(size);
};

/** Addresses most read in a period that ends at `now`, most read first. */
export const mostRead = async (
  db: Db,
  period: ReadPeriod,
  size: number,
  now: Moment,
): Promise<readonly AddressReads[]> =>
  // PostgreSQL gives sums as text: they may be larger than a number. Ours are not.
  (await ranking(db, period, size, now).execute()).map(({ address, total }) => ({ address, reads: Number(total) }));
