/** The worker's side of reading: takes paths, reads and hashes the files, and hands back readings ready to be stored. */
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { openNote, type Note } from '#archive/inHand';
import { documentKindOf, readDocument } from '#archive/readDocument';
import type { Body } from '#model/body';
import type { DocumentValue, Reading, ReadingContext } from '#archive/reading';

/** One file to read, with the hash of the version that the archive already has. */
export type Task = {
  readonly file: string;
  readonly onDisk: string;
  readonly known?: string;
  /** Hash of a version whose reading killed the process: it is not read again. */
  readonly setAside?: string;
};

/** What the worker is asked. */
export type Batch = {
  readonly tasks: readonly Task[];
  readonly contentDir: string;
  readonly context: ReadingContext;
  /** Where this thread notes what it has in hand; absent where nobody asks. */
  readonly note?: string;
  /** One Int32: the position of the task in hand, so that one that never ends can be named. */
  readonly position: SharedArrayBuffer;
};

/** A body whose tree is already JSON: it goes into the archive as it is. */
export type PackedBody = Omit<Body, 'tree'> & { readonly tree: string };

type Pack<Value> = Value extends { readonly body: Body } ? Omit<Value, 'body'> & { readonly body: PackedBody } : Value;

/** A document's value with its body packed. */
export type PackedValue = Pack<DocumentValue>;

/** A reading as it crosses the thread boundary. */
export type PackedReading = Omit<Reading, 'value' | 'mends'> & { readonly value?: PackedValue };

/** What the worker answers for one file: `unchanged`, `missing`, or its reading with bodies already written as JSON. */
export type Answer =
  | { readonly file: string; readonly is: 'unchanged' | 'missing' }
  | { readonly file: string; readonly is: 'read'; readonly hash: string; readonly reading: PackedReading };

/** Bytes of a document that are read at most: one more than the limit, so that the reader can say that it is too large. */
const most = 2 * 1024 * 1024 + 1;

/** Nothing is there, or no longer the file that was seen; every other fault of opening is a fault of the file. */
const isGone = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && ['ENOENT', 'ENOTDIR', 'ELOOP'].includes(String(fault.code));

const readWhole = (handle: number): Buffer | undefined => {
  const stats = fstatSync(handle);
  if (!stats.isFile()) return undefined;
  const bytes = Buffer.allocUnsafe(Math.min(stats.size, most));
  let length = 0;
  while (length < bytes.length) {
    const got = readSync(handle, bytes, length, bytes.length - length, length);
    if (got === 0) break;
    length += got;
  }
  return bytes.subarray(0, length);
};

/** Reads a file without following a link that has been put in its place; throws where it is there and cannot be read. */
const bytesOf = (path: string): Buffer | undefined => {
  let handle: number | undefined;
  try {
    handle = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    return readWhole(handle);
  } catch (fault) {
    if (isGone(fault)) return undefined;
    throw fault;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
};

/** The hash that names a version of a file. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const packValue = (value: DocumentValue): PackedValue =>
  'body' in value ? { ...value, body: { ...value.body, tree: JSON.stringify(value.body.tree) } } : value;

/** Makes a reading ready to be stored; mends are for `check --fix` alone. */
export const pack = ({ mends: _mends, value, ...rest }: Reading): PackedReading => ({
  ...rest,
  ...(value && { value: packValue(value) }),
});

/** A file that is there and cannot be opened is not deleted: it keeps its last good version and says what is wrong. */
const unreadable = (file: string, fault: unknown): Answer => {
  const kind = documentKindOf(file);
  const why = fault instanceof Error && 'code' in fault ? String(fault.code) : 'fault';
  const problem = {
    file,
    line: 1,
    column: 1,
    field: 'file',
    message: `cannot be opened (${why}).`,
    fix: 'Give the site leave to read it.',
  };
  const known = kind === undefined || kind === 'picture' || kind === 'asset' || kind === 'stray-problem';
  // No content has this hash, so the file is read as soon as it can be.
  const hash = `unreadable ${why}`;
  return {
    file,
    is: 'read',
    hash,
    reading: { file, kind: known ? 'article' : kind, problems: [problem], notes: [], references: [] },
  };
};

/** The problem of a file whose reading had to be stopped. */
export const stoppedReading = (file: string, message: string): PackedReading => {
  const kind = documentKindOf(file);
  const known = kind === undefined || kind === 'picture' || kind === 'asset' || kind === 'stray-problem';
  const fix = 'Make the file smaller or simpler, and save it again.';
  const problem = { file, line: 1, column: 1, field: 'file', message, fix };
  return { file, kind: known ? 'article' : kind, problems: [problem], notes: [], references: [] };
};

const deadly = 'stops the whole program that reads it; it is set aside until it is changed.';

/** Reads one file where it differs from the known version. */
export const answerFor = (
  task: Task,
  contentDir: string,
  context: ReadingContext,
  note: Pick<Note, 'take'>,
): Answer => {
  let bytes: Buffer | undefined;
  try {
    bytes = bytesOf(join(contentDir, task.onDisk));
  } catch (fault) {
    return unreadable(task.file, fault);
  }
  if (!bytes) return { file: task.file, is: 'missing' };
  const hash = hashOf(bytes);
  if (hash === task.known) return { file: task.file, is: 'unchanged' };
  if (hash === task.setAside) {
    // No content has this hash: whoever would read the file again passes it over (`newsroom/`).
    const stopped = `stopped ${hash}`;
    if (stopped === task.known) return { file: task.file, is: 'unchanged' };
    return { file: task.file, is: 'read', hash: stopped, reading: stoppedReading(task.file, deadly) };
  }
  note.take({ file: task.file, version: hash });
  return { file: task.file, is: 'read', hash, reading: pack(readDocument(task.file, bytes, context)) };
};

const notes = new Map<string, Note>();

/** The note that is open at a path: a thread keeps its own from batch to batch. */
const noteAt = (path: string | undefined): Note => {
  const known = notes.get(path ?? '') ?? openNote(path);
  notes.set(path ?? '', known);
  return known;
};

parentPort?.on('message', ({ tasks, contentDir, context, note: path, position }: Batch) => {
  const hand = new Int32Array(position);
  const note = noteAt(path);
  const answers = tasks.map((task, at) => {
    Atomics.store(hand, 0, at);
    return answerFor(task, contentDir, context, note);
  });
  note.lay();
  // One string crosses the thread boundary many times faster than a tree of objects.
  parentPort?.postMessage(JSON.stringify(answers));
});
