/** Opens a newsroom's file only if its bytes are still those that the archive knows, without reading a long video each time. */
import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { LRUCache } from 'lru-cache';
import { openContentFile } from '#archive/pictures/contentFile';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import type { Asset } from '#archive/questions';

/** An open file and its size in bytes. Whoever asked for it closes the handle. */
export type ProvenFile = { readonly handle: FileHandle; readonly size: number };

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

/** Opens it; `undefined` where it is gone, changed or not what the archive knows. May throw `TooManyWaiting`. */
export const openProvenFile = async (contentDir: string, asset: Asset): Promise<ProvenFile | undefined> => {
  const handle = await openContentFile(contentDir, asset.file);
  if (!handle) return undefined;
  try {
    const before = await handle.stat({ bigint: true });
    const identity = identityOf(before);
    const hash = await hashOf(handle, identity);
    const unchanged = identityOf(await handle.stat({ bigint: true })) === identity;
    // The archive may shorten its hashes.
    if (unchanged && asset.hash.length >= 16 && hash.startsWith(asset.hash)) {
      proven.set(identity, hash);
      return { handle, size: Number(before.size) };
    }
  } catch (error) {
    await handle.close();
    throw error;
  }
  await handle.close();
  return undefined;
};
