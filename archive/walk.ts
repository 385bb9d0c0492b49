/** Lists the content folder: every file with its size and stamp; symbolic links are seen and not followed. */
import { lstatSync, readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** One thing found under the content folder. */
export type Found = {
  /** Path inside the content folder, with `/`, in NFC. */
  readonly file: string;
  /** The same as the disk spells it; differs from `file` where the disk keeps decomposed letters. */
  readonly onDisk: string;
  readonly what: 'file' | 'link' | 'folder' | 'other';
};

const ignored = /^(\.DS_Store|\.git.*|.*~|.*\.sw[a-p]|\.#.*|#.*#|Thumbs\.db)$/;

/** Whether a name is a leftover of an editor or a system that nobody meant to publish. */
export const isIgnored = (name: string): boolean => ignored.test(name);

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // Gone or unreadable between two looks: the next walk sees what is there then.
    return [];
  }
};

const whatIs = (entry: Dirent): Found['what'] =>
  entry.isSymbolicLink() ? 'link' : entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : 'other';

/** Folders named like a document are reported too: an editor may have made one by mistake. */
export const looksLikeDocument = (name: string): boolean => /\.(mdx|yaml)$/i.test(name);

function* under(root: string, folder: string, depth: number): Generator<Found> {
  for (const entry of entriesOf(join(root, folder))) {
    if (isIgnored(entry.name)) continue;
    const onDisk = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const what = whatIs(entry);
    if (what !== 'folder' || looksLikeDocument(entry.name)) yield { file: onDisk.normalize('NFC'), onDisk, what };
    if (what === 'folder' && depth < 16) yield* under(root, onDisk, depth + 1);
  }
}

/** Everything under the content folder, or under one folder in it, in the disk's order. A missing folder has nothing in it. */
export const walk = (contentDir: string, within = ''): Found[] => [...under(contentDir, within, 0)];

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
