/**
 * What the mirror wrote, as a list of lines in its notes: a line for each file before and after it is written, so that a
 * process that is killed at any moment leaves a list which the next one can go on from.
 */
import { appendFileSync, closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

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
  /** Addresses that it names. */
  readonly names: readonly string[];
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
  /** Headers by kind of file, as the answers had them. */
  readonly headers: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** Notes them where they are news. */
  readonly learnHeaders: (kind: string, headers: Readonly<Record<string, string>>) => void;
  /** Files that were about to be written when a process was killed, by address. */
  readonly begun: ReadonlyMap<string, string>;
  /** A file is about to be written. */
  readonly begin: (address: string, file: string) => void;
  readonly put: (address: string, entry: Entry) => void;
  readonly drop: (address: string) => void;
  /** The folder is whole as of this edition; the list is written anew where much of it is out of date. */
  readonly reach: (reached: Reached) => void;
  readonly close: () => void;
};

/** One line. Addresses are numbers in the list of names, since each stands in many pages. */
type Line =
  | { readonly v: number; readonly maker: Maker }
  | { readonly names: readonly string[] }
  | { readonly a: number; readonly e: PackedEntry }
  | { readonly begin: number; readonly file: string }
  | { readonly drop: number }
  | { readonly headers: Readonly<Record<string, Readonly<Record<string, string>>>> }
  | { readonly reached: Reached | null };

type PackedEntry = Omit<Entry, 'names'> & { readonly names: readonly number[] };

const version = 1;

const linesOf = (file: string): readonly Line[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line === '') return [];
      try {
        // What this file wrote itself.
        return [JSON.parse(line) as Line];
      } catch {
        // The last line of a process that was killed while it wrote.
        return [];
      }
    });
};

/** Lines that say nothing any more, beside which the list is written anew. */
const muchToClear = 2000;

/** Opens the ledger that lies in `file`, or begins one. */
export const openLedger = (file: string): Ledger => {
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const entries = new Map<string, Entry>();
  const begun = new Map<string, string>();
  const headers = new Map<string, Readonly<Record<string, string>>>();
  let maker: Maker | undefined;
  let reached: Reached | undefined;
  let lines = 0;
  let unnamed: string[] = [];

  const learn = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  const nameOf = (number: number): string => names[number] ?? '';
  const numberOf = (name: string): number => {
    if (!numbers.has(name)) unnamed.push(name);
    return learn(name);
  };

  const take = (line: Line): void => {
    // Lists of names belong to the line behind them.
    lines += 'names' in line ? 0 : 1;
    if ('v' in line) maker = line.v === version ? line.maker : undefined;
    else if ('names' in line) line.names.forEach(learn);
    else if ('a' in line) {
      entries.set(nameOf(line.a), { ...line.e, names: line.e.names.map(nameOf) });
      begun.delete(nameOf(line.a));
    } else if ('begin' in line) begun.set(nameOf(line.begin), line.file);
    else if ('drop' in line) {
      entries.delete(nameOf(line.drop));
      begun.delete(nameOf(line.drop));
    } else if ('headers' in line) for (const [kind, value] of Object.entries(line.headers)) headers.set(kind, value);
    else reached = line.reached ?? undefined;
  };
  for (const line of linesOf(file)) take(line);

  let handle = openSync(file, 'a');
  // A torn last line must not swallow the next one.
  appendFileSync(handle, '\n');
  const text = (line: Line): string => {
    lines += 1;
    const first = unnamed.length > 0 ? `${JSON.stringify({ names: unnamed })}\n` : '';
    unnamed = [];
    return `${first}${JSON.stringify(line)}\n`;
  };
  const write = (line: Line): void => appendFileSync(handle, text(line));
  const packed = (entry: Entry): PackedEntry => ({ ...entry, names: entry.names.map(numberOf) });

  const writeAnew = (): void => {
    names.length = 0;
    numbers.clear();
    unnamed = [];
    lines = 0;
    const all = [
      ...(maker ? [text({ v: version, maker })] : []),
      text({ headers: Object.fromEntries(headers) }),
      ...[...entries].map(([address, entry]) => text({ a: numberOf(address), e: packed(entry) })),
      text({ reached: reached ?? null }),
    ];
    writeFileSync(`${file}.part`, all.join(''));
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
    headers,
    learnHeaders: (kind, said) => {
      const known = headers.get(kind);
      headers.set(kind, said);
      if (JSON.stringify(known) !== JSON.stringify(said)) write({ headers: { [kind]: said } });
    },
    begun,
    begin: (address, path) => {
      begun.set(address, path);
      write({ begin: numberOf(address), file: path });
    },
    put: (address, entry) => {
      entries.set(address, entry);
      begun.delete(address);
      write({ a: numberOf(address), e: packed(entry) });
    },
    drop: (address) => {
      entries.delete(address);
      begun.delete(address);
      write({ drop: numberOf(address) });
    },
    reach: (now) => {
      reached = now;
      if (lines > entries.size + muchToClear) return writeAnew();
      write({ reached });
    },
    close: () => closeSync(handle),
  };
};
