/** Chooses how an answer travels, and makes it small. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** How the bytes of an answer are written. */
export type Encoding = 'br' | 'gzip' | 'identity';

/** How hard brotli works: for whoever waits, or for all who come later. */
export type Effort = 'quick' | 'smallest';

const brotli = promisify(brotliCompress);
const zipped = promisify(gzip);

/** Below this many bytes headers and packets decide, not the words. */
const worthIt = 1024;

const compressible =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json)\b|application\/(?:javascript|manifest)|image\/svg)/;

const weightOf = (accepted: string, name: string): number | undefined => {
  const entry = accepted.split(',').find((part) => part.split(';')[0]?.trim().toLowerCase() === name);
  if (entry === undefined) return undefined;
  const q = /;\s*q=([\d.]+)/i.exec(entry)?.[1];
  return q === undefined ? 1 : Number(q);
};

/** Browsers send a handful of different headers: what they mean is worked out once. */
const understood = new Map<string, Encoding>();
const mostUnderstood = 500;

const bestOf = (accepted: string): Encoding => {
  const known = understood.get(accepted);
  if (known) return known;
  const any = weightOf(accepted, '*') ?? 0;
  const chosen = (['br', 'gzip'] as const).find((name) => (weightOf(accepted, name) ?? any) > 0) ?? 'identity';
  if (understood.size < mostUnderstood && accepted.length < 200) understood.set(accepted, chosen);
  return chosen;
};

/** The best encoding that a reader accepts (RFC 9110, 12.5.3), brotli where it is accepted at all. */
export const encodingFor = (accepted: string | undefined, type: string | undefined, bytes: number): Encoding =>
  bytes < worthIt || !compressible.test(type ?? '') ? 'identity' : bestOf(accepted ?? '');

/** Whether the answer depends on `Accept-Encoding`, whatever this reader accepts. */
export const varies = (type: string | undefined): boolean => compressible.test(type ?? '');

/** Compresses. Brotli's quality 5 costs 0.26 ms for an article; 11 (`smallest`) costs 7.7 ms for a tenth less. */
export const compress = async (body: Buffer, encoding: Encoding, effort: Effort = 'quick'): Promise<Buffer> => {
  switch (encoding) {
    case 'br':
      return brotli(body, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: effort === 'quick' ? 5 : constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
        },
      });
    case 'gzip':
      return zipped(body, { level: 6 });
    case 'identity':
      return body;
  }
};
