/** What is written about readers and asked of them: each function is one question or one transaction. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Limit } from '#audience/networkLimit';
import { type Db, joined, parted, type ReaderRow, type SignUpRow } from '#audience/schema';
import type { Moment } from '#model/moment';

/** What somebody asks for, and the words they agree to by asking. */
export type Wish = {
  readonly address: string;
  readonly mailbox: string;
  readonly newsletters: readonly string[];
  readonly consent: { readonly version: string; readonly text: string };
};

/** A name for a row: 32 hexadecimal digits that nobody guesses. */
const newId = (): string => randomUUID().replaceAll('-', '');

const rowOf = ({ address, mailbox, newsletters, consent }: Wish, now: Moment) => ({
  id: newId(),
  address,
  mailbox,
  newsletters: joined(newsletters),
  consent_version: consent.version,
  consent_words: consent.text,
  asked_at: now,
  letter_tries: 0,
});

/** Keeps a form and the letter that asks for its confirmation, in one write: neither is ever there without the other. */
export const addSignUp = async (db: Db, wish: Wish, now: Moment, expires: Moment): Promise<void> => {
  const row = { ...rowOf(wish, now), expires_at: expires, confirmed_at: null, letter_due: now };
  await db.insertInto('sign_up').values(row).execute();
};

/** Counts one more for a mailbox (given as its hash) and says whether it may be. One statement, so that no two slip through together. */
export const mayAskFor = async (db: Db, hash: string, { most, within }: Limit, now: Moment): Promise<boolean> => {
  const { used } = await db
    .insertInto('allowance')
    .values({ mailbox_hash: hash, since: now, used: 1 })
    .onConflict((conflict) =>
      conflict.column('mailbox_hash').doUpdateSet({
        used: sql<number>`case when allowance.since <= ${now - within} then 1 else allowance.used + 1 end`,
        since: sql<number>`case when allowance.since <= ${now - within} then excluded.since else allowance.since end`,
      }),
    )
    .returning('used')
    .executeTakeFirstOrThrow();
  return used <= most;
};

/** A form that was sent and is neither stopped nor forgotten. */
export const signUpById = (db: Db, id: string): Promise<SignUpRow | undefined> =>
  db.selectFrom('sign_up').selectAll().where('id', '=', id).executeTakeFirst();

/** A reader, and the newsletters they receive. */
export const readerBy = async (
  db: Db,
  column: 'id' | 'mailbox',
  value: string,
): Promise<(ReaderRow & { readonly newsletters: readonly string[] }) | undefined> => {
  const reader = await db.selectFrom('reader').selectAll().where(column, '=', value).executeTakeFirst();
  if (!reader) return undefined;
  const choices = await db.selectFrom('choice').select('newsletter').where('reader_id', '=', reader.id).execute();
  return { ...reader, newsletters: choices.map(({ newsletter }) => newsletter) };
};

/** Makes a reader of a sign-up, or adds its newsletters to theirs. `undefined` where it is not there any more. */
export const confirmSignUp = (db: Db, id: string, now: Moment): Promise<{ readonly reader: string } | undefined> =>
  db.transaction().execute(async (work) => {
    const confirmed = await work
      .updateTable('sign_up')
      .set({ confirmed_at: now, letter_due: null })
      .where('id', '=', id)
      .where('confirmed_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!confirmed) return confirmedBefore(work, id);
    const { address, mailbox, newsletters } = confirmed;
    const { id: reader } = await work
      .insertInto('reader')
      .values({ id: newId(), address, mailbox, confirmed_at: now })
      .onConflict((conflict) => conflict.column('mailbox').doUpdateSet({ mailbox }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await addChoices(work, reader, parted(newsletters));
    return { reader };
  });

const confirmedBefore = async (db: Db, id: string): Promise<{ readonly reader: string } | undefined> => {
  const signUp = await signUpById(db, id);
  const reader = signUp && (await readerBy(db, 'mailbox', signUp.mailbox));
  return reader && { reader: reader.id };
};

const addChoices = async (db: Db, reader: string, newsletters: readonly string[]): Promise<void> => {
  if (newsletters.length === 0) return;
  await db
    .insertInto('choice')
    .values(newsletters.map((newsletter) => ({ reader_id: reader, newsletter })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Holds a reader's row until the transaction ends, so that nobody is forgotten while something is added to them. */
const hold = (db: Db, id: string): Promise<ReaderRow | undefined> =>
  db
    .updateTable('reader')
    .set((row) => ({ mailbox: row.ref('mailbox') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();

/** Replaces a reader's choice and records what they agreed to. False where the reader is not there any more. */
export const chooseFor = (
  db: Db,
  id: string,
  { newsletters, consent }: Pick<Wish, 'newsletters' | 'consent'>,
  now: Moment,
): Promise<boolean> =>
  db.transaction().execute(async (work) => {
    const reader = await hold(work, id);
    if (!reader) return false;
    await work.deleteFrom('choice').where('reader_id', '=', id).execute();
    await addChoices(work, id, newsletters);
    const { address, mailbox } = reader;
    const record = rowOf({ address, mailbox, newsletters, consent }, now);
    await work
      .insertInto('sign_up')
      .values({ ...record, expires_at: now, confirmed_at: now, letter_due: null })
      .execute();
    return true;
  });

/** Takes one newsletter from a reader; who then receives nothing is forgotten. */
export const stopNewsletter = (db: Db, id: string, newsletter: string): Promise<void> =>
  db.transaction().execute(async (work) => {
    const reader = await hold(work, id);
    if (!reader) return;
    await work.deleteFrom('choice').where('reader_id', '=', id).where('newsletter', '=', newsletter).execute();
    const left = await work.selectFrom('choice').select('newsletter').where('reader_id', '=', id).execute();
    if (left.length === 0) await forgetIn(work, reader.mailbox);
  });

/** Deletes everything that is kept of a mailbox: reader, choice, what was agreed to, letters that wait. */
export const forgetMailbox = (db: Db, mailbox: string): Promise<void> =>
  db.transaction().execute((work) => forgetIn(work, mailbox));

const forgetIn = async (db: Db, mailbox: string): Promise<void> => {
  // Sign-ups first: a confirmation that runs at the same moment is waited for here, and the reader it made is found below.
  await db.deleteFrom('sign_up').where('mailbox', '=', mailbox).execute();
  const reader = await db.deleteFrom('reader').where('mailbox', '=', mailbox).returning('id').executeTakeFirst();
  if (reader) await db.deleteFrom('choice').where('reader_id', '=', reader.id).execute();
};

/** Deletes addresses that were never confirmed, and counts that count for nothing any more. */
export const sweep = async (db: Db, now: Moment, within: number): Promise<void> => {
  await db.deleteFrom('sign_up').where('confirmed_at', 'is', null).where('expires_at', '<=', now).execute();
  await db
    .deleteFrom('allowance')
    .where('since', '<=', now - within)
    .execute();
};
