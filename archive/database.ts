/** Alone opens `archive.db`: one way in for the writer, one for readers, and each statement prepared once. */
import { existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Libsql from 'libsql';
import { schema, schemaVersion } from '#archive/schema';

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
        connection.exec('rollback');
        throw fault;
      }
    },
    part: (work) => {
      statement('savepoint part').run();
      try {
        const result = work();
        statement('release part').run();
        return result;
      } catch (fault) {
        connection.exec('rollback to part; release part');
        throw fault;
      }
    },
    dataVersion: () => (connection.pragma('data_version') as { data_version: number }[])[0]?.data_version ?? 0,
    close: () => {
      prepared.clear();
      connection.close();
    },
  };
};

const versionOf = (database: Database): number =>
  database.one<{ user_version: number }>('pragma user_version')?.user_version ?? 0;

type Remembered = {
  readonly address: string;
  readonly became: string;
  readonly at: number;
  readonly moved_to: string | null;
};

/** What an archive of another release remembers of addresses: the one thing in it that `content/` cannot give again. */
const rememberedIn = (database: Database, tables: readonly { readonly name: string }[]): readonly Remembered[] => {
  if (!tables.some(({ name }) => name === 'memory')) return [];
  try {
    return database.all<Remembered>('select address, became, at, moved_to from memory');
  } catch {
    // Of a release that remembered otherwise: git's history is what is left.
    return [];
  }
};

/** Everything goes inside the same file and one transaction: a file replaced under a reader would be read for ever. */
const rebuild = (database: Database): void => {
  const tables = database.all<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'search_%'",
  );
  database.transaction(() => {
    const remembered = rememberedIn(database, tables);
    for (const { name } of tables) database.exec(`drop table if exists "${name}"`);
    database.exec(schema);
    for (const { address, became, at, moved_to: to } of remembered)
      database.run('insert into memory (address, became, at, moved_to) values (?, ?, ?, ?)', address, became, at, to);
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

/** Whether a fault says that the file itself is damaged. */
export const isCorrupt = (fault: unknown): boolean =>
  fault instanceof Error &&
  /not a database|malformed|corrupt|SQLITE_NOTADB|SQLITE_CORRUPT/i.test(
    `${fault.message} ${String((fault as { code?: unknown }).code)}`,
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
  mkdirSync(dirname(archiveFile(dataDir)), { recursive: true });
  try {
    return openConnection(archiveFile(dataDir));
  } catch (fault) {
    if (!isCorrupt(fault)) throw fault;
    setCorruptArchiveAside(dataDir);
    return openConnection(archiveFile(dataDir));
  }
};

/** Opens the archive for reading. Throws `ArchiveFault` where there is none yet or where it is of another shape. */
export const openForReading = (dataDir: string): Database => {
  const file = archiveFile(dataDir);
  if (!existsSync(/*turbopackIgnore: true*/ file))
    throw new ArchiveFault(`There is no archive at ${file} yet. The publisher makes it from content/.`);
  const database = wrap(new Libsql(file));
  database.exec(
    'pragma query_only = 1; pragma busy_timeout = 5000; pragma cache_size = -32768; pragma mmap_size = 268435456',
  );
  if (versionOf(database) === schemaVersion) return database;
  database.close();
  throw new ArchiveFault(`The archive at ${file} was made by another release. The publisher makes it anew.`);
};
