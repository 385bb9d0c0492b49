/** Whom a network address stands for: one subscriber's line, however many addresses it was given. */
import { isIP } from 'node:net';

/** An IPv4 address that came in IPv6's clothes. */
const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** The groups of an IPv6 address, written out. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::', 2);
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after].map((group) => parseInt(group, 16).toString(16));
};

/** The whole of an IPv4 address; the first 56 bits of an IPv6 one, which is what one household is given. */
export const sourceOf = (remote: string): string => {
  const v4 = mapped.exec(remote)?.[1];
  if (v4 !== undefined) return v4;
  if (isIP(remote) !== 6) return remote;
  const groups = groupsOf(remote);
  const fourth = parseInt(groups[3] ?? '0', 16) >> 8;
  return [...groups.slice(0, 3), fourth.toString(16)].join(':');
};
