/** Replacements in the editor's text before it is parsed, and the way back from the parsed text to the editor's own. */

/** One replacement: offsets of the editor's own text, `to` not included. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** A text with its edits made. */
export type EditedText = {
  readonly text: string;
  /** The offset in the editor's own text of an offset in `text`; within a replacement, its beginning. */
  original(offset: number): number;
};

/** Edits in order of place, with more of them; of two that overlap the one that was there first stays. */
export const withEdits = (edits: readonly Edit[], more: readonly Edit[]): readonly Edit[] => {
  const known = new Set(edits);
  const kept: Edit[] = [];
  for (const edit of [...edits, ...more].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1);
    if (last && clashes(last, edit)) {
      if (known.has(edit) && !known.has(last)) kept[kept.length - 1] = edit;
    } else kept.push(edit);
  }
  return kept;
};

const isInsert = ({ from, to }: Edit): boolean => from === to;

const clashes = (a: Edit, b: Edit): boolean => overlap(a, b) || (a.from === b.from && isInsert(a) === isInsert(b));

const overlap = (a: Edit, b: Edit): boolean => a.from < b.to && b.from < a.to;

/** Makes all edits, which are in order and do not overlap. */
export const edited = (source: string, edits: readonly Edit[]): EditedText => {
  if (edits.length === 0) return { text: source, original: (offset) => offset };
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(source.slice(at, edit.from), edit.text);
    at = edit.to;
  }
  parts.push(source.slice(at));
  return { text: parts.join(''), original: (offset) => originalOf(offset, edits) };
};

const originalOf = (offset: number, edits: readonly Edit[]): number => {
  let shift = 0;
  for (const { from, to, text } of edits) {
    const start = from + shift;
    if (offset < start) break;
    if (offset < start + text.length) return from;
    shift += text.length - (to - from);
  }
  return offset - shift;
};
