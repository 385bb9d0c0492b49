/**
 * What the mirror wrote, as a list of lines in its notes: a line for each file before and after it is written, so that a
 * process that is killed at any moment leaves a list which the next one can go on from.
 */
import { appendFileSync, closeSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { columnsOf, entryAt, linesOf, version, type Line } from '#mirror/ledgerLines';
import { openRelations, type KeptRelations, type Related, type Relations } from '#mirror/relations';

/** One file of the mirror. */
export type Entry = {
  /** Path inside the folder, with slashes; empty where nothing lies at the address, which is noted so that it is asked once. */
  readonly file: string;
  /** Where the address leads instead. */
  readonly to?: string;
  /** Beginning of the SHA-256 of its bytes, and how many they are. */
  readonly hash: string;
  readonly bytes: number;
  readonly type: string;
  /** The edition from which it was taken. */
  readonly edition: number;
  /** When it is to be asked for again though no edition changed it, milliseconds since 1970 UTC. */
  readonly until?: number;
  /** Marks of an article's place in lists. */
  readonly place?: { readonly lists: string; readonly corrections: string };
  /** It could not be asked for lately: the file is an older one. */
  readonly late?: boolean;
};

/** The edition up to which the whole folder was brought. */
export type Reached = { readonly number: number; readonly at: number };

/** What must be the same for the folder to be gone on with: otherwise everything is made anew. */
export type Maker = { readonly siteUrl: string; readonly layout: string; readonly build: string };

/** The ledger of one folder. */
export type Ledger = {
  /**
   * Goes on with what lies there. Another maker, or an edition from which nobody can tell what changed since (`reached`
   * given), leaves every file to be made anew; what is done is noted file by file, so that it is done once.
   */
  readonly adopt: (maker: Maker, reached?: Reached) => void;
  readonly reached: () => Reached | undefined;
  readonly entries: ReadonlyMap<string, Entry>;
  /** Numbers in there hold until the ledger is next adopted or reaches an edition. */
  readonly relations: () => Relations;
  /** Headers by kind of file, as the answers had them. */
  readonly headers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Notes them where they are news. */
  readonly learnHeaders: (kind: string, headers: Readonly<Record<string, string>>) => void;
  /** Files that were about to be written when a process was killed, by address. */
  readonly begun: ReadonlyMap<string, string>;
  /** A file is about to be written. */
  readonly begin: (address: string, file: string) => void;
  readonly put: (address: string, entry: Entry, related: Related) => void;
  /** Notes a file that has to do with the same addresses as before. */
  readonly putAgain: (address: string, entry: Entry) => void;
  /** Notes that the file of an address is an older one. */
  readonly putLate: (address: string) => void;
  readonly drop: (address: string) => void;
  /** The folder is whole as of this edition; the list is written anew where much of it is out of date. */
  readonly reach: (reached: Reached) => void;
  readonly close: () => void;
};

/** Lines behind the whole list, beside which it is written anew. */
const muchToClear = 2000;

/** Opens the ledger that lies in `file`, or begins one. */
export const openLedger = (file: string): Ledger => {
  const entries = new Map<string, Entry>();
  let relations: KeptRelations = openRelations();
  const begun = new Map<string, string>();
  const headers = new Map<string, Readonly<Record<string, string>>>();
  let maker: Maker | undefined;
  let reached: Reached | undefined;
  let lines = 0;

  const take = (line: Line): void => {
    const { addressOf } = relations;
    // A list of addresses belongs to the line behind it.
    lines += 'addresses' in line ? 0 : 1;
    if ('v' in line) maker = line.v === version ? line.maker : undefined;
    else if ('whole' in line) {
      relations = openRelations(line.relations);
      const known = relations.addressOf;
      line.relations.of.forEach((number, nth) => entries.set(known(number), entryAt(line.whole, nth)));
    } else if ('addresses' in line) relations.learn(line.addresses);
    else if ('a' in line) {
      entries.set(addressOf(line.a), line.e);
      relations.set(line.a, line.r);
      begun.delete(addressOf(line.a));
    } else if ('begin' in line) begun.set(addressOf(line.begin), line.file);
    else if ('drop' in line) {
      entries.delete(addressOf(line.drop));
      begun.delete(addressOf(line.drop));
    } else if ('headers' in line) for (const [kind, value] of Object.entries(line.headers)) headers.set(kind, value);
    else if ('reached' in line) reached = line.reached ?? undefined;
  };
  for (const line of linesOf(file)) take(line);

  let handle = openSync(file, 'a');
  // A torn last line must not swallow the next one.
  appendFileSync(handle, '\n');
  const write = (line: Line): void => {
    lines += 1;
    const addresses = relations.newAddresses();
    const first = addresses.length > 0 ? `${JSON.stringify({ addresses })}\n` : '';
    appendFileSync(handle, `${first}${JSON.stringify(line)}\n`);
  };
  const note = (address: string, entry: Entry): void => {
    const a = relations.numberOf(address);
    entries.set(address, entry);
    begun.delete(address);
    write({ a, e: entry, r: relations.relatedTo(a) });
  };
  const writeAnew = (): void => {
    const packed = relations.pack(entries.keys());
    const all: Line[] = [
      ...(maker ? [{ v: version, maker }] : []),
      { headers: Object.fromEntries(headers) },
      { whole: columnsOf([...entries.values()]), relations: packed },
      { reached: reached ?? null },
    ];
    relations = openRelations(packed);
    lines = all.length;
    writeFileSync(`${file}.part`, all.map((line) => `${JSON.stringify(line)}\n`).join(''));
    closeSync(handle);
    renameSync(`${file}.part`, file);
    handle = openSync(file, 'a');
  };

  return {
    adopt: (by, since) => {
      if (since === undefined && JSON.stringify(maker) === JSON.stringify(by)) return;
      maker = by;
      reached = since ?? reached;
      for (const [address, entry] of entries) entries.set(address, { ...entry, late: true });
      writeAnew();
    },
    reached: () => reached,
    entries,
    relations: () => relations,
    headers,
    learnHeaders: (kind, said) => {
      const known = headers.get(kind);
      headers.set(kind, said);
      if (JSON.stringify(known) !== JSON.stringify(said)) write({ headers: { [kind]: said } });
    },
    begun,
    begin: (address, path) => {
      begun.set(address, path);
      write({ begin: relations.numberOf(address), file: path });
    },
    put: (address, entry, { names, under }) => {
      const { numberOf } = relations;
      relations.set(numberOf(address), { names: names.map(numberOf), under: under.map(numberOf) });
      note(address, entry);
    },
    putAgain: note,
    putLate: (address) => {
      const entry = entries.get(address);
      if (entry) note(address, { ...entry, late: true });
    },
    drop: (address) => {
      entries.delete(address);
      begun.delete(address);
      write({ drop: relations.numberOf(address) });
    },
    reach: (now) => {
      reached = now;
      if (lines > muchToClear) return writeAnew();
      write({ reached });
    },
    close: () => closeSync(handle),
  };
};
