/** What is done about a damaged file of the archive: whoever meets the damage says so, whichever bundle of the process he is in. */
import { channel } from 'node:diagnostics_channel';

/** A file that is damaged, by its number on the disk: one that took its place meanwhile is another. */
export type Damage = { readonly file: number };

// Next, the compositor and the process itself have each a copy of this module; Node has one channel of a name.
const damages = channel('standfirst.archive.damaged');

/**
 * Whether a fault says that the file itself is damaged: no database at all, emptied under its reader, or ending too soon,
 * as also what SQLite keeps beside it can.
 */
export const isCorrupt = (fault: unknown): boolean =>
  fault instanceof Error &&
  /not a database|malformed|corrupt|no such table|SQLITE_NOTADB|SQLITE_CORRUPT|SQLITE_IOERR_SHORT_READ/i.test(
    `${fault.message} ${String((fault as { code?: unknown }).code)}`,
  );

/** Milliseconds between two words of one damage: every request meets it until a new file stands. */
const sayEvery = 1000;
let saidAt = -Infinity;

const say = (damage: Damage): void => {
  if (performance.now() - saidAt < sayEvery) return;
  saidAt = performance.now();
  damages.publish(damage);
};

/** Does some work with a file; where that shows damage it is said, and the fault is thrown on. */
export const noticing = <T>(file: number, work: () => T): T => {
  try {
    return work();
  } catch (fault) {
    if (isCorrupt(fault)) say({ file });
    throw fault;
  }
};

/** Tells of each damage that a reader of this process meets. */
export const onDamage = (told: (damage: Damage) => void): void =>
  // Nobody else publishes there.
  damages.subscribe((message) => told(message as Damage));
