/** Keeps finished renditions on disk, bounded in bytes; the ones longest not asked for leave first. Losing it loses nothing. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import type { Moment } from '#model/moment';

/** A shelf of finished renditions; no method ever throws. */
export type RenditionStore = {
  /** The bytes kept under this name, if they still are. */
  readonly kept: (name: string) => Promise<Buffer | undefined>;
  /** How many bytes are kept under this name, without reading them. */
  readonly lengthOf: (name: string) => Promise<number | undefined>;
  /** Keeps them, where the disk has room. */
  readonly keep: (name: string, bytes: Uint8Array) => Promise<void>;
  /** Bytes kept at present. */
  readonly size: () => Promise<number>;
};

/** Where it lies, how many bytes it may hold, and the clock. */
export type StorePlace = { readonly folder: string; readonly maxBytes: number; readonly now: () => Moment };

const unfinished = '.part';
/** A file's time tells the next process what was asked for lately; once an hour is exact enough. */
const touchedAgainAfter = 3_600_000;

type Kept = { readonly bytes: number; readonly touched: Moment };

/** Names come from `renditionName` and `cardName` alone; this is the net below it. */
const isName = (name: string): boolean => /^[0-9a-f]{16}-[a-z0-9-]+\.(avif|webp|jpg|png)$/.test(name);

const pathOf = (folder: string, name: string): string => join(folder, name.slice(0, 2), name);

/** Reads what an earlier process left, oldest first, and clears away what it did not finish. */
const inventory = async (folder: string): Promise<readonly (readonly [string, Kept])[]> => {
  const found: (readonly [string, Kept])[] = [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const facts = await stat(path).catch(() => undefined);
    if (facts && facts.size > 0 && isName(entry.name) && path === pathOf(folder, entry.name)) {
      found.push([entry.name, { bytes: facts.size, touched: facts.mtimeMs }]);
    } else if (entry.name.endsWith(unfinished) || facts?.size === 0) {
      await rm(path, { force: true }).catch(() => undefined);
    }
  }
  return found.sort(([, a], [, b]) => a.touched - b.touched);
};

/** Written beside its place, to the disk, and then renamed: after a power cut there is a whole file or none. */
const writeWhole = async (path: string, bytes: Uint8Array): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}${unfinished}`;
  try {
    await mkdir(join(path, '..'), { recursive: true });
    const handle = await open(draft, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
};

/** Opens the store; the folder is read when it is first asked. A file lost under its feet is simply made again. */
export const openRenditionStore = ({ folder, maxBytes, now }: StorePlace): RenditionStore => {
  const shelf = new LRUCache<string, Kept>({
    maxSize: maxBytes,
    sizeCalculation: ({ bytes }) => bytes,
    dispose: (_, name, reason) => {
      if (reason === 'evict') void rm(pathOf(folder, name), { force: true }).catch(() => undefined);
    },
  });
  let opened: Promise<void> | undefined;
  const ready = (): Promise<void> =>
    (opened ??= inventory(folder).then((found) => found.forEach(([name, kept]) => shelf.set(name, kept))));

  const touch = async (name: string, { bytes, touched }: Kept): Promise<void> => {
    const at = now();
    if (at - touched < touchedAgainAfter) return;
    shelf.set(name, { bytes, touched: at });
    await utimes(pathOf(folder, name), at / 1000, at / 1000).catch(() => undefined);
  };

  return {
    kept: async (name) => {
      await ready();
      const known = isName(name) ? shelf.get(name) : undefined;
      if (!known) return undefined;
      const bytes = await readFile(pathOf(folder, name)).catch(() => undefined);
      if (bytes?.length === known.bytes) {
        await touch(name, known);
        return bytes;
      }
      shelf.delete(name);
      return undefined;
    },
    lengthOf: async (name) => {
      await ready();
      return shelf.peek(name)?.bytes;
    },
    keep: async (name, bytes) => {
      await ready();
      if (!isName(name) || bytes.length === 0 || bytes.length > maxBytes) return;
      try {
        await writeWhole(pathOf(folder, name), bytes);
        shelf.set(name, { bytes: bytes.length, touched: now() });
      } catch {
        // A full or read-only disk: the reader has the picture already, it is made again next time.
      }
    },
    size: async () => {
      await ready();
      return shelf.calculatedSize;
    },
  };
};
