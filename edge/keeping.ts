/** Brings finished responses: from the shelf when they are fresh, from the renderer when not, and an old one before none. */
import { LRUCache } from 'lru-cache';
import type { AskedAddress } from '#edge/address';
import { backoffAfter } from '#edge/backoff';
import { openCalm } from '#edge/calm';
import { canShrink, finish, shrink } from '#edge/finished';
import type { Finished } from '#edge/finished';
import { RendererAway } from '#edge/line';
import type { RendererLine } from '#edge/line';
import { complain } from '#edge/log';
import type { EditionNews } from '#edge/messages';
import { headersInward } from '#edge/passage';
import { namesFor } from '#edge/reach';
import { answerOf } from '#edge/rendered';
import type { House } from '#edge/rendered';
import { openRenewals } from '#edge/renewals';
import type { Kept, Shelf } from '#edge/shelf';

/** What keeping needs. */
export type KeepingPlace = { readonly line: RendererLine; readonly house: House; readonly shelf: Shelf };

/** How a response was had: from memory, made because none was there, made anew in time, or an old one for want of a new. */
type By = 'kept' | 'rendered' | 'renewed' | 'stale';

/** What lies at an address: a response, or nothing (404). */
export type Brought =
  { readonly is: 'there'; readonly finished: Finished; readonly by: By } | { readonly is: 'nothing' };

/** The keeping of finished responses. */
export type Keeping = {
  /** A copy that may be served as it is, without waiting; one that is not of today's edition is renewed behind the reader. */
  readonly atHand: (key: string, asked: AskedAddress) => Kept | undefined;
  /** Waits for a response where it must; rejects with `RendererAway` or `RenderFault` only where there is no copy at all. */
  readonly bring: (key: string, asked: AskedAddress) => Promise<Brought>;
  /** An edition was published: what it names is made anew, what it takes down is served no more. */
  readonly turnTo: (news: EditionNews) => void;
  /** A day has begun: every page names it. */
  readonly turnDay: () => void;
  /** Responses that are being made now. */
  readonly inTheMaking: () => number;
};

/** Milliseconds that a reader waits for the new rendering of a page that an edition names, before the old one. */
const patienceForNew = 150;
/** Milliseconds a page may take. A renderer that hangs is killed after three. */
const pageLimit = 5000;
/** Made-up addresses whose 404 is remembered, and for how many milliseconds. */
const mostNothings = 5000;
const nothingFor = 10_000;
/** Pages in the making at most: who asks for one more is told to come again. */
const mostInTheMaking = 300;
/** From so many readers on, and this old in milliseconds, a page is worth the work of its smallest form. */
const popular = 50;
const settled = 5000;
/** A copy that no edition names is renewed when it is so old, in milliseconds, and somebody reads it. */
const renewAfter = 30_000;
const oldAfter = 600_000;

const keepable = [200, 308, 410];

type Flight = { readonly edition: number; readonly startedAt: number; readonly made: Promise<Brought> };

/** The address of the rendered 404 page, which is kept like any other. */
export const notFoundAsked: AskedAddress = {
  address: '/_not-found',
  path: '/_not-found',
  search: '',
  known: { kind: 'front' },
  astray: false,
};

