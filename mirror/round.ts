/** One round of the mirror: what was taken down goes first, then what changed is asked for, then what nobody names any more goes. */
import type { Archive, Redirect } from '#archive/questions';
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import type { Answer } from '#edge/answer';
import { notFoundAsked } from '#edge/keeping';
import { namesFor } from '#edge/reach';
import type { StaticFile } from '#edge/staticFiles';
import { articleOfCard, isPlain } from '#mirror/articleAddress';
import { dueAfter, type Due } from '#mirror/changes';
import { headersFile, hostFileType, redirectsFile } from '#mirror/hostFiles';
import { NoPlace, type Keeping } from '#mirror/keeping';
import type { Ledger, Maker } from '#mirror/ledger';
import { hostFiles } from '#mirror/places';
import { canName, type Scan } from '#mirror/references';
import { seedsAt } from '#mirror/seeds';
import { holdersOf, takenDownAt } from '#mirror/takeDowns';
import type { Disk } from '#mirror/disk';
import type { RenderingHouse } from '#mirror/renderingHouse';
import type { Moment } from '#model/moment';
import { CommandFault } from '#newsroom/commandPlace';

/** What a round works with. */
export type RoundPlace = {
  readonly archive: Archive;
  readonly house: Pick<RenderingHouse, 'ask'>;
  readonly ledger: Ledger;
  readonly disk: Disk;
  readonly keeping: Keeping;
  /** Styles, fonts, icons: files that are not asked for. */
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly scan: Scan;
  readonly maker: Maker;
  readonly now: () => Moment;
  /** Newest articles whose share cards are drawn. */
  readonly cards: number;
  /** Whether addresses that were taken down are listed. */
  readonly listGone: boolean;
  /** No more is asked for; what is noted stands, and the next run goes on from there. */
  readonly stopped: AbortSignal;
  /** Told of each address that is done, and how many are known. */
  readonly progress: (done: number, known: number) => void;
};

/** A file that could not be had; the older one lies there still, unless it held what was taken down. */
export type Failure = { readonly address: string; readonly why: string };

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
/** Addresses at most: a list that leads on for ever must not fill the disk. */
const mostAddresses = 2_000_000;
const hour = 3_600_000;

/** The address of the page for all addresses that lead nowhere. */
const lostAddress = `/${hostFiles.lost}`;

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

const isForOneReader = ({ headers }: Answer): boolean => (headers['Cache-Control'] ?? '').includes('no-store');

const nextHour = (now: Moment): Moment => (Math.floor(now / hour) + 1) * hour;

/** Pages that show what time alone changes (the day, what is most read, what is new) hold for an hour at most. */
const holdsUntil = (asked: AskedAddress, answer: Answer, now: Moment): number | undefined =>
  namesFor(asked).includes('/') || asked === notFoundAsked || isForOneReader(answer) ? nextHour(now) : undefined;

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** The state of a round. */
type Round = RoundPlace & {
  readonly at: Moment;
  readonly due: Due;
  readonly holders: ReadonlySet<string>;
  /** Articles whose cards are drawn. */
  readonly withCard: ReadonlySet<string>;
  readonly known: Set<string>;
  readonly waiting: string[];
  readonly failures: Failure[];
  readonly count: { asked: number; unchanged: number; done: number; inARow: number; cardsLeftOut: boolean };
};

const want = (round: Round, path: string): void => {
  if (round.known.has(path) || round.known.size >= mostAddresses) return;
  round.known.add(path);
  round.waiting.push(path);
};

const fail = (round: Round, address: string, why: string): void => {
  const { ledger, keeping, holders, failures } = round;
  const before = ledger.entries.get(address);
  // What it led to is still led to, as far as anybody knows.
  for (const name of before?.names ?? []) want(round, name);
  if (!before) return void failures.push({ address, why });
  if (!holders.has(address)) {
    failures.push({ address, why });
    return ledger.put(address, { ...before, late: true });
  }
  // Taking down always wins over keeping up.
  keeping.drop(address);
  failures.push({ address, why: `${why}; its file named what was taken down, so it was removed` });
};

/** Puts an answer into the folder, and wants what it names. */
const save = (round: Round, asked: AskedAddress, answer: Answer, edition: number): void => {
  const type = answer.headers['Content-Type'] ?? answer.headers['content-type'] ?? 'application/octet-stream';
  const names = canName(type) ? round.scan(answer.body.toString('utf8')).map(({ path }) => path) : [];
  const until = holdsUntil(asked, answer, round.at);
  const { known } = asked;
  const place = known?.kind === 'article' && !known.twin ? round.archive.placement(known.address, round.at) : undefined;
  const isLost = asked === notFoundAsked;
  round.keeping.put({
    asked: isLost ? { address: lostAddress, path: lostAddress } : asked,
    body: answer.body,
    headers: answer.headers,
    type,
    edition,
    names,
    ...(until !== undefined && { until }),
    ...(place && { place }),
    ...(isLost && { file: hostFiles.lost }),
  });
  for (const name of names) want(round, name);
};

const take = (round: Round, asked: AskedAddress, answer: Answer, edition: number): void => {
  const path = asked === notFoundAsked ? lostAddress : asked.path;
  const { status, headers } = answer;
  const isPage = status === 200 || (status === 404 && asked === notFoundAsked);
  if (isPage && (!isForOneReader(answer) || asked.known?.kind === 'newsletter'))
    return save(round, asked, answer, edition);
  if (!isPage && (status >= 500 || status < 300)) return fail(round, path, `it answered ${status}`);
  // A page that is made for one reader at a time leads to the front: no file can make it.
  const to = isPage ? readAddress('/') : status < 400 ? readAddress(headers.Location ?? '') : undefined;
  round.keeping.putNothing(path, edition, nextHour(round.at), to?.path);
  if (to?.known) want(round, to.path);
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

/** A file of the build: compared, not asked for. */
const putFile = (round: Round, path: string, { type, cacheControl, body }: StaticFile): void => {
  try {
    round.keeping.put({
      asked: { address: decodeURI(path), path },
      body,
      headers: { 'Content-Type': type, 'Cache-Control': cacheControl },
      type,
      edition: round.archive.edition().number,
      names: [],
    });
  } catch (fault) {
    fail(round, path, reasonOf(fault));
  }
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

/** `_redirects` and `_headers`, written where they say something new. */
const putHostFiles = (round: Round): void => {
  const { archive, keeping, ledger, at, count, listGone, known } = round;
  const met = [...ledger.entries].flatMap(([from, { to }]): Redirect[] =>
    to === undefined || !known.has(from) ? [] : [{ from: decodeURI(from), to: decodeURI(to) }],
  );
  const all = [...archive.redirects(at), ...met];
  const texts = {
    [hostFiles.redirects]: redirectsFile({
      redirects: all,
      gone: listGone ? archive.gone(at) : [],
      cardsLeftOut: count.cardsLeftOut,
    }),
    [hostFiles.headers]: headersFile(ledger.headers),
  };
  for (const [name, text] of Object.entries(texts)) {
    const path = `/${name}`;
    round.known.add(path);
    try {
      keeping.put({
        asked: { address: path, path },
        body: Buffer.from(text),
        headers: {},
        type: hostFileType,
        edition: archive.edition().number,
        names: [],
        file: name,
      });
    } catch (fault) {
      fail(round, path, reasonOf(fault));
    }
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
