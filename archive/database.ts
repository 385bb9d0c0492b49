/** Alone opens `archive.db`: one way in for the writer, one for readers, and each statement prepared once. */
import { existsSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { isCorrupt, noticing } from '#archive/damage';
import { makeFolder } from '#archive/makeFolder';
import { schema, schemaVersion } from '#archive/schema';
import { noteSpelling } from '#archive/store/spelling';

/** What a statement may be given. */
export type SqlValue = string | number | null;

/** A connection with named questions; rows come back as plain objects of the shape the caller declares. */
export type Database = {
  /** All rows. `Row` is the caller's promise about the columns it names. */
  all<Row>(sql: string, ...values: readonly SqlValue[]): Row[];
  /** The first row. */
  one<Row>(sql: string, ...values: readonly SqlValue[]): Row | undefined;
  /** Writes; answers with the id of the row it made. */
  run(sql: string, ...values: readonly SqlValue[]): number;
  /** Several statements without values. */
  exec(sql: string): void;
  /** All or nothing. */
  transaction<T>(work: () => T): T;
  /** Part of a transaction that can fail alone; what it did until then is undone, and the fault is thrown on. */
  part<T>(work: () => T): T;
  /** Undoes the whole transaction; where SQLite has done so itself, as on a full disk, nothing is left to undo. */
  rollBack(): void;
  /** Changes whenever another connection has written. */
  dataVersion(): number;
  close(): void;
};

/** The archive's file cannot be used by this process; the message says why and what to do. */
export class ArchiveFault extends Error {}

/** Where the archive lies inside the data folder. */
export const archiveFile = (dataDir: string): string => join(dataDir, 'archive.db');

/** Which file lies there now: its number on the disk, 0 where there is none. */
export const archiveIdentity = (dataDir: string): number =>
  statSync(/*turbopackIgnore: true*/ archiveFile(dataDir), { throwIfNoEntry: false })?.ino ?? 0;

const wrap = (connection: Libsql.Database): Database => {
  const rollBack = (): void => {
    if (connection.inTransaction) connection.exec('rollback');
  };
  const prepared = new Map<string, Libsql.Statement>();
  const statement = (sql: string): Libsql.Statement => {
    const known = prepared.get(sql);
    if (known) return known;
    const made = connection.prepare(sql);
    prepared.set(sql, made);
    return made;
  };
  return {
    // `as`: the boundary to SQL, where the compiler cannot see the columns.
    all: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).all(...values) as Row[],
    one: <Row>(sql: string, ...values: readonly SqlValue[]) => statement(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(statement(sql).run(...values).lastInsertRowid),
    exec: (sql) => void connection.exec(sql),
    transaction: (work) => {
      connection.exec('begin immediate');
      try {
        const result = work();
        connection.exec('commit');
        return result;
      } catch (fault) {
        rollBack();
        throw fault;
      }
    },
    rollBack,
    part: (work) => {
      statement('savepoint part').run();
      try {
        const result = work();
        statement('release part').run();
        return result;
      } catch (fault) {
        if (connection.inTransaction) connection.exec('rollback to part; release part');
        throw fault;
      }
    },
    // Prepared once like every other statement: it is asked some twenty times for a page.
    dataVersion: () =>
      (statement('pragma data_version').get() as { data_version?: number } | undefined)?.data_version ?? 0,
    close: () => {
      prepared.clear();
      connection.close();
    },
  };
};

/**
 * The list that `json_group_array` makes of all rows: ten thousand rows take longer each on its own way out of SQLite than to
 * be found. `Value` is the caller's promise about an item.
 */
export const listOf = <Value>(database: Database, sql: string, ...values: readonly SqlValue[]): readonly Value[] => {
  const row = database.one<{ list: string }>(sql, ...values);
  return row ? (JSON.parse(row.list) as Value[]) : [];
};

const versionOf = (database: Database): number =>
  database.one<{ user_version: number }>('pragma user_version')?.user_version ?? 0;

/** Tables that `content/` cannot give again, with their columns: they go over into the archive of another release. */
const lasting = {
  memory: ['address', 'became', 'at', 'moved_to'],
  first_address: ['address', 'first'],
  changed: ['address', 'at'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type LastingRows = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly SqlValue[][];
};

/** What an archive of another release knows of addresses. */
const lastingIn = (database: Database, tables: readonly { readonly name: string }[]): readonly LastingRows[] =>
  Object.entries(lasting).flatMap(([table, columns]) => {
    if (!tables.some(({ name }) => name === table)) return [];
    try {
      const rows = database.all<Record<string, SqlValue>>(`select ${columns.join(', ')} from ${table}`);
      return [{ table, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)) }];
    } catch {
      // Of a release that kept it otherwise: `content/` and git's history are what is left.
      return [];
    }
  });

