/** Tells the world of changes: compares each edition with what is known, and makes the calls that wait. */
import { callOut, mostIn } from '#audience/callOut';
import { dropOthers, endCalls, pauseAfter, pauseReceiver, putOff, takeCalls } from '#audience/calls';
import { audienceDatabase, type DatabasePlace } from '#audience/database';
import type { Receiver } from '#audience/receivers';
import type { Db } from '#audience/schema';
import { learn } from '#audience/told';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';
import type { PublicState } from '#model/publicState';

/** What a herald is made of. */
export type HeraldFacts = {
  readonly place: DatabasePlace;
  readonly siteUrl: string;
  readonly receivers: readonly Receiver[];
  readonly now: () => Moment;
  /** What is public, of the whole paper or at some addresses; the archive's answer. */
  readonly states: (addresses: readonly Address[] | undefined, now: Moment) => readonly PublicState[];
  /** Milliseconds to wait for a silent receiver, where a test has no seconds to spare. */
  readonly patience?: number;
  /** Writes a line for the newsroom's technician. */
  readonly log: (what: string) => void;
};

/** The herald of one process. */
export type Herald = {
  /** An edition changed these addresses; nobody waits for what follows. The first word of a process is a look at everything. */
  readonly hear: (changes: readonly Address[]) => void;
  /** Looks and makes the calls that are due, once; resolves when they are made. For tests. */
  readonly round: () => Promise<void>;
  /** Begins no more calls, and waits for the one under way. */
  readonly close: () => Promise<void>;
};

const second = 1000;
/** Without a word it looks for calls this often: retries, and what another node left behind when it died. */
const roundEvery = 15 * second;
/** Several saves become one call, and other nodes get the edition before the world comes to look. */
const breath = 2 * second;

const reasonOf = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'no reason';
  const { code } = fault as { readonly code?: unknown };
  return typeof code === 'string' ? code : fault.name;
};

/** Makes the calls to one receiver that are due, one after the other. */
const callAll = async (
  db: Db,
  receiver: Receiver,
  { now, log, patience }: HeraldFacts,
  open: () => boolean,
): Promise<void> => {
  let told = 0;
  const { host } = new URL(receiver.address);
  const noun = receiver.kind === 'hub' ? 'feed(s)' : 'page(s)';
  for (;;) {
    const calls = open() ? await takeCalls(db, receiver.address, mostIn(receiver), now()) : [];
    if (calls.length === 0) break;
    const outcome = await callOut(
      receiver,
      calls.map(({ url }) => url),
      now(),
      patience,
    );
    if (outcome.is === 'later') {
      const tries = Math.max(...calls.map((call) => call.tries));
      const pause = Math.max(outcome.pause ?? 0, pauseAfter(tries));
      const lost = await putOff(db, receiver.address, calls, now() + pause);
      await pauseReceiver(db, receiver.address, now() + pause, tries);
      const then = lost > 0 ? `given up after ${tries} tries` : `next try in ${Math.ceil(pause / second)} s`;
      log(`${host} could not be told of ${calls.length} ${noun}: ${outcome.why}; ${then}`);
      break;
    }
    await endCalls(db, receiver.address, calls, now());
    if (outcome.is === 'told') told += calls.length;
    else log(`${host} refused to hear of ${calls.length} ${noun}: ${outcome.why}`);
  }
  if (told > 0) log(`${host} was told of ${told} ${noun}`);
};

/** Opens a herald; nothing is done before the first word. */
export const openHerald = (facts: HeraldFacts): Herald => {
  const { place, receivers, siteUrl, now, states, log } = facts;
  const database = audienceDatabase(place, (reason) => log(`a database connection broke (${reason})`));
  let heard: Set<Address> | 'everything' = 'everything';
  let begun = false;
  let closed = false;
  let swept = false;
  let walking: Promise<void> | undefined;
  let trouble = '';

  const look = async (db: Db): Promise<void> => {
    const taken = heard;
    if (!begun || (taken !== 'everything' && taken.size === 0)) return;
    heard = new Set();
    const addresses = taken === 'everything' ? undefined : [...taken];
    try {
      const { noted } = await learn(db, { addresses, states: states(addresses, now()) }, telling());
      if (noted > 0) log(`${noted} page(s) noted and not told: a whole archive is no news`);
    } catch (fault) {
      heard = 'everything';
      throw fault;
    }
  };

  const telling = () => ({ receivers, siteUrl, due: now() + breath });

  const walk = async (): Promise<void> => {
    const db = await database.ready();
    if (!swept)
      await dropOthers(
        db,
        receivers.map(({ address }) => address),
      );
    swept = true;
    await look(db);
    await Promise.all(receivers.map((receiver) => callAll(db, receiver, facts, () => !closed)));
    trouble = '';
  };

  const round = (): Promise<void> => {
    walking ??= walk()
      .catch((fault: unknown) => {
        // Once for each kind of trouble, not once for each round.
        if (closed || trouble === reasonOf(fault)) return;
        trouble = reasonOf(fault);
        log(`nobody can be told of changes now (${trouble}); they are kept`);
      })
      .finally(() => (walking = undefined));
    return walking;
  };

  const timer = setInterval(() => void round(), roundEvery);
  timer.unref();
  let soon: NodeJS.Timeout | undefined;
  return {
    hear: (changes) => {
      begun = true;
      if (heard !== 'everything') for (const address of changes) heard.add(address);
      // At once, so that a process which dies in the next second has already written down what it owes; and when it is due.
      void round().then(() => {
        if (closed) return;
        clearTimeout(soon);
        soon = setTimeout(() => void round(), breath + 50);
        soon.unref();
      });
    },
    round,
    close: async () => {
      closed = true;
      clearInterval(timer);
      clearTimeout(soon);
      await walking;
      await database.close();
    },
  };
};
