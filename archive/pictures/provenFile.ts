/** Reads a newsroom's file only if its bytes are still those that the archive knows, without reading a long video each time. */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { openContentFile } from '#archive/pictures/contentFile';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import type { Asset } from '#archive/questions';

/** A file whose bytes are what the archive knows. */
export type ProvenFile = {
  /** In bytes. */
  readonly size: number;
  /**
   * The bytes from `from` to `to`, the last one included. The file is opened when the first is asked for and closed after
   * the last, so that a reader who leaves before that holds nothing open. Throws where the file has changed since.
   */
  readonly bytes: (from: number, to: number) => AsyncGenerator<Uint8Array<ArrayBuffer>, void>;
};

/** SHA-256 by the file's identity on disk; a change of content changes size, time of change or inode. */
const proven = new LRUCache<string, string>({ max: 2000 });
const underWay = new Map<string, Promise<string>>();
const inTurn = fewAtOnce(2, 200);

const identityOf = ({ dev, ino, size, mtimeNs, ctimeNs }: BigIntStats): string =>
  [dev, ino, size, mtimeNs, ctimeNs].join(':');

const digestOf = async (handle: FileHandle): Promise<string> => {
  const digest = createHash('sha256');
  for await (const chunk of handle.createReadStream({ start: 0, autoClose: false })) digest.update(chunk);
  return digest.digest('hex');
};

const hashOf = (handle: FileHandle, identity: string): Promise<string> => {
  const known = proven.get(identity);
  if (known !== undefined) return Promise.resolve(known);
  const shared = underWay.get(identity);
  if (shared) return shared;
  const work = inTurn(() => digestOf(handle)).finally(() => underWay.delete(identity));
  underWay.set(identity, work);
  return work;
};

/** The file's hash and identity, if it did not change while they were taken. */
const facts = async (handle: FileHandle): Promise<{ identity: string; hash: string; size: number } | undefined> => {
  const before = await handle.stat({ bigint: true });
  const identity = identityOf(before);
  const hash = await hashOf(handle, identity);
  if (identityOf(await handle.stat({ bigint: true })) !== identity) return undefined;
  proven.set(identity, hash);
  return { identity, hash, size: Number(before.size) };
};

const chunkSize = 64 * 1024;

async function* bytesOf(contentDir: string, file: string, identity: string, from: number, to: number) {
  const handle = await openContentFile(contentDir, file);
  if (!handle) throw new Error(`${file} went away`);
  try {
    if (identityOf(await handle.stat({ bigint: true })) !== identity) throw new Error(`${file} has changed`);
    for (let at = from; at <= to;) {
      const chunk = new Uint8Array(Math.min(chunkSize, to - at + 1));
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, at);
      if (bytesRead === 0) throw new Error(`${file} ends too early`);
      yield chunk.subarray(0, bytesRead);
      at += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

/** Proves it; `undefined` where it is gone, changed or not what the archive knows. May throw `TooManyWaiting`. */
export const provenFile = async (contentDir: string, { file, hash }: Asset): Promise<ProvenFile | undefined> => {
  const handle = await openContentFile(contentDir, file);
  if (!handle) return undefined;
  try {
    const found = await facts(handle);
    // The archive may shorten its hashes.
    if (!found || hash.length < 16 || !found.hash.startsWith(hash)) return undefined;
    const { identity, size } = found;
    return { size, bytes: (from, to) => bytesOf(contentDir, file, identity, from, to) };
  } finally {
    await handle.close();
  }
};
