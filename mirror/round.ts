/** One round of the mirror: what was taken down goes first, then what changed is asked for, then what nobody names any more goes. */
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import { notFoundAsked } from '#edge/keeping';
import { articleOfCard, isPlain } from '#mirror/articleAddress';
import { dueAfter } from '#mirror/changes';
import { NoPlace } from '#mirror/keeping';
import { fail, reasonOf, want, type Failure, type Round, type RoundPlace } from '#mirror/roundState';
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
/** Failures in a row after which it is given up: a renderer that does not even start would be waited for at each address. */
const mostInARow = 40;
const pathOf = (address: string): string =>
  isPlain(address) ? address : (readAddress(encodeURI(address))?.path ?? address);

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

/** Each older article names a card that nobody drew: told by form, for there are as many as articles. */
const isCardLeftOut = ({ ledger, withCard }: Round, path: string): boolean => {
  const article = articleOfCard(path);
  return article !== undefined && !ledger.entries.has(path) && !withCard.has(article);
};

/** Asks for an address, whatever lies there. Never rejects. */
const ask = async (round: Round, path: string): Promise<void> => {
  if (isCardLeftOut(round, path)) {
    round.count.cardsLeftOut = true;
    return;
  }
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

const visit = async (round: Round, path: string): Promise<void> => {
  const { ledger, keeping, files, holders, due, count } = round;
  const file = files.get(path);
  const entry = ledger.entries.get(path);
  if (file) return putFile(round, path, file);
  if (!entry || holders.has(path) || due(path, entry) || !keeping.stands(entry)) return ask(round, path);
  count.unchanged += 1;
  for (const name of entry.names) want(round, name);
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

/** Takes one address after the other until none waits and none is under way. */
const work = async (round: Round): Promise<void> => {
  const underWay = new Set<Promise<void>>();
  let next = 0;
  while (next < round.waiting.length || underWay.size > 0) {
    const path = underWay.size < atOnce ? round.waiting[next] : undefined;
    if (path === undefined) {
      await Promise.race(underWay);
      continue;
    }
    if (round.stopped.aborted) throw new Stopped();
    if (round.count.inARow >= mostInARow) throw new NoRenderer(round.failures.at(-1)?.why ?? '');
    next += 1;
    const visited = visit(round, path).then(() => {
      underWay.delete(visited);
      round.count.done += 1;
      round.progress(round.count.done, round.known.size);
    });
    underWay.add(visited);
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
  const holders = holdersOf(taken, { entries: ledger.entries, read: disk.read });
  // Asked before anything goes: where a piece stood tells which pages moved up when it left.
  const changes = {
    reached,
    editions: editions ?? [],
    now: at,
    placement: (address: string) => archive.placement(address, at),
  };
  const due = dueAfter(changes, ledger.entries);
  for (const address of taken) keeping.drop(address);

  const cards = new Set(articles.slice(0, place.cards));
  const round: Round = {
    ...place,
    at,
    due,
    holders,
    withCard: cards,
    known: new Set(),
    waiting: [],
    failures: [],
    count: { asked: 0, unchanged: 0, done: 0, inARow: 0, cardsLeftOut: false },
  };
  for (const path of holders) want(round, path);
  for (const address of seedsAt(archive, articles, at)) want(round, pathOf(address));
  want(round, lostAddress);
  for (const path of place.files.keys()) want(round, path);
  await work(round);

  putHostFiles(round);
  for (const address of [...ledger.entries.keys()]) if (!round.known.has(address)) keeping.drop(address);
  ledger.reach(edition);
  return { edition, asked: round.count.asked, unchanged: round.count.unchanged, failures: round.failures };
};