/** Opens the keeping. */
export const openKeeping = ({ line, house, shelf }: KeepingPlace): Keeping => {
  const flights = new Map<string, Flight>();
  const nothings = new LRUCache<string, true>({ max: mostNothings, ttl: nothingFor });
  const failures = new LRUCache<string, { readonly count: number; readonly until: number }>({ max: 1000 });
  // Nothing of the reader goes along: a kept page is everybody's.
  const headers = headersInward({}, { remote: undefined, siteUrl: house.siteUrl });

  const hasFailed = (key: string): boolean => (failures.get(key)?.until ?? 0) > performance.now();
  const fail = (key: string, fault: unknown): never => {
    const count = (failures.get(key)?.count ?? 0) + 1;
    failures.set(key, { count, until: performance.now() + backoffAfter(count) });
    if (count === 1 || count % 10 === 0) {
      complain('edge', `${key} could not be made: ${fault instanceof Error ? fault.message : String(fault)}`);
    }
    throw fault;
  };

  const makeOnce = async (key: string, asked: AskedAddress): Promise<Brought | 'taken down meanwhile'> => {
    const before = { edition: shelf.edition(), searched: shelf.takeDowns(), madeAt: performance.now() };
    const rendered = await line.ask({ method: 'GET', path: key, headers, limit: pageLimit });
    const answer = await answerOf(asked, rendered, house);
    if (answer.status === 404 && asked !== notFoundAsked) {
      shelf.drop(key);
      if (shelf.edition() === before.edition) nothings.set(key, true);
      return { is: 'nothing' };
    }
    const finished = finish(answer);
    if (!keepable.includes(answer.status) && asked !== notFoundAsked) return { is: 'there', finished, by: 'rendered' };
    const location = answer.headers.Location;
    const names = [...namesFor(asked), ...(location ? [location] : [])];
    return shelf.put({ key, asked, finished, names, ...before })
      ? { is: 'there', finished, by: 'rendered' }
      : 'taken down meanwhile';
  };

  const make = async (key: string, asked: AskedAddress): Promise<Brought> => {
    let made = await makeOnce(key, asked);
    if (made === 'taken down meanwhile') made = await makeOnce(key, asked);
    if (made === 'taken down meanwhile') throw new RendererAway('it holds what was taken down');
    failures.delete(key);
    return made;
  };

  const start = (key: string, asked: AskedAddress): Flight => {
    const running = flights.get(key);
    if (running && running.edition === shelf.edition()) return running;
    if (flights.size >= mostInTheMaking) throw new RendererAway('too many pages are being made');
    const made = make(key, asked).catch((fault: unknown) => fail(key, fault));
    const flight = { edition: shelf.edition(), startedAt: performance.now(), made };
    const land = (): void => void (flights.get(key) === flight && flights.delete(key));
    made.then(land, land);
    flights.set(key, flight);
    return flight;
  };

  const canBeMade = (key: string): boolean => line.isOpen() && !hasFailed(key);
  const renewals = openRenewals({
    renew: async (key, asked) => {
      if (canBeMade(key)) await start(key, asked).made;
    },
  });

  /** One at a time, and where nobody else wants the threads and cores. */
  let shrinking = false;
  const isCalm = openCalm();
  const shrinkInTurn = (finished: Finished): void => {
    if (shrinking || !canShrink(finished) || !isCalm()) return;
    shrinking = true;
    void shrink(finished).finally(() => (shrinking = false));
  };

  const atHand = (key: string, asked: AskedAddress): Kept | undefined => {
    const kept = shelf.find(key);
    if (!kept || kept.named || kept.foreign) return undefined;
    kept.hits += 1;
    const age = performance.now() - kept.madeAt;
    const due = kept.edition !== shelf.edition() ? renewAfter : oldAfter;
    if (age > due) renewals.add(key, asked, kept.hits);
    if (kept.hits >= popular && age > settled) shrinkInTurn(kept.finished);
    return kept;
  };

  /** The new rendering if it comes in time, and otherwise the copy, unless that was taken down while we waited. */
  const newOrOld = async (key: string, asked: AskedAddress, old: Kept): Promise<Brought> => {
    const flight = start(key, asked);
    const left = old.foreign ? pageLimit : flight.startedAt + patienceForNew - performance.now();
    const inTime = left > 0 && (await within(left, flight.made));
    if (inTime) return inTime.is === 'there' ? { ...inTime, by: 'renewed' } : inTime;
    const copy = shelf.find(key);
    return copy ? { is: 'there', finished: copy.finished, by: 'stale' } : flight.made;
  };

  const bring = async (key: string, asked: AskedAddress): Promise<Brought> => {
    const kept = atHand(key, asked);
    if (kept) return { is: 'there', finished: kept.finished, by: 'kept' };
    const old = shelf.find(key);
    if (old) {
      old.hits += 1;
      return canBeMade(key) ? newOrOld(key, asked, old) : { is: 'there', finished: old.finished, by: 'stale' };
    }
    if (nothings.has(key)) return { is: 'nothing' };
    if (hasFailed(key)) throw new RendererAway('it failed a moment ago');
    return start(key, asked).made;
  };

  return {
    atHand,
    bring,
    turnTo: (news) => {
      const named = shelf.turnTo(news);
      nothings.clear();
      failures.clear();
      for (const kept of named) if (kept.hits > 0) renewals.addUrgent(kept.key, kept.asked, kept.hits);
    },
    turnDay: shelf.turnDay,
    inTheMaking: () => flights.size,
  };
};

/** What is made within so many milliseconds; `undefined` when it takes longer or fails. */
const within = async (milliseconds: number, made: Promise<Brought>): Promise<Brought | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), milliseconds)));
  const inTime = await Promise.race([made.catch(() => undefined), late]);
  clearTimeout(timer);
  return inTime;
};
