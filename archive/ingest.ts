/** Brings the archive in step with `content/`: reads what changed, checks it against the rest, and makes one edition of it. */
import { openForWriting, type Database } from '#archive/database';
import { openDesks, type Desks } from '#archive/desks';
import { beginHistory, knowsHistory, learnHistory, readHistory } from '#archive/history/learn';
import { openInHand, type InHand } from '#archive/inHand';
import type { PastAddresses } from '#archive/history/pastAddresses';
import { makeFolder } from '#archive/makeFolder';
import type { ReadingContext } from '#archive/reading';
import { startChanges } from '#archive/store/changes';
import { makeEdition, type EditionNote } from '#archive/store/edition';
import type { KnownMedia } from '#archive/store/knownMedia';
import { nextChangeAfter } from '#archive/store/nextChange';
import { readWith } from '#archive/store/readWith';
import { stockOf, takeStock, type Stock } from '#archive/store/stock';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** What ingest needs to know of this machine and this publication. */
export type IngestPlace = {
  readonly contentDir: string;
  /** Folder of `archive.db`, or `:memory:` for a check that leaves nothing behind. */
  readonly dataDir: string;
  readonly site: Pick<Site, 'timeZone' | 'timeZoneName' | 'smartPunctuation'>;
  readonly siteUrl?: string;
  /** What is known of files that kill their reader; without it, what the data folder knows. */
  readonly inHand?: InHand;
  /** For a check: what was found of pictures and the like before. */
  readonly knownMedia?: KnownMedia;
  readonly now: () => Moment;
  /** Told how many files have been read of how many, for progress on long runs. */
  readonly progress?: (read: number, of: number) => void;
};

/** The one writer of the archive. */
export type Ingest = {
  /**
   * Makes an edition of what changed. Without `paths` the whole folder is compared; with them (inside the content folder,
   * as the disk spells them) only those are looked at.
   */
  run(paths?: readonly string[]): Promise<EditionNote>;
  /**
   * Teaches an archive that is new what git knows of addresses, beside everything else; the edition in which they stand,
   * or `undefined` where the archive knew it already. Asked after the first edition.
   */
  learnHistory(): Promise<EditionNote | undefined>;
  /** The next moment at which something becomes public or stops being so, after the moment that was last published of. */
  nextChange(): Moment | undefined;
  /** For `check`: the open database, to ask what was found. */
  readonly db: Database;
  close(): Promise<void>;
};

const contextOf = ({ site, siteUrl }: IngestPlace): ReadingContext => ({
  timeZone: site.timeZone,
  timeZoneName: site.timeZoneName,
  siteUrl,
  smartPunctuation: site.smartPunctuation,
});

/** Opens the archive for writing; nothing is read before the first `run`. */
export const createIngest = (place: IngestPlace): Ingest => {
  if (place.dataDir !== ':memory:') makeFolder(place.dataDir);
  const db = openForWriting(place.dataDir);
  const context = contextOf(place);
  const inHand = place.inHand ?? (place.dataDir === ':memory:' ? undefined : openInHand(place.dataDir));
  const desks: Desks = openDesks(place.contentDir, context, inHand);
  let running: Promise<unknown> = Promise.resolve();
  /** The moment of which the last run made the paper. What falls due while a run is busy is still to come. */
  let publishedOf: Moment | undefined;
  const isNew = db.one('select 1 as one from first_address limit 1') === undefined;
  const runOnce = async (paths: readonly string[] | undefined): Promise<EditionNote> => {
    const now = place.now();
    db.exec('begin immediate');
    try {
      readWith(db, context);
      const stock: Stock = await takeStock({ ...place, db, desks, context, now, ...(inHand && { inHand }) }, paths);
      const note = makeEdition(db, stock, now);
      db.exec('commit');
      publishedOf = now;
      return note;
    } catch (fault) {
      db.rollBack();
      throw fault;
    }
  };
  /** One edition after the other: the second begins where the first ended, however it ended. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = running.then(work);
    running = next.catch(() => undefined);
    return next;
  };
  const learn = async (past: PastAddresses | undefined): Promise<EditionNote> => {
    const now = place.now();
    const changes = startChanges(place.site.timeZone);
    return db.transaction(() => {
      learnHistory(db, past, { changes, isNew });
      return makeEdition(db, stockOf(db, changes), now);
    });
  };
  return {
    db,
    run: (paths) => inTurn(() => runOnce(paths)),
    async learnHistory() {
      if (knowsHistory(db)) return undefined;
      await inTurn(() => Promise.resolve(db.transaction(() => beginHistory(db))));
      const past = await readHistory(place.contentDir, context);
      return inTurn(() => learn(past));
    },
    nextChange: () => {
      const now = place.now();
      // A clock that was set back is believed.
      return nextChangeAfter(db, Math.min(publishedOf ?? now, now));
    },
    async close() {
      await running;
      await desks.close();
      db.close();
    },
  };
};
