/** Finished responses in memory: found by key, bounded in bytes, reached by editions, cleared of what was taken down. */
import { LRUCache } from 'lru-cache';
import type { AskedAddress } from '#edge/address';
import { weightOf } from '#edge/finished';
import type { Finished } from '#edge/finished';
import type { EditionNews } from '#edge/messages';
import { everyPage } from '#edge/reach';

/** A response on the shelf. */
export type Kept = {
  readonly key: string;
  readonly asked: AskedAddress;
  readonly finished: Finished;
  /** Names by which editions reach it. */
  readonly names: readonly string[];
  /** The edition that stood when the renderer was asked for it. */
  readonly edition: number;
  /** When the renderer was asked, by the monotonic clock, in milliseconds. */
  readonly madeAt: number;
  /** An edition changed it since, or a day began. */
  named: boolean;
  /** Another archive stands than the one it came from: it is served only when nothing newer can be had. */
  foreign: boolean;
  /** Readers since it was made: hot pages are renewed first. */
  hits: number;
  /** How many of the take-downs it was searched for. */
  searched: number;
};

/** What a new response brings. */
export type NewOnShelf = Pick<Kept, 'key' | 'asked' | 'finished' | 'names' | 'edition' | 'madeAt'> & {
  /** Take-downs that the renderer knew of when it was asked. */
  readonly searched: number;
};

/** The shelf. */
export type Shelf = {
  /** The number of the newest edition, and how many take-downs have been told. */
  readonly edition: () => number;
  readonly takeDowns: () => number;
  /** A kept response; one that holds the address of a piece taken down is dropped instead. */
  readonly find: (key: string) => Kept | undefined;
  /** Puts a response on the shelf; one that holds what was taken down while it was made is refused (`undefined`). */
  readonly put: (made: NewOnShelf) => Kept | undefined;
  readonly drop: (key: string) => void;
  /** Marks what an edition changes; gives the named ones, those with the most readers first. */
  readonly turnTo: (news: EditionNews) => readonly Kept[];
  /** Marks everything as changed: a day has begun. */
  readonly turnDay: () => void;
  readonly size: () => { readonly count: number; readonly bytes: number };
};

/** A piece that was taken down, and how pages may write its address: as text, and as it stands in links. */
type TakenDown = { readonly address: string; readonly needles: readonly Buffer[] };

const takenDownAt = (address: string): TakenDown => ({
  address,
  needles: [...new Set([address, encodeURI(address)])].map((text) => Buffer.from(text)),
});

/** Whether a response is of the piece, leads to it, or names it anywhere in its bytes. */
const holds = ({ finished, names }: Kept, { address, needles }: TakenDown): boolean =>
  names.some((name) => name === address || name === encodeURI(address)) ||
  needles.some((needle) => finished.body.includes(needle));

/** Makes an empty shelf for so many bytes. */
export const makeShelf = (bytes: number): Shelf => {
  const byName = new Map<string, Set<Kept>>();
  const takenDown: TakenDown[] = [];
  let edition = 0;

  const forget = (kept: Kept): void => {
    for (const name of kept.names) {
      const all = byName.get(name);
      all?.delete(kept);
      if (all?.size === 0) byName.delete(name);
    }
  };
  const kept = new LRUCache<string, Kept>({
    maxSize: bytes,
    // One response never takes a quarter of the room of all the others.
    maxEntrySize: Math.floor(bytes / 4),
    sizeCalculation: ({ finished }) => weightOf(finished),
    dispose: forget,
  });

  /** Searches a response for take-downs that it was not searched for yet; answers whether it may stay. */
  const isClean = (found: Kept): boolean => {
    for (; found.searched < takenDown.length; found.searched += 1) {
      const piece = takenDown[found.searched];
      if (piece && holds(found, piece)) return false;
    }
    return true;
  };

  /** Half of the readers that the copy before had: a hot page stays hot through editions, and cools down in time. */
  const warmth = (key: string): number => Math.floor((kept.peek(key)?.hits ?? 0) / 2);

  const put = (made: NewOnShelf): Kept | undefined => {
    // An edition came while it was made, and may have changed it: it is a copy until it is made again.
    const fresh: Kept = { ...made, named: made.edition < edition, foreign: false, hits: warmth(made.key) };
    if (!isClean(fresh)) return undefined;
    if ((kept.peek(made.key)?.edition ?? 0) > made.edition) return fresh;
    kept.set(fresh.key, fresh);
    // What is too heavy is not kept, and must not be reached either.
    if (kept.peek(fresh.key) === fresh) {
      for (const name of fresh.names) byName.set(name, (byName.get(name) ?? new Set()).add(fresh));
    }
    return fresh;
  };

  const mark = (named: Set<Kept>, all: Iterable<Kept>): void => {
    for (const one of all) named.add(one);
  };

  return {
    edition: () => edition,
    takeDowns: () => takenDown.length,
    find: (key) => {
      const found = kept.get(key);
      if (!found || found.searched === takenDown.length || isClean(found)) return found;
      kept.delete(key);
      return undefined;
    },
    put,
    drop: (key) => void kept.delete(key),
    turnTo: (news) => {
      const isNext = edition === 0 || news.number === edition + 1;
      const named = new Set<Kept>();
      if (!isNext || news.changes.includes(everyPage)) mark(named, kept.values());
      else for (const name of news.changes) mark(named, byName.get(name) ?? []);
      for (const one of named) {
        one.named = true;
        one.foreign ||= !isNext;
      }
      for (const address of news.removed) takenDown.push(takenDownAt(address));
      edition = news.number;
      return [...named].sort((a, b) => b.hits - a.hits);
    },
    turnDay: () => {
      for (const one of kept.values()) one.named = true;
    },
    size: () => ({ count: kept.size, bytes: kept.calculatedSize }),
  };
};
