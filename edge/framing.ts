/** Whether the frame of a request is one that every proxy reads as we do: where it ends, and which HTTP it speaks. */
import type { IncomingMessage } from 'node:http';

/** The parts of a request that say where it ends. */
export type Framed = Pick<IncomingMessage, 'httpVersion'> & {
  readonly headers: { readonly 'transfer-encoding'?: string | undefined };
};

/**
 * Node's parser refuses two lengths, a length beside chunks, folded lines, bare line feeds and names with spaces. What it
 * lets pass although proxies differ about it (RFC 9112, 2.3 and 6.1) is refused here: other versions than 1.0 and 1.1,
 * chunks in HTTP/1.0, and every coding but `chunked` alone.
 */
export const isWellFramed = ({ httpVersion, headers }: Framed): boolean => {
  const coding = headers['transfer-encoding'];
  if (coding === undefined) return httpVersion === '1.1' || httpVersion === '1.0';
  return httpVersion === '1.1' && coding.toLowerCase() === 'chunked';
};
