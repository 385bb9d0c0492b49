/** Looks whether the archive's files are still those that this process has open: one that was deleted is written and read on unseen. */
import { statSync } from 'node:fs';
import { archiveFile } from '#archive/database';

/** What was found: the archive itself was deleted, replaced or emptied, or another file stands for what SQLite keeps beside it. */
export type Replaced = 'file' | 'beside';

/** Milliseconds between two looks. */
const lookEvery = 1000;

/** Numbers on the disk of the archive and of the two files beside it; 0 for one that is not there, and for an archive without a byte. */
const numbersAt = (dataDir: string): { readonly file: number; readonly beside: readonly number[] } => {
  const numberOf = (end: string): number => {
    const stats = statSync(archiveFile(dataDir) + end, { throwIfNoEntry: false });
    return stats === undefined || (end === '' && stats.size === 0) ? 0 : stats.ino;
  };
  return { file: numberOf(''), beside: [numberOf('-wal'), numberOf('-shm')] };
};

/**
 * Gives a function that looks. What lies beside the archive may come, and be missing until somebody makes it anew; then those
 * who have the old one open see nothing of what the others write.
 */
export const openLook = (dataDir: string): (() => Replaced | undefined) => {
  let known = numbersAt(dataDir);
  return () => {
    const before = known;
    const now = numbersAt(dataDir);
    const isSame = now.file === before.file;
    const last = now.beside.map((number, nth) => number || (isSame ? (before.beside[nth] ?? 0) : 0));
    known = { file: now.file, beside: last };
    if (!isSame) return 'file';
    return last.some((number, nth) => before.beside[nth] !== 0 && number !== before.beside[nth]) ? 'beside' : undefined;
  };
};

/** Looks each second, without keeping the process alive. */
export const watchFiles = (dataDir: string, told: (what: Replaced) => void): void => {
  const look = openLook(dataDir);
  setInterval(() => {
    const found = look();
    if (found) told(found);
  }, lookEvery).unref();
};
