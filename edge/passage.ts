/** Which headers may pass the front door, in and out. Lists of what is allowed, never of what is forbidden. */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/**
 * Headers of a reader's request that the renderer may see. Everything else stays outside: hop-by-hop headers, Next's own
 * (`x-middleware-*`, `next-*`, `rsc`), forged `x-forwarded-*`, cookies (no page of ours depends on one).
 */
const inward = [
  'accept',
  'accept-language',
  'content-type',
  'if-range',
  'origin',
  'range',
  'referer',
  'sec-fetch-site',
  'user-agent',
] as const;

/** Headers of the renderer's answer that a reader may see; the door itself says all the others. */
const outward = [
  'accept-ranges',
  'allow',
  'content-disposition',
  'content-language',
  'content-range',
  'content-type',
  'last-modified',
  'retry-after',
  'x-robots-tag',
] as const;

const pick = (from: IncomingHttpHeaders, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = from[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

/** Where a request came from, as the renderer may know it. */
export type Origin = {
  /** The reader's network address, for limits on forms. */
  readonly remote: string | undefined;
  /** The site's own public address: the renderer never sees the `Host` that a stranger wrote. */
  readonly siteUrl: string;
};

/** Headers for the renderer. */
export const headersInward = (headers: IncomingHttpHeaders, { remote, siteUrl }: Origin): OutgoingHttpHeaders => {
  const { host, protocol } = new URL(siteUrl);
  return {
    ...pick(headers, inward),
    host,
    'x-forwarded-host': host,
    'x-forwarded-proto': protocol.slice(0, -1),
    ...(remote && { 'x-forwarded-for': remote }),
  };
};

/** Headers for the reader. */
export const headersOutward = (headers: IncomingHttpHeaders): Record<string, string> => pick(headers, outward);
