/** Whether the content folder can be read at all, and what in it cannot. */
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { isIgnored, walk } from '#archive/walk';
import { documentKindOf } from '#archive/readDocument';
import type { Finding } from '#model/problem';
import { CommandFault } from '#newsroom/commandPlace';

/** Lists a folder; throws where it cannot. */
export type ListFolder = (folder: string) => readonly Dirent[];

const listFolder: ListFolder = (folder) => readdirSync(folder, { withFileTypes: true });

const reasonOf = (fault: unknown): string =>
  fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault);

/** Looks into every folder. Throws `CommandFault` where the content folder or one inside it is missing or cannot be read. */
export const checkFolders = (contentDir: string, list: ListFolder = listFolder): void => {
  const stats = statSync(contentDir, { throwIfNoEntry: false });
  if (!stats) {
    throw new CommandFault(`There is no folder ${contentDir}. CONTENT_DIR says where the newsroom’s files are.`);
  }
  if (!stats.isDirectory())
    throw new CommandFault(`${contentDir} is not a folder. CONTENT_DIR names the content folder.`);
  const look = (folder: string, depth: number): void => {
    let entries: readonly Dirent[];
    try {
      entries = list(folder);
    } catch (fault) {
      // Deleted while we look: nothing to read is nothing to miss.
      if (reasonOf(fault) === 'ENOENT' && depth > 0) return;
      throw new CommandFault(`${folder} cannot be read (${reasonOf(fault)}). Give yourself the right to read it.`);
    }
    for (const entry of entries) {
      if (entry.isDirectory() && !isIgnored(entry.name) && depth < 16) look(join(folder, entry.name), depth + 1);
    }
  };
  look(contentDir, 0);
};

/** Documents that lie in the folder and that nobody could read: to the archive they are as good as deleted. */
export const unreadFiles = (contentDir: string, isRead: (file: string) => boolean): Finding[] =>
  walk(contentDir).flatMap(({ file, what }): Finding[] => {
    if (what !== 'file' || isRead(file)) return [];
    const kind = documentKindOf(file);
    if (kind === undefined || kind === 'picture' || kind === 'asset') return [];
    const fix = 'Give yourself and the site the right to read it.';
    return [{ file, line: 1, column: 1, field: 'file', message: 'cannot be read.', fix }];
  });
