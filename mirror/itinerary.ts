/** What a round of the mirror knows of, and what of it is still to be visited. */
import type { Relations } from '#mirror/relations';

/** The addresses of a round, each visited once. */
export type Itinerary = {
  /** Notes that an address is to be visited; one that is known already is not noted twice. */
  readonly want: (address: string) => void;
  /** The same, by its number. */
  readonly wantNumber: (number: number) => void;
  /** Notes that an address is known and needs no visit. */
  readonly know: (address: string) => void;
  readonly isKnown: (address: string) => boolean;
  /** How many are known. */
  readonly size: () => number;
  /** The number of the next one; `undefined` where none waits now. */
  readonly next: () => number | undefined;
};

/** Addresses at most: a list that leads on for ever must not fill the disk. */
const mostAddresses = 2_000_000;

/** Begins with nothing. */
export const openItinerary = ({ numberOf }: Relations): Itinerary => {
  let known = new Uint8Array(4096);
  let size = 0;
  const waiting: number[] = [];
  let visited = 0;
  const isKnownNumber = (number: number): boolean => known[number] === 1;
  const knowNumber = (number: number): void => {
    if (number >= known.length) {
      const larger = new Uint8Array(Math.max(number + 1, known.length * 2));
      larger.set(known);
      known = larger;
    }
    known[number] = 1;
    size += 1;
  };
  const wantNumber = (number: number): void => {
    if (isKnownNumber(number) || size >= mostAddresses) return;
    knowNumber(number);
    waiting.push(number);
  };
  return {
    want: (address) => wantNumber(numberOf(address)),
    wantNumber,
    know: (address) => {
      const number = numberOf(address);
      if (!isKnownNumber(number)) knowNumber(number);
    },
    isKnown: (address) => isKnownNumber(numberOf(address)),
    size: () => size,
    next: () => {
      const number = waiting[visited];
      if (number !== undefined) visited += 1;
      return number;
    },
  };
};
