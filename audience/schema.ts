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

/**
 * What the world was told of one address. It decides whether a change is news, also after the archive was built anew and on
 * every node: whoever writes the new mark first is the one who tells.
 */
export type ToldRow = {
  address: string;
  /** Mark of what was public; empty since it is gone. */
  mark: string;
  /** Lists that showed it, with blanks between: their feeds change when it goes. */
  lists: string;
};

/** One call that waits: an address that one receiver is to be told of. */
export type CallRow = {
  /** Address of the hub or search engine. */
  receiver: string;
  /** Whole address of the feed or page that changed. */
  url: string;
  /** How often it changed since it waits, and how much of that the call under way says. */
  asked: number;
  taken: number;
  /** When it may be made, or tried again. */
  due: number;
  tries: number;
};

/** How often an address was read in an hour or a day (UTC) that begins at `starts`: numbers, and nobody's name. */
export type ReadCountRow = { span: 'hour' | 'day'; starts: number; address: string; reads: number };

/** The whole database. */
export type Tables = {
  reader: ReaderRow;
  choice: ChoiceRow;
  sign_up: SignUpRow;
  allowance: AllowanceRow;
  told: ToldRow;
  call: CallRow;
  read_count: ReadCountRow;
};

/** The database, or a transaction on it. */
export type Db = Kysely<Tables>;

/** Newsletters as they stand in one column. Their ids hold no commas: they are ids. */
export const joined = (newsletters: readonly string[]): string => newsletters.join(',');

/** The ids in such a column. */
export const parted = (column: string): readonly string[] => column.split(',').filter(Boolean);
