/** Kysely over libsql's synchronous connection: one connection, waits its turn, every transaction a writer from its start. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver } from 'kysely';
import { type QueryResult, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import Libsql from 'libsql';

const openConnection = (file: string): Libsql.Database => {
  mkdirSync(dirname(file), { recursive: true });
  // It holds addresses of people: made readable for this user alone, and SQLite gives its companions the same rights.
  closeSync(openSync(file, 'a', 0o600));
  const connection = new Libsql(file);
  // `synchronous = full`: a reader who saw "Check your mail" must get it, even where the machine loses its power.
  // `secure_delete`: what is deleted leaves no copy in the file.
  connection.exec('pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full');
  connection.exec('pragma secure_delete = on');
  return connection;
};

/** Runs queries on the one connection. Rows of `all()` are plain; `get()` would add a key of its own. */
class LibsqlConnection implements DatabaseConnection {
  readonly #connection: Libsql.Database;

  constructor(connection: Libsql.Database) {
    this.#connection = connection;
  }

  executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const statement = this.#connection.prepare(sql);
    // `as`: the boundary to SQL, where the compiler cannot see the columns.
    if (statement.reader) return Promise.resolve({ rows: statement.all(parameters) as Row[] });
    const { changes } = statement.run(parameters);
    return Promise.resolve({ rows: [], numAffectedRows: BigInt(changes) });
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('Nobody streams from the audience database.');
  }
}

/**
 * Whose turn it is with a file. SQLite waits for another writer by stopping the process, which is right where that writer
 * is another process and for ever wrong where it is another connection of this one.
 */
const turns = new Map<string, Promise<void>>();

class LibsqlDriver implements Driver {
  readonly #file: string;
  #connection: Libsql.Database | undefined;
  #release: () => void = () => undefined;

  constructor(file: string) {
    this.#file = file;
  }

  // Asynchronous, so that a file which cannot be opened is a rejection and not an exception.
  async init(): Promise<void> {
    this.#connection = await Promise.resolve(this.#file).then(openConnection);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = turns.get(this.#file);
    let release: () => void = () => undefined;
    turns.set(this.#file, new Promise((free) => (release = free)));
    await before;
    this.#release = release;
    if (!this.#connection) {
      release();
      throw new Error('The audience database is closed.');
    }
    return new LibsqlConnection(this.#connection);
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  /** A transaction that only reads at first cannot become a writer while another process writes; so it is one at once. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Where the disk was full SQLite has undone everything by itself. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#connection?.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  destroy(): Promise<void> {
    this.#connection?.close();
    this.#connection = undefined;
    return Promise.resolve();
  }
}

/** SQLite can undo changes of tables, so several processes that migrate at once do it one after the other. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** The dialect for a file, which is made where it is not there. */
export const sqliteDialect = (file: string): Dialect => ({
  createAdapter: () => new TransactionalAdapter(),
  createDriver: () => new LibsqlDriver(file),
  createIntrospector: (db) => new SqliteIntrospector(db),
  createQueryCompiler: () => new SqliteQueryCompiler(),
});
