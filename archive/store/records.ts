/** What the archive remembers of each file: its version, what is wrong with it, what it points at, which addresses it claims. */
import type { Database } from '#archive/database';
import type { PackedReading } from '#archive/desk';
import type { Reference } from '#archive/reading';
import { noteSpelling } from '#archive/store/spelling';
import { plainOldAddress } from '#model/oldAddress';
import type { Finding } from '#model/problem';

/** Writes down a file's present version; `stands` says whether this version is the one that the public sees. */
export const recordReading = (db: Database, hash: string, reading: PackedReading, stands: boolean): void => {
  db.run(
    `insert into document (file, kind, hash, problems, notes, take_down, stands) values (?, ?, ?, ?, ?, ?, ?)
     on conflict (file) do update set kind = excluded.kind, hash = excluded.hash, stamp = '', problems = excluded.problems,
       notes = excluded.notes, take_down = excluded.take_down, stands = excluded.stands`,
    reading.file,
    reading.kind,
    hash,
    JSON.stringify(reading.problems),
    JSON.stringify(reading.notes),
    reading.takeDown ? JSON.stringify(reading.takeDown) : null,
    stands ? 1 : 0,
  );
  if (reading.value) recordReferences(db, reading);
};

const recordReferences = (db: Database, reading: PackedReading): void => {
  forgetReferences(db, reading.file);
  // What a live entry asks of its article hangs on its moment too.
  const at = reading.value?.kind === 'live-entry' ? reading.value.entry.at : null;
  for (const reference of reading.references) {
    db.run(
      'insert into reference (file, what, target, base, line, "column", field, needs, at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      reading.file,
      reference.what,
      reference.to,
      reference.to.slice(reference.to.lastIndexOf('/') + 1),
      reference.line,
      reference.column,
      reference.field,
      reference.needs?.length ? reference.needs.join(' ') : null,
      at,
    );
  }
  if (reading.value?.kind !== 'article') return;
  const { address, aliases, publishedAt } = reading.value.article;
  const claim = 'insert or ignore into claim (address, file, how, published_at) values (?, ?, ?, ?)';
  db.run(claim, address, reading.file, 'address', publishedAt);
  for (const alias of aliases.map(plainOldAddress)) {
    db.run(claim, alias, reading.file, 'alias', publishedAt);
    noteSpelling(db, alias);
  }
};

const forgetReferences = (db: Database, file: string): void => {
  db.run('delete from reference where file = ?', file);
  db.run('delete from claim where file = ?', file);
};

/** Forgets a file that is no longer there. */
export const forgetFile = (db: Database, file: string): void => {
  forgetReferences(db, file);
  db.run('delete from document where file = ?', file);
};

/** A file that is no document and yet needs a word to its editor: a link, a wrong name, a folder. */
export const recordStray = (db: Database, file: string, problem: Finding): void => {
  db.run(
    `insert or replace into document (file, kind, hash, problems, notes, stands) values (?, 'stray', '', ?, '[]', 0)`,
    file,
    JSON.stringify([problem]),
  );
};

/** Where in a file something is pointed at. */
export type PlacedReference = Pick<Reference, 'line' | 'column' | 'field'> & {
  readonly what: Reference['what'];
  readonly target: string;
  readonly needs: string | null;
  /** The moment of a live entry. */
  readonly at: number | null;
};

/** All that a file points at. */
export const referencesOf = (db: Database, file: string): PlacedReference[] =>
  db.all<PlacedReference>('select what, target, line, "column", field, needs, at from reference where file = ?', file);
