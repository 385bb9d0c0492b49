/** Lists the content folder: every file with its size and stamp; symbolic links are seen and not followed. */
import { existsSync, lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** One thing found under the content folder. */
export type Found = {
  /** Path inside the content folder, with `/`, in NFC. */
  readonly file: string;
  /** The same as the disk spells it; differs from `file` where the disk keeps decomposed letters. */
  readonly onDisk: string;
  /** `closed`: a folder that is there and cannot be listed; what lies in it is not known, and not deleted. */
  readonly what: 'file' | 'link' | 'folder' | 'closed' | 'other';
};

const ignored = /^(\.DS_Store|\.git.*|.*~|.*\.sw[a-p]|\.#.*|#.*#|Thumbs\.db)$/;

/** Whether a name is a leftover of an editor or a system that nobody meant to publish. */
export const isIgnored = (name: string): boolean => ignored.test(name);

/** The content folder itself is not there or cannot be listed: that is no newsroom without articles. */
export class NoNewsroom extends Error {}

const entriesOf = (folder: string): Dirent[] | 'closed' => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    // Gone between two looks: the next walk sees what is there then.
    return fault instanceof Error && 'code' in fault && fault.code === 'ENOENT' ? [] : 'closed';
  }
};

const whatIs = (entry: Dirent): Found['what'] =>
  entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** Folders named like a document are reported too: an editor may have made one by mistake. */
export const looksLikeDocument = (name: string): boolean => /\.(mdx|yaml)$/i.test(name);

function* under(root: string, folder: string, depth: number): Generator<Found> {
  const entries = entriesOf(join(root, folder));
  if (entries === 'closed') return yield { file: folder.normalize('NFC'), onDisk: folder, what: 'closed' };
  for (const entry of entries) {
    if (isIgnored(entry.name)) continue;
    const onDisk = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const what = whatIs(entry);
    if (what !== 'folder' || looksLikeDocument(entry.name)) yield { file: onDisk.normalize('NFC'), onDisk, what };
    if (what === 'folder' && depth < 16) yield* under(root, onDisk, depth + 1);
  }
}

/**
 * Everything under the content folder, or under one folder in it, in the disk's order. Throws `NoNewsroom` where the content
 * folder itself is missing: while it is swapped for another, nothing has been deleted.
 */
export const walk = (contentDir: string, within = ''): Found[] => {
  if (entriesOf(contentDir) === 'closed' || !existsSync(contentDir)) {
    throw new NoNewsroom(
      `There is no content folder at ${contentDir}. Put it there, or set CONTENT_DIR to where it is.`,
    );
  }
  return [...under(contentDir, within, 0)];
};

/** What stands at one path now; `undefined` where nothing does. */
export const lookAt = (contentDir: string, onDisk: string): Found | undefined => {
  try {
    const stats = lstatSync(join(contentDir, onDisk));
    const what = stats.isSymbolicLink() ? 'link' : stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other';
    return { file: onDisk.normalize('NFC'), onDisk, what };
  } catch {
    return undefined;
  }
};
