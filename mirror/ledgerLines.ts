/**
 * The lines in which the ledger is written. What happens is a line of its own, behind the others; now and then all of it is
 * written anew as one line of columns, which is read in a tenth of the time of as many lines.
 */
import { existsSync, readFileSync } from 'node:fs';
import type { Entry, Maker, Reached } from '#mirror/ledger';
import type { PackedRelations, RelatedNumbers } from '#mirror/relations';

/** Headers by kind of file. */
export type KindHeaders = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** All that is known, as columns: the nth of each belongs to the nth entry. Zeros stand for what an entry has not. */
export type Columns = {
  readonly file: readonly string[];
  readonly to: readonly (string | 0)[];
  readonly hash: readonly string[];
  readonly bytes: readonly number[];
  readonly types: readonly string[];
  readonly type: readonly number[];
  readonly edition: readonly number[];
  readonly until: readonly number[];
  readonly place: readonly (readonly [lists: string, corrections: string] | 0)[];
  readonly late: readonly (1 | 0)[];
};

/** One line. Addresses are numbers in the list of addresses, since each stands in many pages. */
export type Line =
  | { readonly v: number; readonly maker: Maker }
  | { readonly whole: Columns; readonly relations: PackedRelations }
  | { readonly addresses: readonly string[] }
  | { readonly a: number; readonly e: Entry; readonly r: RelatedNumbers }
  | { readonly begin: number; readonly file: string }
  | { readonly drop: number }
  | { readonly headers: KindHeaders }
  | { readonly reached: Reached | null };

/** Number of this form of the lines; what was written in another one is made anew. */
export const version = 2;

/** What an older release wrote: its files are known by it as ours, and made anew. */
type OldLine =
  | { readonly names: readonly string[] }
  | { readonly a: number; readonly e: Entry & { readonly names: readonly number[] } };

const asNow = (line: Line | OldLine): Line => {
  if ('names' in line) return { addresses: line.names };
  if (!('a' in line) || 'r' in line) return line;
  const { names, ...e } = line.e;
  return { a: line.a, e, r: { names, under: [] } };
};

/** Reads the lines of a file, if it is there. */
export const linesOf = (file: string): readonly Line[] => {
  if (!existsSync(file)) return [];
  // Read as bytes first: Node's own reading of a long text takes four times as long.
  return readFileSync(file)
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      if (line === '') return [];
      try {
        // What this room wrote itself.
        return [asNow(JSON.parse(line) as Line | OldLine)];
      } catch {
        // The last line of a process that was killed while it wrote.
        return [];
      }
    });
};

/** Entries as columns. */
export const columnsOf = (entries: readonly Entry[]): Columns => {
  const types = [...new Set(entries.map(({ type }) => type))];
  const numbers = new Map(types.map((type, nth) => [type, nth]));
  return {
    file: entries.map(({ file }) => file),
    to: entries.map(({ to }) => to ?? 0),
    hash: entries.map(({ hash }) => hash),
    bytes: entries.map(({ bytes }) => bytes),
    types,
    type: entries.map(({ type }) => numbers.get(type) ?? 0),
    edition: entries.map(({ edition }) => edition),
    until: entries.map(({ until }) => until ?? 0),
    place: entries.map(({ place }) => (place ? [place.lists, place.corrections] : 0)),
    late: entries.map(({ late }) => (late ? 1 : 0)),
  };
};

type Made = { -readonly [Field in keyof Entry]: Entry[Field] };

/** The nth entry of some columns. Written out: each spread would cost as much as reading all the rest. */
export const entryAt = (columns: Columns, nth: number): Entry => {
  const [to, until, place] = [columns.to[nth], columns.until[nth], columns.place[nth]];
  const entry: Made = {
    file: columns.file[nth] ?? '',
    hash: columns.hash[nth] ?? '',
    bytes: columns.bytes[nth] ?? 0,
    type: columns.types[columns.type[nth] ?? 0] ?? '',
    edition: columns.edition[nth] ?? 0,
  };
  if (to) entry.to = to;
  if (until) entry.until = until;
  if (place) entry.place = { lists: place[0], corrections: place[1] };
  if (columns.late[nth]) entry.late = true;
  return entry;
};
