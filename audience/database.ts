/** Alone opens the audience database: SQLite in the data folder, or PostgreSQL where `DATABASE_URL` says so. */
import { join } from 'node:path';
import { type Dialect, Kysely, Migrator, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { migrations } from '#audience/migrations';
import type { Db, Tables } from '#audience/schema';
import { sqliteDialect } from '#audience/sqlite';

/** Where the database is. */
export type DatabasePlace = { readonly dataDir: string; readonly databaseUrl?: string | undefined };

/** The database, brought into its present shape before it is first used. */
export type AudienceDatabase = {
  /** Rejects where it cannot be reached; the next question tries again. */
  readonly ready: () => Promise<Db>;
  readonly close: () => Promise<void>;
};

/** Number of PostgreSQL's type for whole numbers of 64 bits, which `pg` gives as text unless told otherwise. */
const int8 = 20;

/** A reader waits no longer than this for a database, in milliseconds. */
const patience = 5000;

/** `lost`: hears that a resting connection broke; the pool makes a new one. The package is read by who needs it alone. */
const poolOf = async (url: string, lost: (reason: string) => void): Promise<Pool> => {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: 5,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
    application_name: 'standfirst',
    // Moments in milliseconds are far below 2^53.
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // Without a listener the process would end when the database restarts.
  pool.on('error', (fault) => lost(codeOf(fault)));
  return pool;
};

const postgresDialect = (url: string, lost: (reason: string) => void): Dialect =>
  new PostgresDialect({ pool: () => poolOf(url, lost) });

const codeOf = (fault: Error & { readonly code?: unknown }): string =>
  typeof fault.code === 'string' ? fault.code : fault.name;

const migrate = async (db: Db): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error instanceof Error ? error : new Error(String(error));
};

/** Opens nothing yet: the first question does. */
export const audienceDatabase = (
  { dataDir, databaseUrl }: DatabasePlace,
  lost: (reason: string) => void = () => undefined,
): AudienceDatabase => {
  const dialect = databaseUrl ? postgresDialect(databaseUrl, lost) : sqliteDialect(join(dataDir, 'audience.db'));
  const db = new Kysely<Tables>({ dialect });
  let migrated: Promise<void> | undefined;
  const ready = async (): Promise<Db> => {
    migrated ??= migrate(db);
    const attempt = migrated;
    try {
      await attempt;
    } catch (fault) {
      if (migrated === attempt) migrated = undefined;
      throw fault;
    }
    return db;
  };
  return { ready, close: () => db.destroy() };
};
