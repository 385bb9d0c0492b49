/** What the public may see no more, told from the archive alone, so that it is gone before anything else is written. */
import { readAddress } from '#edge/address';
import type { Archive } from '#archive/questions';
import type { Entry, Ledger } from '#mirror/ledger';
import { articleAt, articleOfCard } from '#mirror/articleAddress';
import { canName } from '#mirror/references';
import type { Moment } from '#model/moment';

/** The article to which a file belongs: the page itself, its twin in Markdown, its card. Decoded. */
const articleOf = (address: string): string | undefined => articleAt(address) ?? articleOfCard(address);

/** Says whether a file may still be seen. */
const gateAt = (archive: Archive, articles: readonly string[], now: Moment): ((address: string) => boolean) => {
  const open = new Set(articles);
  const byHash = new Map<string, boolean>();
  const isPublic = (kind: string, hash: string): boolean => {
    const known = byHash.get(hash);
    if (known !== undefined) return known;
    const found = (kind === 'files' ? archive.asset(hash, now) : archive.picture(hash, now)) !== undefined;
    byHash.set(hash, found);
    return found;
  };
  return (address) => {
    // Asked of each file in each run: no list of its parts is made where a look at its beginning is enough.
    const kind = ['pictures', 'files'].find((name) => address.startsWith(`/${name}/`));
    if (kind !== undefined) return isPublic(kind, address.split('/')[2] ?? '');
    const article = articleOf(address);
    return article === undefined || open.has(article);
  };
};

/** What telling take-downs needs. */
export type Facts = {
  readonly archive: Archive;
  /** Public articles (`archive.publicAddresses`). */
  readonly articles: readonly string[];
  readonly entries: ReadonlyMap<string, Entry>;
};

/** Addresses of files that may be seen no more. */
export const takenDownAt = ({ archive, articles, entries }: Facts, now: Moment): readonly string[] => {
  const isOpen = gateAt(archive, articles, now);
  return [...entries].flatMap(([address, { file }]) => (file === '' || isOpen(address) ? [] : [address]));
};

/** What finding files by their words needs. */
export type Search = {
  readonly ledger: Pick<Ledger, 'entries' | 'relations'>;
  readonly read: (file: string) => Buffer;
};

const needlesOf = (address: string): readonly Buffer[] =>
  [...new Set([address, decodeURI(address)])].map((text) => Buffer.from(text));

/** Addresses of files that lead to what was taken down, or hold its address anywhere in their bytes. */
export const holdersOf = (taken: readonly string[], { ledger, read }: Search): ReadonlySet<string> => {
  if (taken.length === 0) return new Set();
  const { numberOf, names } = ledger.relations();
  const gone = new Set(taken.map(numberOf));
  const needles = taken.filter((address) => readAddress(address)?.known?.kind === 'article').flatMap(needlesOf);
  const holds = (number: number, { type, file }: Entry): boolean => {
    if (names.some(number, (name) => gone.has(name))) return true;
    if (needles.length === 0 || file === '' || !canName(type)) return false;
    const bytes = read(file);
    return needles.some((needle) => bytes.includes(needle));
  };
  const holders = new Set<string>();
  for (const [address, entry] of ledger.entries) {
    const number = numberOf(address);
    if (!gone.has(number) && holds(number, entry)) holders.add(address);
  }
  return holders;
};
