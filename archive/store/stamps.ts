/** Knows a file again by what the disk says of it, so that what nobody touched need not be read to be found unchanged. */
import { lstatSync } from 'node:fs';
import type { Database } from '#archive/database';
import { machineNow } from '#archive/gitAtWork';

/** Milliseconds after which a change of the same length can no longer bear the same times as the one before. */
const settled = 2000;

const timesOf = (path: string): { readonly stamp: string; readonly changedAt: number } | undefined => {
  try {
    const { size, mtimeMs, ctimeMs } = lstatSync(path);
    return { stamp: `${size} ${mtimeMs} ${ctimeMs}`, changedAt: ctimeMs };
  } catch {
    return undefined;
  }
};

/**
 * Same size and same times: same bytes. No program can set the time of the last change of a file's facts. A checkout changes
 * it, and then the bytes are read again. `undefined` where nothing stands.
 */
export const stampOf = (path: string): string | undefined => timesOf(path)?.stamp;

/**
 * The stamp of a file that has rested: disks count time in steps, and a file that was written a moment ago may be written again
 * within the same step. Empty for such a one, and where nothing stands.
 */
export const restingStampOf = (path: string): string => {
  const times = timesOf(path);
  return times && machineNow() - times.changedAt > settled ? times.stamp : '';
};

/**
 * Notes the stamps of files that were read, by file. What could not be read has a word with a space in place of its hash, and
 * may be read the next time though the file is the same.
 */
export const noteStamps = (db: Database, stamps: ReadonlyMap<string, string>): void => {
  const note = "update document set stamp = ?1 where file = ?2 and stamp <> ?1 and instr(hash, ' ') = 0";
  for (const [file, stamp] of stamps) db.run(note, stamp, file);
};
