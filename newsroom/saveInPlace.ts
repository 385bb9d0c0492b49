/** Puts a new version of a file in the place of the old one: whole or not at all, and only of the version that was read. */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

type Version = { readonly bytes: Buffer; readonly mode: number; readonly uid: number; readonly gid: number };

/** The file as it is now, not followed where it is a link. */
const presentVersion = (path: string): Version => {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { mode, uid, gid } = fstatSync(handle);
    return { bytes: readFileSync(handle), mode: mode & 0o7777, uid, gid };
  } finally {
    closeSync(handle);
  }
};

const writeBeside = (path: string, text: string, { mode, uid, gid }: Version): void => {
  const handle = openSync(path, 'wx', 0o600);
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    try {
      fchownSync(handle, uid, gid);
    } catch {
      // Only root may give a file away; then it belongs to whoever mended it.
    }
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};

/**
 * Writes `text` over the file whose bytes were `before`, keeping its mode and owner. Answers with a sentence that continues
 * the file's name where it could not be done; the file is then as it was.
 */
export const saveInPlace = (path: string, before: Buffer, text: string): string | undefined => {
  // Every reader of the folder passes names with this ending over (`archive/walk.ts`).
  const beside = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}~`);
  try {
    writeBeside(beside, text, presentVersion(path));
    if (!presentVersion(path).bytes.equals(before)) {
      rmSync(beside, { force: true });
      return 'was changed meanwhile and is left as it is. Run the command again.';
    }
    renameSync(beside, path);
    return undefined;
  } catch (fault) {
    rmSync(beside, { force: true });
    return `cannot be written (${fault instanceof Error ? fault.message : String(fault)}).`;
  }
};
