/** Lines and columns of a text, by offset. */

/** The lines of one text. Offsets and columns count UTF-16 units; lines and columns start at 1. */
export type Lines = {
  place(offset: number): { readonly line: number; readonly column: number };
  /** The whole line in which the offset stands, without its end, and where it begins. */
  around(offset: number): { readonly text: string; readonly from: number };
  /** Offset of a line's and column's place; beyond the text, its end. */
  offset(line: number, column: number): number;
};

/** Indexes a text whose lines end in `\n` or `\r\n`. */
export const linesOf = (text: string): Lines => {
  let starts: number[] | undefined;
  // Most bodies have nothing to report: the index is made when somebody first asks.
  const index = (): number[] => (starts ??= lineStarts(text));
  const place: Lines['place'] = (offset) => {
    const line = lastAtOrBefore(index(), offset);
    return { line: line + 1, column: offset - (index()[line] ?? 0) + 1 };
  };
  return {
    place,
    around(offset) {
      const from = index()[place(offset).line - 1] ?? 0;
      const end = text.indexOf('\n', from);
      return { text: text.slice(from, end < 0 ? undefined : end).replace(/\r$/, ''), from };
    },
    offset: (line, column) => Math.min((index()[line - 1] ?? text.length) + column - 1, text.length),
  };
};

const lineStarts = (text: string): number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** Index of the last of the sorted numbers that is not greater than `value`; 0 where all are greater. */
export const lastAtOrBefore = (sorted: readonly number[], value: number): number => {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};
