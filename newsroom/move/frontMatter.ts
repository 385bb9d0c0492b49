/** Front matter as text and as places: edited where it stands, so that comments, quotes and line ends stay as they are. */
import { isMap, isScalar, isSeq, parseDocument, type ParsedNode, type Scalar, type YAMLSeq } from 'yaml';
import { decodeFile } from '#archive/frontMatter/decode';
import { findFence } from '#archive/frontMatter/fence';
import type { Edit } from '#newsroom/move/edits';

/** One field as it stands in the file; offsets in UTF-16 units of the whole decoded text. */
export type WrittenField = {
  /** End of the field's name. */
  readonly keyEnd: number;
  /** Absent where the field is left empty. */
  readonly value?: { readonly from: number; readonly to: number };
  readonly node: ParsedNode | null;
};

/** The front matter of a file. */
export type FrontMatter = {
  readonly text: string;
  /** Where the closing fence begins: a new field goes there. */
  readonly closing: number;
  readonly lineEnd: '\n' | '\r\n';
  /** A field at the outermost level; `undefined` where it does not stand there. */
  readonly field: (name: string) => WrittenField | undefined;
  /** Offset in the text of an offset of the fields' own source. */
  readonly at: (offset: number) => number;
};

/** Reads where the fields of a file stand; `undefined` where they cannot be told apart safely. */
export const frontMatterOf = (file: string, bytes: Buffer): FrontMatter | undefined => {
  const text = bytes.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(bytes)) return undefined;
  const { sheet, legible } = decodeFile(file, bytes);
  const fenced = legible ? findFence(sheet) : undefined;
  // A fence that had to be guessed is no place to write at.
  if (!fenced || sheet.problems.length > 0) return undefined;
  const source = text.slice(fenced.from, fenced.to);
  const parsed = parseDocument(source, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const root = parsed.contents;
  if (parsed.errors.length > 0 || (root !== null && !(isMap(root) && !root.flow))) return undefined;
  const at = (offset: number): number => fenced.from + offset;
  return {
    text,
    closing: fenced.closing,
    lineEnd: text.slice(fenced.closing - 2, fenced.closing) === '\r\n' ? '\r\n' : '\n',
    at,
    field: (name) => {
      const pairs = root?.items.filter(({ key }) => isScalar(key) && key.value === name) ?? [];
      const [pair] = pairs;
      if (!pair || pairs.length > 1) return undefined;
      const node = pair.value;
      const [from = 0, to = 0] = node?.range ?? [];
      return {
        keyEnd: at(pair.key.range[1]),
        node,
        ...(node && to > from && { value: { from: at(from), to: at(trimmedEnd(source, from, to)) } }),
      };
    },
  };
};

/** A block that goes on over lines ends for YAML where the next field begins. */
const trimmedEnd = (source: string, from: number, to: number): number => {
  let end = to;
  while (end > from && /\s/.test(source.charAt(end - 1))) end -= 1;
  return end;
};

/** A field with one value is given another; where it is missing, a line is added. */
export const setField = (front: FrontMatter, name: string, written: string): Edit => {
  const field = front.field(name);
  if (!field) return { from: front.closing, to: front.closing, text: `${name}: ${written}${front.lineEnd}` };
  if (field.value) return { ...field.value, text: written };
  const colon = front.text.indexOf(':', field.keyEnd) + 1;
  return { from: colon, to: colon, text: ` ${written}` };
};

const asItem = (address: string): string =>
  /^[/\p{L}\p{M}\p{N}._-]+$/u.test(address) ? address : JSON.stringify(address);

const asList = (addresses: readonly string[]): string => `[${addresses.map(asItem).join(', ')}]`;

type Seq = YAMLSeq.Parsed<ParsedNode>;

const spanOf = (front: FrontMatter, item: ParsedNode): { from: number; to: number } => ({
  from: front.at(item.range[0]),
  to: front.at(item.range[1]),
});

const valueOf = (item: ParsedNode): string | undefined =>
  isScalar(item)
    ? String((item as Scalar).value ?? '')
        .trim()
        .normalize('NFC')
    : undefined;

const lineEndAfter = (text: string, from: number): number => {
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next;
};

/** Behind the last item, in the list's own way of writing. */
const addToList = (front: FrontMatter, list: Seq, address: string): Edit => {
  const last = list.items.at(-1);
  if (list.flow || !last) {
    const at = last ? spanOf(front, last).to : front.at(list.range[1]) - 1;
    return { from: at, to: at, text: `${last ? ', ' : ''}${asItem(address)}` };
  }
  const { from, to } = spanOf(front, last);
  const start = front.text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*-[ \t]*/.exec(front.text.slice(start, from))?.[0] ?? '- ';
  const end = lineEndAfter(front.text, to);
  const at = front.text.charAt(end - 1) === '\r' ? end - 1 : end;
  return { from: at, to: at, text: `${front.lineEnd}${indent}${asItem(address)}` };
};

const takeFromList = (front: FrontMatter, list: Seq, nth: number): Edit => {
  const spans = list.items.map((item) => spanOf(front, item));
  const [here, before, after] = [spans[nth], spans[nth - 1], spans[nth + 1]];
  if (!here) return { from: 0, to: 0, text: '' };
  if (!list.flow) {
    const start = front.text.lastIndexOf('\n', here.from - 1) + 1;
    return { from: start, to: lineEndAfter(front.text, here.to) + 1, text: '' };
  }
  if (after) return { from: here.from, to: after.from, text: '' };
  return { from: before?.to ?? here.from, to: here.to, text: '' };
};

/** What becomes of the old addresses: one that is one no more goes, one that is new comes. */
export type AliasChange = { readonly take?: string; readonly add?: string };

/** The old addresses after a change, oldest first. */
export const aliasesAfter = (aliases: readonly string[], { take, add }: AliasChange): string[] => {
  const place = take === undefined ? -1 : aliases.indexOf(take);
  const kept = aliases.flatMap((alias, nth) => (nth === place ? (add === undefined ? [] : [add]) : [alias]));
  return place >= 0 || add === undefined || kept.includes(add) ? kept : [...kept, add];
};

/** Edits that make the aliases of a file those after a change; `aliases` are its present ones as they were read. */
export const aliasEdits = (front: FrontMatter, aliases: readonly string[], change: AliasChange): Edit[] => {
  const wanted = aliasesAfter(aliases, change);
  if (wanted.join('\n') === aliases.join('\n')) return [];
  const field = front.field('aliases');
  const list = field?.node && isSeq(field.node) ? field.node : undefined;
  const nth = list?.items.findIndex((item) => valueOf(item) === change.take) ?? -1;
  if (!list || (wanted.length === 0 && !list.flow)) return [wholeField(front, field, wanted)];
  const item = list.items[nth];
  if (item && change.add !== undefined) return [{ ...spanOf(front, item), text: asItem(change.add) }];
  if (item) return [takeFromList(front, list, nth)];
  return change.add === undefined ? [] : [addToList(front, list, change.add)];
};

/** The field written anew as a list in brackets; without old addresses it goes. */
const wholeField = (front: FrontMatter, field: WrittenField | undefined, wanted: readonly string[]): Edit => {
  if (wanted.length > 0 || !field) return setField(front, 'aliases', asList(wanted));
  const start = front.text.lastIndexOf('\n', field.keyEnd - 1) + 1;
  return { from: start, to: lineEndAfter(front.text, field.value?.to ?? field.keyEnd) + 1, text: '' };
};
