/**
 * What was found of pictures, sound and film before, for a command that keeps no archive: decoding thousands of pictures takes
 * minutes, and all but a few are the same as the last time.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading, type Database, type SqlValue } from '#archive/database';
import { makeFolder } from '#archive/makeFolder';
import { schemaVersion } from '#archive/schema';

/** Kinds of media and what the archive writes down of each, beside the file and its last part. */
export const mediaColumns = {
  picture: ['file', 'base', 'stamp', 'hash', 'width', 'height', 'colour', 'fault'],
  asset: ['file', 'base', 'stamp', 'hash', 'bytes', 'mime', 'rows'],
} as const;

/** One of them. */
export type MediaKind = keyof typeof mediaColumns;

/** What is known of one file, in the order of the columns. */
export type MediaRow = readonly SqlValue[];

/** What is known of many. */
export type KnownMedia = {
  /** What was found of a file that is still the same; `undefined` where it must be read. */
  readonly find: (kind: MediaKind, file: string, stamp: string) => MediaRow | undefined;
  /** Writes down what was found. */
  readonly note: (kind: MediaKind, row: MediaRow) => void;
  /** Keeps for the next time what was found or noted this time, and nothing else. */
  readonly keep: () => void;
};

/** A row as the archive holds it. */
export const mediaRowIn = (db: Database, kind: MediaKind, file: string): MediaRow | undefined => {
  const columns = mediaColumns[kind];
  const row = db.one<Record<string, SqlValue>>(`select ${columns.join(', ')} from ${kind} where file = ?`, file);
  return row && columns.map((column) => row[column] ?? null);
};

const stampAt = 2;
const keyOf = (kind: MediaKind, file: SqlValue): string => `${kind} ${String(file)}`;

/** A new release may find other things in the same bytes. */
type Notebook = { readonly release: number; readonly rows: Readonly<Record<string, MediaRow>> };

const readNotebook = (path: string): ReadonlyMap<string, MediaRow> => {
  try {
    // What this file wrote itself.
    const { release, rows } = JSON.parse(readFileSync(path, 'utf8')) as Notebook;
    return new Map(release === schemaVersion ? Object.entries(rows) : []);
  } catch {
    // There is none yet, or it is no longer legible: everything is read once more.
    return new Map();
  }
};

const writeNotebook = (folder: string, path: string, rows: ReadonlyMap<string, MediaRow>): void => {
  try {
    makeFolder(folder);
    const beside = `${path}.${process.pid}`;
    writeFileSync(
      beside,
      JSON.stringify({ release: schemaVersion, rows: Object.fromEntries(rows) } satisfies Notebook),
    );
    renameSync(beside, path);
  } catch {
    // The disk is full, or nothing may be written here: the next run takes as long as this one.
  }
};

const archiveIn = (dataDir: string): Database | undefined => {
  try {
    return openForReading(dataDir);
  } catch {
    // This machine has none, or one of another release.
    return undefined;
  }
};

/** Opens what is known of the media of a content folder: in the machine's archive, and in a notebook in `cacheDir`. */
export const openKnownMedia = (place: {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly cacheDir: string;
}): KnownMedia => {
  const name = createHash('sha256').update(place.contentDir).digest('hex').slice(0, 12);
  const path = join(place.cacheDir, `media-${name}.json`);
  const before = readNotebook(path);
  const archive = archiveIn(place.dataDir);
  const now = new Map<string, MediaRow>();
  return {
    find: (kind, file, stamp) => {
      const key = keyOf(kind, file);
      const noted = before.get(key);
      const row = noted?.[stampAt] === stamp ? noted : archive && mediaRowIn(archive, kind, file);
      if (row?.[stampAt] !== stamp) return undefined;
      now.set(key, row);
      return row;
    },
    note: (kind, row) => void now.set(keyOf(kind, row[0] ?? ''), row),
    keep: () => {
      archive?.close();
      const isSame = now.size === before.size && [...now].every(([key, row]) => before.get(key) === row);
      if (!isSame) writeNotebook(place.cacheDir, path, now);
    },
  };
};
