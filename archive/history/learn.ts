/** Teaches a new archive what git knows of addresses, so that every node answers for what was once public. */
import type { Database } from '#archive/database';
import { pastAddresses, versionsNeeded, type PastAddresses } from '#archive/history/pastAddresses';
import { readVersions } from '#archive/history/pastVersion';
import { readLog } from '#archive/history/readLog';
import type { ReadingContext } from '#archive/reading';
import { freeName } from '#archive/store/firstAddress';
import type { Changes } from '#archive/store/changes';
import { noteSpelling } from '#archive/store/spelling';
import type { Address } from '#model/article';

const setting = 'history';

/** Attempts at most: an old version that kills its reader must not do so at every start. */
const mostAttempts = 3;

const attemptsOf = (db: Database): number | 'done' => {
  const value = db.one<{ value: string }>('select value from setting where name = ?', setting)?.value;
  return value === undefined || /^\d+$/.test(value) ? Number(value ?? 0) : 'done';
};

/** Whether an archive has been taught already, so that it remembers by itself, or was tried to be taught too often. */
export const knowsHistory = (db: Database): boolean => {
  const attempts = attemptsOf(db);
  return attempts === 'done' || attempts >= mostAttempts;
};

const write = (db: Database, value: string): void =>
  void db.run('insert or replace into setting (name, value) values (?, ?)', setting, value);

/** Notes that history is about to be read. */
export const beginHistory = (db: Database): void => {
  const attempts = attemptsOf(db);
  if (attempts !== 'done') write(db, String(attempts + 1));
};

/** Reads what git knows; `undefined` where the folder is in no checkout or git does not answer. */
export const readHistory = async (contentDir: string, context: ReadingContext): Promise<PastAddresses | undefined> => {
  const commits = await readLog(contentDir);
  return commits && pastAddresses(commits, await readVersions(contentDir, versionsNeeded(commits), context));
};

const isLiving = (db: Database, address: Address): boolean =>
  db.one('select 1 as one from article where address = ?', address) !== undefined;

/** What the archive saw itself is more than what git tells: it knows when. */
const rememberPast = (db: Database, { became }: PastAddresses, changes: Changes): void => {
  for (const [address, { at, movedTo }] of became) {
    if (address === movedTo || isLiving(db, address)) continue;
    if (db.one('select 1 as one from memory where address = ?', address)) continue;
    const moved = movedTo === undefined ? 'deleted' : 'moved';
    db.run(
      'insert into memory (address, became, at, moved_to) values (?, ?, ?, ?)',
      address,
      moved,
      at,
      movedTo ?? null,
    );
    noteSpelling(db, address);
    changes.add(address);
  }
};

/** In an archive that has told no feed reader anything yet, pieces get the names that they had before. */
const renameFirst = (db: Database, { first }: PastAddresses, changes: Changes): void => {
  for (const [address, oldest] of first) {
    const row = db.one<{ first: Address; file: string }>(
      'select f.first, a.file from first_address f join article a on a.address = f.address where f.address = ?',
      address,
    );
    if (!row || row.first === oldest) continue;
    const holder = db.one<{ address: Address }>('select address from first_address where first = ?', oldest);
    // Another piece stands where this one stood first: the name of the place went along with the piece.
    if (holder) db.run('update first_address set first = ? where address = ?', freeName(db, oldest), holder.address);
    db.run('update first_address set first = ? where address = ?', oldest, address);
    changes.file(db, row.file);
  }
};

/** Writes into the archive what git knows; `isNew` where no earlier archive of this node has named anything for feeds. */
export const learnHistory = (
  db: Database,
  past: PastAddresses | undefined,
  { changes, isNew }: { readonly changes: Changes; readonly isNew: boolean },
): void => {
  if (past) {
    rememberPast(db, past, changes);
    if (isNew) renameFirst(db, past, changes);
  }
  write(db, past ? 'read' : 'none');
};
