/** Replacements in a text, and the lines that they change. */
import { linesOf } from '#archive/body/lines';

/** One replacement; offsets in UTF-16 units of the text as it was. */
export type Edit = { readonly from: number; readonly to: number; readonly text: string };

/** A line as it was and as it becomes; only one of the two where a line is new or gone. */
export type LineChange = { readonly line: number; readonly before?: string; readonly after?: string };

const inOrder = (edits: readonly Edit[]): Edit[] => edits.toSorted((a, b) => a.from - b.from || a.to - b.to);

/** A stretch of a text with its edits made; they never touch one another. */
export const edited = (text: string, edits: readonly Edit[], from = 0, to = text.length): string => {
  let [out, at] = ['', from];
  for (const edit of inOrder(edits)) {
    out += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return out + text.slice(at, to);
};

const shown = (line: string): string | undefined => {
  const plain = line.replace(/\r?\n$/, '').replace(/\r$/, '');
  return plain === '' ? undefined : plain;
};

/** Each line, or block of lines, that the edits change, in order. */
export const changedLines = (text: string, edits: readonly Edit[]): LineChange[] => {
  const lines = linesOf(text);
  const stretches: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of inOrder(edits)) {
    const isNewLine = edit.from === edit.to && /\n$/.test(edit.text);
    const from = text.lastIndexOf('\n', edit.from - 1) + 1;
    const next = text.indexOf('\n', edit.to);
    const to = isNewLine ? edit.to : next < 0 ? text.length : next;
    const last = stretches.at(-1);
    if (last && from <= last.to && !isNewLine) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else stretches.push({ from: isNewLine ? edit.from : from, to, edits: [edit] });
  }
  return stretches.map(({ from, to, edits: here }) => {
    const before = shown(text.slice(from, to));
    const after = shown(edited(text, here, from, to));
    return {
      line: lines.place(from).line,
      ...(before !== undefined && { before }),
      ...(after !== undefined && { after }),
    };
  });
};
