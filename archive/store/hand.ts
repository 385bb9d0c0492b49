/** The work in hand while stock is taken: what changed, what waits, what must be judged anew. */
import type { Database } from '#archive/database';
import type { PackedReading } from '#archive/desk';
import type { Desks } from '#archive/desks';
import type { InHand } from '#archive/inHand';
import type { ReadingContext } from '#archive/reading';
import type { Changes } from '#archive/store/changes';
import { putValue } from '#archive/store/documents';
import type { KnownMedia } from '#archive/store/knownMedia';
import type { Leaver } from '#archive/store/memory';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** Where stock is taken, and when. */
export type StockPlace = {
  readonly db: Database;
  readonly desks: Desks;
  readonly context: ReadingContext;
  readonly now: Moment;
  readonly contentDir: string;
  readonly site: Pick<Site, 'timeZone'>;
  /** Files that killed a process that read them; absent where nobody keeps count. */
  readonly inHand?: InHand;
  /** What was found of pictures and the like before, where no archive is kept. */
  readonly knownMedia?: KnownMedia;
  readonly progress?: (read: number, of: number) => void;
};

/** Work in hand while stock is taken. */
export type Hand = StockPlace & {
  readonly changes: Changes;
  /** Files whose problems with the rest must be judged anew. */
  readonly affected: Set<string>;
  /** Articles that the archive did not have, whether their files are new or were broken until now. */
  readonly newFiles: Set<string>;
  readonly leavers: Leaver[];
  /** Readings that wait until the rest is known, by file. */
  readonly waiting: Map<string, PackedReading>;
  readonly fromGit: () => boolean;
  read: number;
};

/** Notes every address that shows what stands in a file. */
export const noteChange = (hand: Hand, file: string): void => hand.changes.file(hand.db, file);

/** Puts the value of a reading in; both what it was and what it is now change pages. */
export const put = (hand: Hand, reading: PackedReading): void => {
  if (!reading.value) return;
  const { db, newFiles } = hand;
  if (reading.kind === 'article' && !db.one('select 1 as one from article where file = ?', reading.file))
    newFiles.add(reading.file);
  noteChange(hand, reading.file);
  putValue(hand.db, reading.file, reading.value);
  noteChange(hand, reading.file);
};
