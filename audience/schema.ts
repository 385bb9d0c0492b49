/** Tables of the audience database, as the compiler sees them. Moments are milliseconds since 1970 UTC. */
import type { Kysely } from 'kysely';

/** Somebody who asked for letters and confirmed it. */
export type ReaderRow = {
  id: string;
  /** Where letters go, as it was typed. */
  address: string;
  /** The address in small letters: one mailbox is one reader, however it is typed. */
  mailbox: string;
  confirmed_at: number;
};

/** One newsletter that one reader receives. */
export type ChoiceRow = { reader_id: string; newsletter: string };

/**
 * What somebody asked for and agreed to. Until it is confirmed it waits, and is the queue of the letters that ask for the
 * confirmation; from then on it is the record of the consent, kept as long as the reader stays.
 */
export type SignUpRow = {
  id: string;
  address: string;
  mailbox: string;
  /** Ids, with commas. */
  newsletters: string;
  consent_version: string;
  consent_words: string;
  asked_at: number;
  expires_at: number;
  /** When the button was pressed; pressing it again changes nothing. */
  confirmed_at: number | null;
  /** When the letter is to be sent, or tried again; null once it went out. */
  letter_due: number | null;
  letter_tries: number;
};

/** How often something was asked for one mailbox; the mailbox itself is not in it. */
export type AllowanceRow = { mailbox_hash: string; since: number; used: number };

/** The whole database. */
export type Tables = {
  reader: ReaderRow;
  choice: ChoiceRow;
  sign_up: SignUpRow;
  allowance: AllowanceRow;
};

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>;

/** Newsletters as they stand in one column. Their ids hold no commas: they are ids. */
export const joined = (newsletters: readonly string[]): string => newsletters.join(',');

/** The ids in such a column. */
export const parted = (column: string): readonly string[] => column.split(',').filter(Boolean);
