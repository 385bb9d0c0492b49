/** One process's window on `archive.db`: reopened when the file was replaced, with small tables held between editions. */
import { archiveIdentity, openForReading, type Database } from '#archive/database';
import type { PhotoFacts } from '#archive/reading';
import { never } from '#archive/schema';
import { nextChangeAfter } from '#archive/store/nextChange';
import type { Moment } from '#model/moment';
import type { AboutPage, Author, Category, Series, Video } from '#model/people';

/** Small tables as they stand in the present edition. */
export type Held = {
  readonly edition: { readonly number: number; readonly at: Moment };
  readonly authors: ReadonlyMap<string, Author>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly series: ReadonlyMap<string, Series>;
  readonly videos: ReadonlyMap<string, Video>;
  readonly pages: ReadonlyMap<string, AboutPage>;
  /** Facts of pictures by the picture's path. */
  readonly photoFacts: ReadonlyMap<string, PhotoFacts>;
};

/** What queries work with. */
export type Window = {
  readonly preview: boolean;
  db(): Database;
  held(): Held;
  /**
   * A count that costs a look at many rows, worked out once for each edition and kept until time alone changes what the
   * public sees. `name` tells it from all other counts.
   */
  counted<Count>(name: string, now: Moment, count: () => Count): Count;
  close(): void;
};

const entities = <Value>(db: Database, kind: string): Map<string, Value> =>
  new Map(
    db
      .all<{ slug: string; data: string }>('select slug, data from entity where kind = ? order by sort, slug', kind)
      // What the archive wrote itself (`archive/store/documents.ts`).
      .map(({ slug, data }) => [slug, JSON.parse(data) as Value]),
  );

const hold = (db: Database): Held => ({
  edition: db.one<{ number: number; at: Moment }>('select number, at from edition order by number desc limit 1') ?? {
    number: 0,
    at: 0,
  },
  authors: entities<Author>(db, 'author'),
  categories: entities<Category>(db, 'category'),
  series: entities<Series>(db, 'series'),
  videos: entities<Video>(db, 'video'),
  pages: entities<AboutPage>(db, 'page'),
  photoFacts: entities<PhotoFacts>(db, 'photo-facts'),
});

/** Counts that are kept at most, e.g. one for each author of a large paper. */
const mostCounts = 5000;

/** Counts as they stand from one moment to the next at which something opens or closes. */
type Counts = { readonly from: Moment; readonly until: Moment; readonly by: Map<string, unknown> };

/** Looks for a replaced file at most this often, in milliseconds: a stale handle would read the old archive for ever. */
const lookEvery = 1000;

/** The archive that lies there now, where it holds an edition already; one that is just being built does not. */
const finished = (dataDir: string): Database | undefined => {
  let db: Database | undefined;
  try {
    db = openForReading(dataDir);
    if (db.one('select 1 as one from edition limit 1')) return db;
  } catch {
    // Not there again, or not readable yet: it is looked for in a second.
  }
  db?.close();
  return undefined;
};

/** Opens a window. Throws `ArchiveFault` at the first question where there is no archive yet. */
export const openWindow = (dataDir: string, preview: boolean): Window => {
  let open: { db: Database; inode: number } | undefined;
  let lookedAt = 0;
  let held: { version: number; value: Held } | undefined;
  let counts: Counts | undefined;
  const close = (): void => {
    open?.db.close();
    open = undefined;
    held = undefined;
    counts = undefined;
  };
  /** Goes over to a file that took the old one's place, as soon as it holds an edition: until then the old one answers. */
  const look = (opened: { readonly inode: number }): void => {
    const inode = archiveIdentity(dataDir);
    if (inode === 0 || inode === opened.inode) return;
    const next = finished(dataDir);
    if (!next) return;
    close();
    open = { db: next, inode };
  };
  const db = (): Database => {
    const moment = performance.now();
    if (open && moment - lookedAt > lookEvery) {
      lookedAt = moment;
      look(open);
    }
    open ??= { db: openForReading(dataDir), inode: archiveIdentity(dataDir) };
    return open.db;
  };
  /** Nothing else of this process runs until a question is answered; a list of a hundred asks once instead of 400 times. */
  let looked = false;
  const heldNow = (): Held => {
    if (held && looked) return held.value;
    looked = true;
    queueMicrotask(() => (looked = false));
    const version = db().dataVersion();
    if (held?.version !== version) {
      held = { version, value: hold(db()) };
      counts = undefined;
    }
    return held.value;
  };
  const countsAt = (now: Moment): Counts => {
    heldNow();
    if (!counts || now < counts.from || now >= counts.until || counts.by.size >= mostCounts)
      counts = { from: now, until: nextChangeAfter(db(), now) ?? never, by: new Map() };
    return counts;
  };
  return {
    preview,
    db,
    held: heldNow,
    counted<Count>(name: string, now: Moment, count: () => Count): Count {
      const { by } = countsAt(now);
      // `as`: whoever names a count makes it, so it is of the kind that is asked for.
      if (by.has(name)) return by.get(name) as Count;
      const made = count();
      by.set(name, made);
      return made;
    },
    close,
  };
};

/** The gate as SQL over the columns of `article` (alias `a`), for one `?` holding the moment twice. */
export const openAt = 'a.public_from <= ? and a.public_until > ?';

/** Values for `openAt`; in development everything passes and is marked instead. */
export const openValues = (window: Window, now: Moment): readonly [Moment, Moment] =>
  window.preview ? [never, -1] : [now, now];

/**
 * Ids of articles that the public may not see, for the values of `openAt`: two scans of indexes, and few rows. A long list
 * is counted as everything less these, because a look at every article of it takes ten times as long.
 */
export const shutIds =
  'select id from article where public_from > ? union select id from article where public_until <= ?';