/** Everything goes inside the same file and one transaction: a file replaced under a reader would be read for ever. */
const rebuild = (database: Database): void => {
  const tables = database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%'",
  );
  database.transaction(() => {
    const kept = lastingIn(database, tables);
    for (const { name } of tables) database.exec(`drop table if exists "${name}"`);
    database.exec(schema);
    for (const { table, columns, rows } of kept) {
      const places = columns.map(() => '?').join(', ');
      for (const row of rows) {
        database.run(`insert into ${table} (${columns.join(', ')}) values (${places})`, ...row);
        // How old addresses are spelled follows from what is remembered.
        if (table === 'memory') noteSpelling(database, String(row[0]));
      }
    }
    database.exec(`pragma user_version = ${schemaVersion}`);
  });
};

const openConnection = (file: string): Database => {
  const database = wrap(new Libsql(file));
  database.exec(
    'pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 5000; pragma cache_size = -65536',
  );
  database.all('select count(*) as n from sqlite_master');
  if (versionOf(database) !== schemaVersion) rebuild(database);
  return database;
};

/** Whether a fault is one of the machine (a full disk, no memory, a file that is locked), not of what was written. */
export const isOfMachine = (fault: unknown): boolean =>
  fault instanceof Error &&
  /SQLITE_(?:FULL|IOERR|NOMEM|BUSY|LOCKED|READONLY|CANTOPEN|PROTOCOL|INTERRUPT|CORRUPT|NOTADB)/.test(
    String((fault as { code?: unknown }).code),
  );

/** Moves a file that SQLite calls corrupt aside; it is derived, so nothing is lost. */
export const setCorruptArchiveAside = (dataDir: string): void => {
  for (const end of ['', '-wal', '-shm']) {
    const file = archiveFile(dataDir) + end;
    if (existsSync(/*turbopackIgnore: true*/ file)) renameSync(/*turbopackIgnore: true*/ file, `${file}.corrupt`);
  }
};

/** Opens the archive for the one writer, making or emptying it where it is new, of another shape, or corrupt. */
export const openForWriting = (dataDir: string): Database => {
  if (dataDir === ':memory:') return openConnection(dataDir);
  makeFolder(dirname(archiveFile(dataDir)));
  // What SQLite kept beside a file that somebody deleted or emptied belongs to no other, and a reader may still hold it.
  const size = statSync(/*turbopackIgnore: true*/ archiveFile(dataDir), { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) setCorruptArchiveAside(dataDir);
  try {
    return openConnection(archiveFile(dataDir));
  } catch (fault) {
    if (!isCorrupt(fault)) throw fault;
    setCorruptArchiveAside(dataDir);
    return openConnection(archiveFile(dataDir));
  }
};

/** A database whose reader says where its file is damaged. */
const noticed = (database: Database, file: number): Database => ({
  ...database,
  all: <Row>(sql: string, ...values: readonly SqlValue[]) => noticing(file, () => database.all<Row>(sql, ...values)),
  one: <Row>(sql: string, ...values: readonly SqlValue[]) => noticing(file, () => database.one<Row>(sql, ...values)),
  exec: (sql) => noticing(file, () => database.exec(sql)),
  dataVersion: () => noticing(file, () => database.dataVersion()),
});

/** Opens the archive for reading. Throws `ArchiveFault` where there is none yet or where it is of another shape. */
export const openForReading = (dataDir: string): Database => {
  const file = archiveFile(dataDir);
  const identity = archiveIdentity(dataDir);
  if (identity === 0)
    throw new ArchiveFault(`There is no archive at ${file} yet. The publisher makes it from content/.`);
  const database = noticed(wrap(new Libsql(file)), identity);
  database.exec(
    'pragma query_only = 1; pragma busy_timeout = 5000; pragma cache_size = -32768; pragma mmap_size = 268435456',
  );
  if (versionOf(database) === schemaVersion) return database;
  database.close();
  throw new ArchiveFault(`The archive at ${file} was made by another release. The publisher makes it anew.`);
};
