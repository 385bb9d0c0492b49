/** Moves and rewrites files: all of it, or nothing. */
import { existsSync, lstatSync, mkdirSync, renameSync, rmdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CommandFault } from '#newsroom/commandPlace';
import { edited } from '#newsroom/move/edits';
import type { MovePlan } from '#newsroom/move/plan';
import { saveInPlace } from '#newsroom/saveInPlace';

/** What is to be done to the files of a content folder. */
export type FileChanges = Pick<MovePlan, 'renames' | 'rewritten'>;

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Makes the folders above a path; answers with those that were not there, the innermost first. */
const makeFolders = (path: string): string[] => {
  const made: string[] = [];
  for (let folder = dirname(path); !lstatSync(folder, { throwIfNoEntry: false }); folder = dirname(folder))
    made.push(folder);
  mkdirSync(dirname(path), { recursive: true });
  return made;
};

const removeEmpty = (folder: string): boolean => {
  try {
    rmdirSync(folder);
    return true;
  } catch {
    // Not empty, or in use: it stays. Gone already: the one above may be empty now.
    return !existsSync(folder);
  }
};

/** Folders of days, months and years that nothing is left in go: git keeps none either. */
const tidy = (contentDir: string, from: string): void => {
  for (let folder = dirname(from); folder.split('/').length > 1; folder = dirname(folder))
    if (!removeEmpty(join(contentDir, folder))) return;
};

/**
 * Makes the changes, then does what comes `last`. Where any of it fails everything is as it was before, and a `CommandFault`
 * says why. Paths are relative to `contentDir`.
 */
export const changeFiles = (contentDir: string, { renames, rewritten }: FileChanges, last: () => void): void => {
  const undo: (() => void)[] = [];
  try {
    for (const [from, to] of renames) {
      const [here, there] = [join(contentDir, from), join(contentDir, to)];
      const made = makeFolders(there);
      undo.push(() => made.forEach(removeEmpty));
      if (lstatSync(there, { throwIfNoEntry: false })) throw new Error(`${to} is there already`);
      renameSync(here, there);
      undo.push(() => renameSync(there, here));
    }
    for (const { file, before, text, edits } of rewritten) {
      const path = join(contentDir, file);
      const after = edited(text, edits);
      const refused = saveInPlace(path, before, after);
      if (refused !== undefined) throw new Error(`${file} ${refused}`);
      undo.push(() => void saveInPlace(path, Buffer.from(after, 'utf8'), text));
    }
    last();
  } catch (fault) {
    for (const step of undo.toReversed()) step();
    throw new CommandFault(`Nothing was moved: ${reasonOf(fault)}`);
  }
  for (const [from] of renames) tidy(contentDir, from);
};
