/** Opens files of the content folder for readers: nothing outside it, nothing through a symbolic link, nothing but files. */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readdir, realpath } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';

/** Whether this can be a path inside the content folder as the archive writes it: `media/bridge.jpg`. */
const isInside = (file: string): boolean =>
  file !== '' &&
  !isAbsolute(file) &&
  !file.includes('\0') &&
  !file.includes('\\') &&
  file.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

/** The archive writes names in NFC; on disk a Mac may have left them decomposed. */
const onDisk = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, name);
  if (/^[\x20-\x7e]*$/.test(name) || (await lstat(path).catch(() => undefined))) return path;
  const names = await readdir(folder);
  return join(folder, names.find((other) => other.normalize('NFC') === name) ?? name);
};

/**
 * Opens a file by its path inside the content folder; `undefined` where there is none that may be served. The folder itself
 * may be a link, nothing beneath it. Whoever calls closes the handle.
 */
export const openContentFile = async (contentDir: string, file: string): Promise<FileHandle | undefined> => {
  if (!isInside(file)) return undefined;
  try {
    let path = await realpath(contentDir);
    for (const part of file.split('/')) path = await onDisk(path, part);
    if ((await realpath(path)) !== path) return undefined;
    // No waiting on a pipe, and no link that was put there since; a folder swapped in meanwhile is caught by the hash.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if ((await handle.stat()).isFile()) return handle;
    await handle.close();
  } catch {
    // Deleted, unreadable, a name too long: for a reader all of these are "not there".
  }
  return undefined;
};

/** The bytes of such a file, or `undefined` where there is none or it has more than `most` bytes. */
export const readContentFile = async (contentDir: string, file: string, most: number): Promise<Buffer | undefined> => {
  const handle = await openContentFile(contentDir, file);
  if (!handle) return undefined;
  try {
    return (await handle.stat()).size <= most ? await handle.readFile() : undefined;
  } catch {
    return undefined;
  } finally {
    await handle.close();
  }
};
