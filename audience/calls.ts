/** The queue of calls: put in, taken by one of many nodes, done, put off, given up. */
import { sql } from 'kysely';
import type { CallRow, Db } from '#audience/schema';
import type { Moment } from '#model/moment';

/** Addresses in one statement; databases have limits. */
const atOnce = 500;

const second = 1000;

/** Milliseconds that a call may be in one node's hands: a node that dies with it loses nothing. */
const lease = 60 * second;
const longestPause = 6 * 60 * 60 * second;

/** Tries of one call; the last comes some five hours after the first. */
export const mostTries = 10;

/** Milliseconds until the next try: 30 s, 1, 2, 4 … 128 minutes. */
export const pauseAfter = (tries: number): number => Math.min(longestPause, 30 * second * 2 ** Math.max(0, tries - 1));

/** So many tries that a receiver is down rather than busy. */
const manyTries = 5;

const atMost = (most: number) => {
  const tries = sql.ref('call.tries');
  return sql<number>`case when ${tries} > ${sql.lit(most)} then ${sql.lit(most)} else ${tries} end`;
};

/** Parts of a list that fit into one statement each. */
export const inParts = <Item>(all: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) => all.slice(part * atOnce, (part + 1) * atOnce));

/**
 * Puts calls in. One that waits already waits on, as long as its receiver asked for; it is counted, so that a call under way
 * which does not know of the newest change is made again.
 */
export const putCalls = async (db: Db, receiver: string, urls: readonly string[], due: Moment): Promise<void> => {
  for (const part of inParts(urls)) {
    await db
      .insertInto('call')
      .values(part.map((url) => ({ receiver, url, asked: 1, taken: 0, due, tries: 0 })))
      .onConflict((conflict) =>
        conflict.columns(['receiver', 'url']).doUpdateSet({
          asked: sql`${sql.ref('call.asked')} + 1`,
          // News of its own deserves tries of its own, but not a receiver that is down the quick pace of the first.
          tries: atMost(manyTries),
        }),
      )
      .execute();
  }
};

/** Takes what is due for a receiver, at most so many; two nodes never take the same call. */
export const takeCalls = async (db: Db, receiver: string, most: number, now: Moment): Promise<CallRow[]> => {
  const due = await db
    .selectFrom('call')
    .select('url')
    .where('receiver', '=', receiver)
    .where('due', '<=', now)
    .orderBy('due')
    .limit(most)
    .execute();
  const taken: CallRow[] = [];
  for (const part of inParts(due.map(({ url }) => url))) {
    const mine = await db
      .updateTable('call')
      .set({ due: now + lease, tries: sql`tries + 1`, taken: sql`asked` })
      .where('receiver', '=', receiver)
      .where('url', 'in', part)
      .where('due', '<=', now)
      .returningAll()
      .execute();
    taken.push(...mine);
  }
  // Somebody else was faster with all of these; the next may be free.
  return due.length > 0 && taken.length === 0 ? takeCalls(db, receiver, most, now) : taken;
};

/** Forgets calls that were made, or given up; what changed meanwhile is called again. */
export const endCalls = async (db: Db, receiver: string, calls: readonly CallRow[], now: Moment): Promise<void> => {
  for (const part of inParts(calls.map(({ url }) => url))) {
    await db
      .deleteFrom('call')
      .where('receiver', '=', receiver)
      .where('url', 'in', part)
      .whereRef('taken', '=', 'asked')
      .execute();
    await db
      .updateTable('call')
      .set({ due: now, tries: 0 })
      .where('receiver', '=', receiver)
      .where('url', 'in', part)
      .execute();
  }
};

/** Puts off calls that failed, and gives up those that failed too often; answers how many it gave up. */
export const putOff = async (db: Db, receiver: string, calls: readonly CallRow[], until: Moment): Promise<number> => {
  const spent = calls.filter(({ tries }) => tries >= mostTries);
  await endCalls(db, receiver, spent, until);
  for (const part of inParts(calls.filter(({ tries }) => tries < mostTries).map(({ url }) => url))) {
    await db
      .updateTable('call')
      .set({ due: until })
      .where('receiver', '=', receiver)
      .where('url', 'in', part)
      .execute();
  }
  return spent.length;
};

/**
 * A receiver that did not take a call is left alone until then, whatever it was to be told; what waits behind the call counts
 * as tried with it, so that thirty feeds are not thirty times the quick pace of a first failure.
 */
export const pauseReceiver = async (db: Db, receiver: string, until: Moment, tries: number): Promise<void> => {
  const least = Math.min(tries, manyTries);
  await db.updateTable('call').set({ due: until }).where('receiver', '=', receiver).where('due', '<', until).execute();
  await db
    .updateTable('call')
    .set({ tries: least })
    .where('receiver', '=', receiver)
    .where('tries', '<', least)
    .execute();
};

/** Drops calls to receivers that the publication names no more. */
export const dropOthers = async (db: Db, receivers: readonly string[]): Promise<void> => {
  await db
    .deleteFrom('call')
    .where('receiver', 'not in', [...receivers])
    .execute();
};
