/** How many forms one network may send. Kept in memory, under names that nobody can turn back into an address. */
import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Moment } from '#model/moment';

/** At most so many, within so many milliseconds. */
export type Limit = { readonly most: number; readonly within: number };

const day = 24 * 60 * 60 * 1000;
/** Networks remembered at once; a flood from more than these pushes out the oldest. */
const mostNetworks = 50_000;

/** The first four groups of an IPv6 address: one household has all that lies below. */
const ipv6Network = (address: string): string => {
  const [before = '', after] = address.split('::', 2);
  const head = before.split(':').filter(Boolean);
  const tail = after === undefined ? [] : after.split(':').filter(Boolean);
  const gap = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...gap, ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

/** What counts as one network: an IPv4 address, or the /64 of an IPv6 address. */
export const networkOf = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const bare = address.split('%', 1)[0] ?? '';
  return isIPv6(bare) ? ipv6Network(bare) : bare;
};

/** Gives a function that says whether one more may come from an address, and counts it. */
export const networkLimit = ({ most, within }: Limit): ((address: string, now: Moment) => boolean) => {
  let salt = randomBytes(32);
  let saltedOn = -1;
  const seen = new Map<string, { readonly since: Moment; used: number }>();
  return (address, now) => {
    const today = Math.floor(now / day);
    if (today !== saltedOn) {
      salt = randomBytes(32);
      saltedOn = today;
      seen.clear();
    }
    const name = createHmac('sha256', salt).update(networkOf(address)).digest('base64url');
    const known = seen.get(name);
    if (known && now - known.since < within) return ++known.used <= most;
    seen.delete(name);
    if (seen.size >= mostNetworks) seen.delete(seen.keys().next().value ?? '');
    seen.set(name, { since: now, used: 1 });
    return true;
  };
};
