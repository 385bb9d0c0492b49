/** Keeps the archive's list of pictures, sound, film, documents and tables in step with the files. */
import { createReadStream, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '#archive/database';
import { openNote, type InHand } from '#archive/inHand';
import { readPicture } from '#archive/pictures/readPicture';
import { mediaColumns, mediaRowIn, type KnownMedia, type MediaKind } from '#archive/store/knownMedia';
import { readTable } from '#archive/store/readTable';
import { stampOf } from '#archive/store/stamps';
import type { Found } from '#archive/walk';

/** Kinds of file that articles may play, offer or tabulate, by their ending. */
const mimeByEnding: Readonly<Record<string, string>> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
  pdf: 'application/pdf',
  csv: 'text/csv',
};

const endingOf = (file: string): string => file.slice(file.lastIndexOf('.') + 1).toLowerCase();
const baseOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

/** MIME type of a file that may be served, by its ending; `undefined` for everything else. */
const mimeOf = (file: string): string | undefined => mimeByEnding[endingOf(file)];

const largestPicture = 30 * 1024 * 1024;

const pictureSql =
  'insert or replace into picture (file, base, stamp, hash, width, height, colour, fault) values (?, ?, ?, ?, ?, ?, ?, ?)';

const putFault = (db: Database, file: string, stamp: string, fault: string): void =>
  void db.run(pictureSql, file, baseOf(file), stamp, '', 0, 0, '', fault);

const putPicture = async (db: Database, file: string, path: string, stamp: string): Promise<void> => {
  const tooLarge = Number(stamp.split(' ')[0]) > largestPicture;
  const read = tooLarge ? { fault: 'is larger than 30 MB.' } : await readPicture(readFileSync(path));
  if ('fault' in read) putFault(db, file, stamp, read.fault);
  else db.run(pictureSql, file, baseOf(file), stamp, read.hash, read.width, read.height, read.colour, null);
};

const hashOfStream = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 16);
};

const putAsset = async (db: Database, file: string, path: string, stamp: string, mime: string): Promise<void> => {
  const rows = mime === 'text/csv' ? readTable(path) : undefined;
  db.run(
    'insert or replace into asset (file, base, stamp, hash, bytes, mime, rows) values (?, ?, ?, ?, ?, ?, ?)',
    file,
    baseOf(file),
    stamp,
    await hashOfStream(path),
    Number(stamp.split(' ')[0]),
    mime,
    rows ? JSON.stringify(rows) : null,
  );
};

const deadly = 'stops the whole program that reads it; it is set aside until it is changed.';

/** Reads a picture with a note of it on disk: the program that decodes it is not ours, and its death would be ours. */
const putNoted = async ({ db, inHand }: MediaPlace, file: string, path: string, stamp: string): Promise<void> => {
  if (inHand?.setAside(file) === stamp) return putFault(db, file, stamp, deadly);
  const note = openNote(inHand?.note('media'));
  note.take({ file, version: stamp });
  await putPicture(db, file, path, stamp);
  note.close();
  inHand?.survived(file);
};

/** Where files of pictures, sound, … lie, and where they are listed. */
export type MediaPlace = {
  readonly db: Database;
  readonly contentDir: string;
  readonly inHand?: InHand;
  /** What was found before, where no archive is kept. */
  readonly knownMedia?: KnownMedia;
};

/** Puts in what was found of the same file before; answers whether there was anything. */
const putKnown = ({ db, knownMedia }: MediaPlace, kind: MediaKind, file: string, stamp: string): boolean => {
  const row = knownMedia?.find(kind, file, stamp);
  if (!row) return false;
  const columns = mediaColumns[kind];
  const places = columns.map(() => '?').join(', ');
  db.run(`insert or replace into ${kind} (${columns.join(', ')}) values (${places})`, ...row);
  return true;
};

/** Reads one file of pictures, sound, … where it has changed. Answers whether it has. */
export const lookAtMedia = async (place: MediaPlace, found: Found, kind: MediaKind): Promise<boolean> => {
  const { db, contentDir } = place;
  const path = join(contentDir, found.onDisk);
  const stamp = stampOf(path);
  const known = db.one<{ stamp: string }>(`select stamp from ${kind} where file = ?`, found.file);
  if (stamp === undefined || stamp === known?.stamp) return false;
  if (putKnown(place, kind, found.file, stamp)) return true;
  try {
    if (kind === 'picture') await putNoted(place, found.file, path, stamp);
    else await putAsset(db, found.file, path, stamp, mimeOf(found.file) ?? 'application/octet-stream');
    const row = mediaRowIn(db, kind, found.file);
    if (row) place.knownMedia?.note(kind, row);
    return true;
  } catch {
    // The file went away or cannot be read now; the next walk looks again.
    return false;
  }
};

/** Takes a file of pictures, sound, … out of the list. */
export const takeMedia = (db: Database, file: string): void => {
  db.run('delete from picture where file = ?', file);
  db.run('delete from asset where file = ?', file);
};
