/** One round of the mirror: what was taken down goes first, then what changed is asked for, then what nobody names any more goes. */
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import { notFoundAsked } from '#edge/keeping';
import { articleOfCard, askedForm } from '#mirror/articleAddress';
import { dueAfter } from '#mirror/changes';
import { openItinerary } from '#mirror/itinerary';
import { NoPlace } from '#mirror/keeping';
import { fail, reasonOf, type Failure, type Round, type RoundPlace } from '#mirror/roundState';
import { seedsAt } from '#mirror/seeds';
import { holdersOf, takenDownAt } from '#mirror/takeDowns';
import { lostAddress, putFile, putHostFiles, take } from '#mirror/taking';
import type { Moment } from '#model/moment';
import { CommandFault } from '#newsroom/commandPlace';

/** What a round found. */
export type RoundNote = {
  /** The edition that was mirrored. */
  readonly edition: { readonly number: number; readonly at: Moment };
  /** Files asked for, and files left as they lie. */
  readonly asked: number;
  readonly unchanged: number;
  readonly failures: readonly Failure[];
};

/** Questions under way at the same time: enough to keep the renderer busy while answers travel. */
const atOnce = 6;
/** Addresses visited without a look at the answers that have come meanwhile. */
const inOneBreath = 500;
/** Failures in a row after which it is given up: a renderer that does not even start would be waited for at each address. */
const mostInARow = 40;

/** Whether an address leads to a form, or to what only one reader gets. */
const isDynamic = ({ known, address }: AskedAddress): boolean => {
  switch (known?.kind) {
    case 'form':
      return true;
    case 'newsletter':
      return known.step !== undefined;
    default:
      return /^\/(?:gone-notice|_not-found|_error)(?:\/|$)/.test(address);
  }
};

/** Asks for an address, whatever lies there. Rejects where not even a failure can be noted, as on a full disk. */
const ask = async (round: Round, path: string): Promise<void> => {
  const asked = path === lostAddress ? notFoundAsked : readAddress(path);
  if (!asked || (asked !== notFoundAsked && isDynamic(asked)) || asked.known?.kind === 'static') return;
  // Noted before it is asked for: an edition that comes meanwhile is asked for again.
  const edition = round.archive.edition().number;
  round.count.asked += 1;
  try {
    const answer = await round.house.ask(asked);
    round.count.inARow = 0;
    take(round, asked, answer, edition);
  } catch (fault) {
    if (!(fault instanceof NoPlace)) round.count.inARow += 1;
    fail(round, path, reasonOf(fault));
  }
};

/** Each older article names a card that nobody drew: told by form, for there are as many as articles. */
const isCardLeftOut = ({ withCard }: Round, path: string): boolean => {
  const article = articleOfCard(path);
  return article !== undefined && !withCard.has(article);
};

/** Visits an address: what stands is left as it lies, with all that it names. Answers whether it must be asked for. */
const mustAsk = (round: Round, number: number, path: string): boolean => {
  const { ledger, keeping, files, holders, due, count, itinerary } = round;
  const file = files.get(path);
  const entry = ledger.entries.get(path);
  if (file) {
    putFile(round, path, file);
    return false;
  }
  if (!entry && isCardLeftOut(round, path)) {
    count.cardsLeftOut = true;
    return false;
  }
  if (!entry || holders.has(path) || due(path, number, entry) || !keeping.stands(entry)) return true;
  count.unchanged += 1;
  ledger.relations().names.each(number, itinerary.wantNumber);
  return false;
};

/** Somebody stopped it half-way. */
export class Stopped extends CommandFault {
  constructor() {
    super('Stopped. What was written is noted; the next run goes on from here.');
  }
}

/** So many pages failed one after the other that the fault is not theirs. */
export class NoRenderer extends CommandFault {
  constructor(why: string) {
    super(
      `${mostInARow} pages in a row could not be made; the last said: ${why}. What lay there still does, but for what was taken down. See the lines above, mend it, and run it again.`,
    );
  }
}

const aWhile = (): Promise<void> => new Promise((next) => setImmediate(next));

/**
 * Visits one address after the other until none waits and none is under way. What must be asked for is asked for in turn, and
 * while its answers are made, the others are visited.
 */
const work = async (round: Round): Promise<void> => {
  const { itinerary, ledger, count } = round;
  const { addressOf } = ledger.relations();
  const toAsk: string[] = [];
  const underWay = new Set<Promise<void>>();
  let asked = 0;
  // Kept until somebody looks: a promise that fails while nobody waits for it would end the process on the spot.
  const faults: unknown[] = [];
  const isDone = (): void => {
    count.done += 1;
  };
  const visitSome = (): number => {
    for (let visited = 0; visited < inOneBreath; visited += 1) {
      const number = itinerary.next();
      if (number === undefined) return visited;
      const path = addressOf(number);
      if (mustAsk(round, number, path)) toAsk.push(path);
      else isDone();
    }
    return inOneBreath;
  };
  for (;;) {
    if (faults.length > 0) throw faults[0];
    if (round.stopped.aborted) throw new Stopped();
    if (count.inARow >= mostInARow) throw new NoRenderer(round.failures.at(-1)?.why ?? '');
    const visited = visitSome();
    for (; underWay.size < atOnce && asked < toAsk.length; asked += 1) {
      const question = ask(round, toAsk[asked] ?? '')
        .then(isDone, (fault: unknown) => void faults.push(fault))
        .finally(() => underWay.delete(question));
      underWay.add(question);
    }
    round.progress(count.done, itinerary.size());
    if (visited > 0) await aWhile();
    else if (underWay.size > 0) await Promise.race(underWay);
    else return;
  }
};

/** Runs one round. */
export const mirrorOnce = async (place: RoundPlace): Promise<RoundNote> => {
  const { archive, ledger, keeping, disk, now, maker } = place;
  const at = now();
  const { number, at: madeAt } = archive.edition();
  const edition = { number, at: madeAt };
  ledger.adopt(maker);
  const reached = ledger.reached();
  const editions = reached && archive.changesSince(reached);
  if (!editions) ledger.adopt(maker, edition);

  // Asked once: the question takes as long as a page for each thousand articles.
  const articles = archive.publicAddresses(at);
  const taken = takenDownAt({ archive, articles, entries: ledger.entries }, at);
  const holders = holdersOf(taken, { ledger, read: disk.read });
  // Asked before anything goes: where a piece stood tells which pages moved up when it left.
  const changes = {
    reached,
    editions: editions ?? [],
    now: at,
    placement: (address: string) => archive.placement(address, at),
  };
  const due = dueAfter(changes, ledger);
  for (const address of taken) keeping.drop(address);

  const cards = new Set(articles.slice(0, place.cards));
  const itinerary = openItinerary(ledger.relations());
  const round: Round = {
    ...place,
    at,
    due,
    holders,
    withCard: cards,
    itinerary,
    failures: [],
    count: { asked: 0, unchanged: 0, done: 0, inARow: 0, cardsLeftOut: false },
  };
  for (const path of holders) itinerary.want(path);
  for (const address of seedsAt(archive, articles, at)) itinerary.want(askedForm(address));
  itinerary.want(lostAddress);
  for (const path of place.files.keys()) itinerary.want(path);
  await work(round);

  putHostFiles(round);
  for (const address of [...ledger.entries.keys()]) if (!itinerary.isKnown(address)) keeping.drop(address);
  ledger.reach(edition);
  return { edition, asked: round.count.asked, unchanged: round.count.unchanged, failures: round.failures };
};
