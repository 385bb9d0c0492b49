/** Sends the letters that wait in the database: outside every request, again after failures, and after a crash. */
import type { Letter } from '#audience/letter';
import { type Deliver, PostFault } from '#audience/post';
import { sweep } from '#audience/readers';
import type { Db, SignUpRow } from '#audience/schema';
import type { Moment } from '#model/moment';

/** What the postman needs. */
export type PostmanDuties = {
  readonly ready: () => Promise<Db>;
  readonly write: (db: Db, signUp: SignUpRow, now: Moment) => Promise<Letter>;
  readonly deliver: Deliver;
  readonly now: () => Moment;
  readonly log: (what: string) => void;
  /** Milliseconds for which counts are kept. */
  readonly countsFor: number;
};

/** The postman of one process. */
export type Postman = {
  /** A letter may be waiting. Never fails and never waits. */
  readonly wake: () => void;
  /** Sends all that is due now, once. */
  readonly round: () => Promise<void>;
  readonly close: () => void;
};

const second = 1000;
/** Without a call he looks this often: another node may have taken the form, or the process may have crashed. */
const roundEvery = 15 * second;
const sweepEvery = 10 * 60 * second;
const longestPause = 60 * 60 * second;

/** Milliseconds until the next try: 1, 2, 4 … 60 minutes; longer than any attempt takes, so no two overlap. */
export const pauseAfter = (tries: number): number => Math.min(longestPause, 60 * second * 2 ** Math.max(0, tries - 1));

/**
 * Takes the letter that has waited longest. Taking it already sets the next try, so that a process which dies with the
 * letter in its hands loses nothing; two processes never take the same one.
 */
const take = async (db: Db, now: Moment): Promise<SignUpRow | undefined> => {
  const next = await db
    .selectFrom('sign_up')
    .select(['id', 'letter_due', 'letter_tries'])
    .where('letter_due', '<=', now)
    .where('expires_at', '>', now)
    .orderBy('letter_due')
    .executeTakeFirst();
  if (!next) return undefined;
  const taken = await db
    .updateTable('sign_up')
    .set({ letter_due: now + pauseAfter(next.letter_tries + 1), letter_tries: next.letter_tries + 1 })
    .where('id', '=', next.id)
    .where('letter_due', '=', next.letter_due)
    .returningAll()
    .executeTakeFirst();
  // Somebody else was faster with this one; the next may be free.
  return taken ?? take(db, now);
};

const done = async (db: Db, id: string): Promise<void> => {
  await db.updateTable('sign_up').set({ letter_due: null }).where('id', '=', id).execute();
};

const codeOf = (fault: unknown): string => {
  if (fault instanceof PostFault) return fault.message;
  if (!(fault instanceof Error)) return 'no reason';
  // Messages of databases repeat values, so the log gets the code or the kind alone.
  const { code } = fault as { readonly code?: unknown };
  return typeof code === 'string' ? code : fault.name;
};

/** Makes the postman and starts his rounds. */
export const postman = (duties: PostmanDuties): Postman => {
  const { ready, deliver, now, log } = duties;
  let walking: Promise<void> | undefined;
  let again = false;
  let closed = false;
  let swept = -Infinity;
  let trouble = '';

  /** Once for each kind of trouble, not once for each round. */
  const tellTrouble = (fault: unknown): void => {
    if (closed || trouble === codeOf(fault)) return;
    trouble = codeOf(fault);
    log(`the audience database cannot be used (${trouble}); letters wait`);
  };

  const bring = async (db: Db, signUp: SignUpRow): Promise<void> => {
    try {
      const delivery = await deliver(await duties.write(db, signUp, now()), now());
      await done(db, signUp.id);
      log(
        delivery.is === 'sent' ? `a letter went to ${delivery.where}` : 'the mail server refused an address for good',
      );
    } catch (fault) {
      const minutes = Math.round(pauseAfter(signUp.letter_tries) / (60 * second));
      log(`a letter could not be sent (${codeOf(fault)}); next try in ${minutes} min`);
    }
  };

  const walk = async (): Promise<void> => {
    const db = await ready();
    if (now() - swept >= sweepEvery) {
      swept = now();
      await sweep(db, now(), duties.countsFor);
    }
    while (again && !closed) {
      again = false;
      for (let next = await take(db, now()); next; next = closed ? undefined : await take(db, now())) {
        await bring(db, next);
      }
    }
    trouble = '';
  };

  const round = (): Promise<void> => {
    again = true;
    walking ??= walk()
      .catch((fault: unknown) => {
        again = false;
        tellTrouble(fault);
      })
      .then(() => {
        walking = undefined;
        // Somebody called after he had looked for the last time and before he was home.
        return again && !closed ? round() : undefined;
      });
    return walking;
  };
  const timer = setInterval(() => void round(), roundEvery);
  timer.unref();
  return {
    wake: () => void round(),
    round,
    close: () => {
      closed = true;
      clearInterval(timer);
    },
  };
};
