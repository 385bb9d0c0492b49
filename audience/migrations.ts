/** The steps by which the audience database came to its present shape: the same for SQLite and PostgreSQL, never edited, only added to. */
import type { Kysely, Migration } from 'kysely';

// A migration knows the tables of its own time, not those of `schema.ts`, which go on changing.
type AnyDb = Kysely<unknown>;

const newsletters: Migration = {
  up: async (db: AnyDb) => {
    await db.schema
      .createTable('reader')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('mailbox', 'text', (column) => column.notNull().unique())
      .addColumn('confirmed_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('choice')
      .addColumn('reader_id', 'text', (column) => column.notNull())
      .addColumn('newsletter', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('choice_key', ['reader_id', 'newsletter'])
      .execute();
    await db.schema.createIndex('choice_newsletter').on('choice').column('newsletter').execute();
    await db.schema
      .createTable('sign_up')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('mailbox', 'text', (column) => column.notNull())
      .addColumn('newsletters', 'text', (column) => column.notNull())
      .addColumn('consent_version', 'text', (column) => column.notNull())
      .addColumn('consent_words', 'text', (column) => column.notNull())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .addColumn('confirmed_at', 'bigint')
      .addColumn('letter_due', 'bigint')
      .addColumn('letter_tries', 'integer', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('sign_up_mailbox').on('sign_up').column('mailbox').execute();
    await db.schema.createIndex('sign_up_due').on('sign_up').column('letter_due').execute();
    await db.schema
      .createTable('allowance')
      .addColumn('mailbox_hash', 'text', (column) => column.primaryKey())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('used', 'integer', (column) => column.notNull())
      .execute();
  },
};

const herald: Migration = {
  up: async (db: AnyDb) => {
    await db.schema
      .createTable('told')
      .addColumn('address', 'text', (column) => column.primaryKey())
      .addColumn('mark', 'text', (column) => column.notNull())
      .addColumn('lists', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('call')
      .addColumn('receiver', 'text', (column) => column.notNull())
      .addColumn('url', 'text', (column) => column.notNull())
      .addColumn('asked', 'integer', (column) => column.notNull())
      .addColumn('taken', 'integer', (column) => column.notNull())
      .addColumn('due', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('call_key', ['receiver', 'url'])
      .execute();
    await db.schema.createIndex('call_due').on('call').columns(['receiver', 'due']).execute();
  },
};

const reads: Migration = {
  up: async (db: AnyDb) => {
    await db.schema
      .createTable('read_count')
      .addColumn('span', 'text', (column) => column.notNull())
      .addColumn('starts', 'bigint', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('reads', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('read_count_key', ['span', 'starts', 'address'])
      .execute();
  },
};

/** All steps by name; they run in the order of their names. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-newsletters': newsletters,
  '0002-herald': herald,
  '0003-reads': reads,
};
