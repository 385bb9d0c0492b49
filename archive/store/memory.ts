/** What the archive remembers of addresses that were once public: they redirect or answer 410, and are never just lost. */
import type { Database } from '#archive/database';
import type { Moment } from '#model/moment';

/** An article that has been taken out of `content/`, as the archive knew it. */
export type Leaver = {
  readonly file: string;
  readonly address: string;
  readonly hash: string;
  readonly bodyHash: string;
  readonly headlineKey: string;
  readonly wasPublic: boolean;
};

/** The article of a file, before it is taken out; `undefined` where the file was no article. */
export const leaverOf = (db: Database, file: string, now: Moment): Leaver | undefined =>
  db.one<Leaver>(
    `select a.file, a.address, d.hash, a.body_hash as bodyHash, a.headline_key as headlineKey,
       (a.public_from <= ?) as wasPublic
     from article a left join document d on d.file = a.file where a.file = ?`,
    now,
    file,
  );

type Newcomer = { readonly file: string; readonly address: string };

/**
 * The file that a leaver became: the same bytes, the same words, or the same headline by the same authors, among the files
 * that are new in this edition. Words alone count only where there are some.
 */
const becameOf = (db: Database, leaver: Leaver, newFiles: ReadonlySet<string>): Newcomer | undefined => {
  const rows = db.all<Newcomer>(
    `select a.file, a.address from article a join document d on d.file = a.file
     where d.hash = ? or (a.body_hash = ? and a.body_hash <> '') or a.headline_key = ?
     order by d.hash = ? desc, a.body_hash = ? desc, a.published_at`,
    leaver.hash,
    leaver.bodyHash,
    leaver.headlineKey,
    leaver.hash,
    leaver.bodyHash,
  );
  return rows.find((row) => newFiles.has(row.file));
};

/** Remembers where the leavers went; an address that comes back to life is forgotten here. */
export const remember = (
  db: Database,
  leavers: readonly Leaver[],
  newFiles: ReadonlySet<string>,
  now: Moment,
): void => {
  for (const leaver of leavers) {
    if (!leaver.wasPublic) continue;
    const became = newFiles.size > 0 ? becameOf(db, leaver, newFiles) : undefined;
    db.run(
      'insert or replace into memory (address, became, at, moved_to) values (?, ?, ?, ?)',
      leaver.address,
      became ? 'moved' : 'deleted',
      now,
      became?.address ?? null,
    );
    // One hop for ever: what once moved to the leaver's address moves on with it.
    if (became) db.run('update memory set moved_to = ? where moved_to = ?', became.address, leaver.address);
  }
  db.run('delete from memory where address in (select address from article) or address = moved_to');
};
