/** Which machines may say for whom they ask: proxies of the publisher's own, and nobody else. */
import { BlockList, isIP, isIPv4 } from 'node:net';

/** The proxies that are believed. */
export type TrustedProxies = {
  /** Whether an address, as a socket or a proxy gives it, is one of them. */
  readonly has: (address: string | undefined) => boolean;
};

/** An entry that is no address; the message says what to write. */
export class ProxyFault extends Error {}

const mapped = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i;

/** `::ffff:192.0.2.1` and `::ffff:c000:201` are ways of writing 192.0.2.1 (RFC 4291, 2.5.5.2); a zone (`%eth0`) is left out. */
export const plainAddress = (address: string): string => {
  const alone = address.split('%', 1)[0] ?? address;
  const [, dotted, high, low] = mapped.exec(alone) ?? [];
  if (dotted !== undefined) return dotted;
  if (high === undefined || low === undefined) return alone;
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIPv4(address) ? 'ipv4' : 'ipv6');

const loopback = ['127.0.0.0/8', '::1/128'];

const addTo = (list: BlockList, entry: string): void => {
  const [written = '', prefix, ...more] = entry.split('/');
  const address = prefix === undefined ? plainAddress(written) : written;
  const longest = isIPv4(address) ? 32 : 128;
  const isNumber = prefix === undefined || /^\d{1,3}$/.test(prefix);
  const length = prefix === undefined ? longest : Number(prefix);
  if (isIP(address) === 0 || written.includes('%') || !isNumber || length > longest || more.length > 0) {
    throw new ProxyFault(
      `"${entry}" is no address of a proxy. Write addresses and networks with commas, like 10.0.0.0/8, 2001:db8::/32, or the word loopback`,
    );
  }
  list.addSubnet(address, length, familyOf(address));
};

/**
 * Reads `TRUSTED_PROXIES`: addresses, networks (`10.0.0.0/8`) and the word `loopback`, with commas; empty: nobody. Throws
 * `ProxyFault` for the first entry that is none of these.
 */
export const trustedProxiesFrom = (text: string): TrustedProxies => {
  const list = new BlockList();
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  for (const entry of entries.flatMap((word) => (word === 'loopback' ? loopback : [word]))) addTo(list, entry);
  return {
    has: (address) => {
      if (address === undefined || entries.length === 0) return false;
      const plain = plainAddress(address);
      return isIP(plain) !== 0 && list.check(plain, familyOf(plain));
    },
  };
};

/** Nobody is believed: the door stands in the open. */
export const noProxies: TrustedProxies = { has: () => false };
