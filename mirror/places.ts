/** Where the file of an address lies in the mirror's folder; no address leads out of it, and no two share a file. */
import type { AskedAddress } from '#edge/address';

/**
 * How pages become files. `folder`: `/a/b` is `a/b/index.html`, which every file server finds, most of them by a redirect to
 * `/a/b/`. `html`: `a/b.html`, for hosts that serve it at `/a/b` without one.
 */
export type Layout = 'folder' | 'html';

/** Names of layouts. */
export const layouts: readonly Layout[] = ['folder', 'html'];

/** Folder with the mirror's own notes; nothing of the publication lies there. */
export const notesFolder = '.mirror';

/** Files that tell a host what plain files cannot. */
export const hostFiles = { redirects: '_redirects', headers: '_headers', lost: '404.html' } as const;

/** Bytes of one name at most, on every common disk. */
const longestName = 255;

/** Whether a decoded part of an address can be the name of a file on any disk. */
const isName = (part: string): boolean =>
  part !== '' &&
  part !== '.' &&
  part !== '..' &&
  !/[\u0000-\u001f\u007f/\\]/.test(part) &&
  Buffer.byteLength(part) <= longestName;

/** Whether a path inside the folder leads where a file of the publication may lie. */
const isSafe = (parts: readonly string[]): boolean => parts.every(isName) && parts[0] !== notesFolder;

/**
 * Path of the file of an address, inside the folder and with slashes; `undefined` where no disk could hold it. Pages get the
 * layout's form, everything else keeps its own name.
 */
export const fileFor = (
  { address }: Pick<AskedAddress, 'address'>,
  type: string | undefined,
  layout: Layout,
): string | undefined => {
  const parts = address.split('/').filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  const isPage = (type ?? '').startsWith('text/html') && !/\.html?$/.test(last);
  if (isPage && (layout === 'folder' || parts.length === 0)) parts.push('index.html');
  else if (isPage) parts[parts.length - 1] = `${last}.html`;
  return parts.length > 0 && isSafe(parts) ? parts.join('/') : undefined;
};

/** What two names are on a disk that knows no capitals: the same or not. */
export const nameOnDisk = (file: string): string => file.normalize('NFC').toLowerCase();

/** Folders above a file, the nearest first: `a/b/c.html` lies in `a/b` and `a`. */
export const foldersAbove = (file: string): readonly string[] => {
  const folders: string[] = [];
  for (let at = file.lastIndexOf('/'); at > 0; at = file.lastIndexOf('/', at - 1)) folders.push(file.slice(0, at));
  return folders;
};

/** Says which files cannot lie beside each other: two of one name, or a file where a folder stands. */
export const createRoom = () => {
  const owners = new Map<string, string>();
  const folders = new Map<string, number>();
  const leave = (file: string): void => {
    owners.delete(nameOnDisk(file));
    for (const folder of foldersAbove(nameOnDisk(file))) {
      const left = (folders.get(folder) ?? 1) - 1;
      if (left > 0) folders.set(folder, left);
      else folders.delete(folder);
    }
  };
  return {
    leave,
    /** Takes the place of a file; otherwise says what stands in its way. */
    take: (file: string, owner: string): string | undefined => {
      const name = nameOnDisk(file);
      const other = owners.get(name);
      if (other === owner) return undefined;
      if (other !== undefined) return `${file} is the file of ${other} already`;
      if (folders.has(name)) return `${file} is a folder with other files`;
      const blocked = foldersAbove(name).find((folder) => owners.has(folder));
      if (blocked !== undefined) return `${blocked} is the file of ${owners.get(blocked) ?? ''}, and no folder`;
      owners.set(name, owner);
      for (const folder of foldersAbove(name)) folders.set(folder, (folders.get(folder) ?? 0) + 1);
      return undefined;
    },
  };
};

/** The places that are taken. */
export type Room = ReturnType<typeof createRoom>;
