/** What the readers of values share: the sheet, where things stand, and who is asked. */
import { isScalar, type ParsedNode, type Scalar } from 'yaml';
import type { Parsed } from '#archive/frontMatter/parseYaml';
import type { Sheet } from '#archive/frontMatter/sheet';
import type { ReadingContext } from '#archive/reading';

/** Where a field stands: its name and its value, as offsets of the file. */
export type FieldPlace = { readonly key: number; readonly value: number };

/** The reader of one document's fields. */
export type FieldReader = {
  readonly sheet: Sheet;
  readonly parsed: Parsed;
  readonly context: ReadingContext;
  /** Folder of the document inside the content folder. */
  readonly folder: string;
  /** Places of all fields that were read, by dotted name. */
  readonly places: Map<string, FieldPlace>;
};

/** One value as text, with its place. */
export type Written = {
  readonly reader: FieldReader;
  readonly field: string;
  /** The value as YAML gives it, lines joined, trimmed, in NFC. */
  readonly text: string;
  readonly style: 'plain' | 'quoted' | 'block';
  /** Offsets of the file. */
  readonly from: number;
  readonly to: number;
};

/** Offsets of a node in the file. A list or map that goes on over lines ends for YAML where the next field begins. */
export const spanOf = ({ parsed }: FieldReader, node: ParsedNode): { readonly from: number; readonly to: number } => {
  const { source, origin } = parsed;
  const [start, last] = node.range;
  let end = last;
  while (end > start && /\s/.test(source.charAt(end - 1))) end -= 1;
  return { from: origin(start), to: origin(end) };
};

const styleOf = (type: Scalar.Type | undefined): Written['style'] =>
  type === 'PLAIN' || type === undefined ? 'plain' : type.startsWith('QUOTE') ? 'quoted' : 'block';

/** Lines and tabs become single blanks. By splitting: a pattern for blanks round line ends is slow on a long row of blanks. */
const joined = (value: string): string =>
  /[\n\r\t]/.test(value)
    ? value
        .split(/[\n\r\t]+/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
        .join(' ')
    : value.trim();

/** A scalar as one line of text. */
export const writtenIn = (reader: FieldReader, node: Scalar.Parsed, field: string): Written => ({
  reader,
  field,
  text: joined(String(node.value ?? '')).normalize('NFC'),
  style: styleOf(node.type),
  ...spanOf(reader, node),
});

/** Whether a value was left empty without quotes: then its field is as good as absent. */
export const isLeftEmpty = (node: ParsedNode | null): node is null =>
  node === null || (isScalar(node) && styleOf(node.type) !== 'quoted' && String(node.value ?? '').trim() === '');

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** Reports a value as a problem; `instead` is the text to write, `sure` why a machine may write it. */
export const refuse = (
  { reader, field, from, to }: Written,
  message: string,
  fix: { readonly instead: string; readonly sure?: string | undefined } | string,
): void => {
  const sure = typeof fix === 'string' ? undefined : fix.sure;
  const full = typeof fix === 'string' ? fix : { from, to, text: fix.instead, ...(sure !== undefined && { sure }) };
  reader.sheet.problem(from, field, message, full);
};

/** Says something about a value that keeps nothing from being published. */
export const remark = (
  { reader, field, from, to }: Written,
  message: string,
  fix: { readonly instead: string } | string,
): void => reader.sheet.note(from, field, message, typeof fix === 'string' ? fix : { from, to, text: fix.instead });

/** `"Amina"`, cut where it is long: how messages quote. */
export const quote = (text: string): string => `"${shown(text)}"`;
