/** The mirror's folder on the disk: files come whole or not at all, and what others put there is never touched. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersAbove, notesFolder } from '#mirror/places';

/** The folder. Paths are inside it, with slashes. */
export type Disk = {
  /** Bytes of a file; `undefined` where there is none. */
  readonly size: (file: string) => number | undefined;
  /** Whether anything lies there, a folder or a link included. */
  readonly isThere: (file: string) => boolean;
  readonly read: (file: string) => Buffer;
  /** Writes beside the place and renames. Throws where the disk cannot hold it or a link leads out of the folder. */
  readonly write: (file: string, body: Uint8Array) => void;
  /** Takes a file away, and the folders that it leaves empty. */
  readonly remove: (file: string) => void;
};

/** Name of a file that is being written; it lies among the notes, on the same disk. */
const unfinished = 'part-';

/** Makes a folder and those above it, one by one: Node's own way of doing so never ends where the disk says no in `/proc`. */
const makeWhole = (folder: string): void => {
  if (lstatSync(folder, { throwIfNoEntry: false })) return;
  makeWhole(dirname(folder));
  mkdirSync(folder);
};

/** Opens the folder, making it where it is new, and clears away what a killed process did not finish. */
export const openDisk = (folder: string): Disk => {
  const notes = join(folder, notesFolder);
  makeWhole(notes);
  for (const name of readdirSync(notes)) if (name.startsWith(unfinished)) rmSync(join(notes, name), { force: true });
  const made = new Set<string>();
  let count = 0;

  /** A link to another place would lead the mirror out of its folder. */
  const makeFolders = (file: string): void => {
    const above = foldersAbove(file);
    if (above.length === 0 || made.has(above[0] ?? '')) return;
    for (const path of [...above].reverse()) {
      const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
      if (stat?.isSymbolicLink()) throw new Error(`${path} is a link to another place`);
      if (!stat) mkdirSync(join(folder, path));
      made.add(path);
    }
  };

  const size = (file: string): number | undefined => {
    // Asked of every file in each run: `join` would take a third of the time.
    const stat = lstatSync(`${folder}/${file}`, { throwIfNoEntry: false });
    return stat?.isFile() ? stat.size : undefined;
  };

  return {
    size,
    isThere: (file) => lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined,
    read: (file) => readFileSync(join(folder, file)),
    write: (file, body) => {
      makeFolders(file);
      const draft = join(notes, `${unfinished}${(count += 1)}`);
      writeFileSync(draft, body);
      try {
        renameSync(draft, join(folder, file));
      } catch (fault) {
        rmSync(draft, { force: true });
        throw fault;
      }
    },
    remove: (file) => {
      rmSync(join(folder, file), { force: true });
      for (const above of foldersAbove(file)) {
        try {
          rmdirSync(join(folder, above));
          made.delete(above);
        } catch {
          // Others lie there, or it is gone already.
          break;
        }
      }
    },
  };
};

/** Where the list of what was written lies. */
export const ledgerFile = (folder: string): string => join(folder, notesFolder, 'ledger.jsonl');
