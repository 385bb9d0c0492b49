/** Addresses by numbers, and what the file of each has to do with others: a number is kept and compared for a tenth of the price. */
import { openLinks, type Links, type PackedLinks } from '#mirror/links';

/** What a file has to do with other addresses. */
export type Related = {
  /** Addresses that it names. */
  readonly names: readonly string[];
  /** Addresses by which an edition changes it (`edge/reach.ts`), in the form of those that are asked for. */
  readonly under: readonly string[];
};

/** The same by numbers. */
export type RelatedNumbers = { readonly names: readonly number[]; readonly under: readonly number[] };

/** All of it, for the entries whose addresses have the numbers `of`, in their order. */
export type PackedRelations = {
  readonly addresses: readonly string[];
  readonly of: readonly number[];
  readonly names: PackedLinks;
  readonly under: PackedLinks;
};

/** What can be asked of relations. */
export type Relations = {
  /** The number of an address, which is given one where it has none. */
  readonly numberOf: (address: string) => number;
  readonly addressOf: (number: number) => string;
  /** By the number of a file's address: the addresses that it names, and those by which editions change it. */
  readonly names: Pick<Links, 'each' | 'some'>;
  readonly under: Pick<Links, 'each' | 'some'>;
};

/** Relations that are kept up. */
export type KeptRelations = Relations & {
  readonly set: (number: number, related: RelatedNumbers) => void;
  readonly relatedTo: (number: number) => RelatedNumbers;
  /** Addresses that were given a number since this was last asked, in the order of their numbers. */
  readonly newAddresses: () => readonly string[];
  /** Reads addresses that were written before. */
  readonly learn: (addresses: readonly string[]) => void;
  readonly pack: (entries: Iterable<string>) => PackedRelations;
};

const gathered = (links: Links, of: number): number[] => {
  const found: number[] = [];
  links.each(of, (number) => found.push(number));
  return found;
};

/** Opens what was packed, or begins with nothing. */
export const openRelations = (packed?: PackedRelations): KeptRelations => {
  const addresses: string[] = [...(packed?.addresses ?? [])];
  const numbers = new Map<string, number>();
  addresses.forEach((address, nth) => numbers.set(address, nth));
  const names = openLinks(packed?.of, packed?.names);
  const under = openLinks(packed?.of, packed?.under);
  let told = addresses.length;
  const addressOf = (number: number): string => addresses[number] ?? '';
  const learn = (address: string): number => {
    numbers.set(address, addresses.length);
    return addresses.push(address) - 1;
  };
  return {
    numberOf: (address) => numbers.get(address) ?? learn(address),
    addressOf,
    names,
    under,
    set: (number, related) => {
      names.set(number, related.names);
      under.set(number, related.under);
    },
    relatedTo: (number) => ({ names: gathered(names, number), under: gathered(under, number) }),
    newAddresses: () => {
      const fresh = addresses.slice(told);
      told = addresses.length;
      return fresh;
    },
    learn: (known) => {
      known.forEach(learn);
      told = addresses.length;
    },
    /** Numbers are given anew there, so that an address which nothing names any more is forgotten. */
    pack: (entries) => {
      const anew = new Int32Array(addresses.length).fill(-1);
      const left: string[] = [];
      const renumbered = (old: number): number => {
        if (anew[old] === -1) anew[old] = left.push(addressOf(old)) - 1;
        return anew[old] ?? 0;
      };
      const owners = [...entries].flatMap((address) => numbers.get(address) ?? []);
      const of = owners.map(renumbered);
      return { of, names: names.pack(owners, renumbered), under: under.pack(owners, renumbered), addresses: left };
    },
  };
};
