/** Reads bodies to their end, and no further than a limit. */
import type { Readable } from 'node:stream';

/** A body is longer than its limit. */
export class TooLarge extends Error {}

/** Reads a stream whole; throws `TooLarge` as soon as it is longer than `limit` bytes. */
export const readWhole = async (stream: Readable, limit: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  // Streams of `node:http` give Buffers; their type does not say so.
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) throw new TooLarge(`more than ${limit} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
};
