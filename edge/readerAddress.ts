/** The network address of a reader, for limits and counts in memory: never stored, never logged. */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { listOf, stepsOf, withoutPort } from '#edge/forwarded';
import { noProxies, plainAddress } from '#edge/trustedProxies';
import type { TrustedProxies } from '#edge/trustedProxies';

/** The parts of a request that say from where it comes. */
export type Arrived = {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined };
};

/**
 * Walks back from the nearest hop through trusted proxies to the first that is none: that is the reader. A hop that is no
 * address (`unknown`, `_hidden`) ends the walk at the proxy that wrote it.
 */
const walkBack = (nearest: string, hops: readonly string[], trusted: TrustedProxies): string => {
  let reader = nearest;
  for (const hop of hops.toReversed()) {
    if (!trusted.has(reader)) return reader;
    const address = plainAddress(withoutPort(hop));
    if (isIP(address) === 0) return reader;
    reader = address;
  }
  return reader;
};

/**
 * The reader's address; `undefined` where the connection is gone already. Headers are believed only from a trusted proxy.
 * Where `X-Forwarded-For` and `Forwarded` contradict each other, one of them went through a proxy that does not know it,
 * and neither is believed.
 */
export const readerAddress = (request: Arrived, trusted: TrustedProxies = noProxies): string | undefined => {
  const { remoteAddress } = request.socket;
  if (remoteAddress === undefined) return undefined;
  const nearest = plainAddress(remoteAddress);
  if (!trusted.has(nearest)) return nearest;
  const { headers } = request;
  const listed = listOf(headers['x-forwarded-for']);
  const stepped = stepsOf(headers.forwarded).map((step) => step.for ?? 'unknown');
  const byList = walkBack(nearest, listed, trusted);
  if (stepped.length === 0) return byList;
  const bySteps = walkBack(nearest, stepped, trusted);
  return listed.length === 0 || byList === bySteps ? bySteps : nearest;
};
