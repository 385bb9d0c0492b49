/** How else an old address may be written: in other letters, with its parameters in another order or among others. */
import { aliasParameters } from '#archive/queries/rows';
import type { Window } from '#archive/queries/window';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';
import { foldedAddress, nameOfPair, smallPairs } from '#model/oldAddress';

/** Parameters of one address that are looked at: each more doubles the questions. */
const mostPairs = 6;

/** All choices of some of these, the largest first; the empty one only where there is nothing to choose. */
const choices = (pairs: readonly string[]): readonly (readonly string[])[] => {
  if (pairs.length === 0) return [[]];
  const all = Array.from({ length: 2 ** pairs.length - 1 }, (_, bits) =>
    pairs.filter((_pair, nth) => ((bits + 1) >> nth) % 2 === 1),
  );
  return all.sort((one, other) => other.length - one.length);
};

/** The pairs that an old address can have; what campaigns and trackers put behind an address says nothing. */
const tellingPairs = (window: Window, address: Address, now: Moment): readonly string[] => {
  const pairs = smallPairs(address);
  if (pairs.length === 0) return pairs;
  const names = window.counted('parameters of old addresses', now, () => aliasParameters(window));
  return pairs.filter((pair) => names.has(nameOfPair(pair)));
};

/** The addresses that one may mean which nothing has as it is written, those first that name most of its parameters. */
export const spellingsOf = (window: Window, address: Address, now: Moment): readonly Address[] => {
  const pairs = tellingPairs(window, address, now);
  if (pairs.length === 0 && address.includes('?')) return [];
  // However many there are, all of them together are one question.
  return [pairs, ...choices(pairs.slice(0, mostPairs))]
    .map((chosen) => foldedAddress(address, chosen))
    .flatMap((folded) => [
      folded,
      ...window
        .db()
        .all<{ address: Address }>('select address from spelling where folded = ? order by address limit 8', folded)
        .map((spelled) => spelled.address),
    ])
    .filter((spelled) => spelled !== address);
};
