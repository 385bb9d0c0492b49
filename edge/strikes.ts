/** Counts how often a network tried in vain. In memory, under names that nobody can turn back into an address. */
import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { sourceOf } from '#edge/source';

/** The count. */
export type Strikes = {
  /** Whether an address has tried in vain too often. */
  readonly areTooMany: (address: string | undefined) => boolean;
  readonly add: (address: string | undefined) => void;
};

/** Networks remembered at once; the oldest are forgotten first. */
const mostSources = 10_000;

/** `most` attempts are forgiven within so many milliseconds of the first. */
export const countStrikes = ({ most, within }: { readonly most: number; readonly within: number }): Strikes => {
  const salt = randomBytes(32);
  const counts = new LRUCache<string, number>({ max: mostSources, ttl: within });
  const nameOf = (address = ''): string => createHmac('sha256', salt).update(sourceOf(address)).digest('base64url');
  return {
    areTooMany: (address) => (counts.get(nameOf(address)) ?? 0) > most,
    add: (address) => {
      const name = nameOf(address);
      counts.set(name, (counts.get(name) ?? 0) + 1, { noUpdateTTL: true });
    },
  };
};
