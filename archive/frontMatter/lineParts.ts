/** Lines of front matter taken apart without YAML, for the lines that YAML refuses. */

/** One line of front matter taken apart: blanks and list dashes, a key, and the rest. */
export type LineParts = {
  readonly indent: string;
  readonly key: string;
  readonly value: string;
  readonly colon: boolean;
};

const keyForm = /^([ \t]*(?:-[ \t]+)?)([^\s:#"'[{][^:]*|"[^"]*"[ \t]*|'[^']*'[ \t]*):(?=[ \t]|$)[ \t]*/;

/** Takes a line apart. */
export const partsOf = (line: string): LineParts => {
  const text = line.replace(/\r$/, '');
  const match = keyForm.exec(text);
  if (match) {
    const [whole, indent = '', key = ''] = match;
    return { indent, key: key.trim(), value: text.slice(whole.length).trimEnd(), colon: true };
  }
  const dash = /^[ \t]*(?:-[ \t]+)?/.exec(text)?.[0] ?? '';
  return { indent: dash, key: '', value: text.slice(dash.length).trimEnd(), colon: false };
};

/** The line with another value. */
export const rebuilt = ({ indent, key, colon }: LineParts, value: string): string =>
  `${indent}${key}${colon ? ': ' : ''}${value}`;

/** Blanks before a line's first sign. */
export const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;

const startsItem = (line: string, indent: number): boolean =>
  indentOf(line) === indent && /^-[ \t]/.test(line.slice(indent));

/** The dotted name of the field in a line, from the lines above it: `corrections.0.text`. */
export const dottedName = (lines: readonly string[], at: number): string => {
  const name: string[] = [partsOf(lines[at] ?? '').key];
  // The column of the key whose list or map is looked for; a dash belongs to the list above it.
  let column = partsOf(lines[at] ?? '').indent.length;
  for (let line = at; line >= 0 && column > 0; line -= 1) {
    const text = lines[line] ?? '';
    const own = indentOf(text);
    if (text.trim() === '' || own >= column) continue;
    if (startsItem(text, own)) {
      let nth = 0;
      let above = line - 1;
      for (; above >= 0 && (indentOf(lines[above] ?? '') > own || startsItem(lines[above] ?? '', own)); above -= 1) {
        if (startsItem(lines[above] ?? '', own)) nth += 1;
      }
      name.unshift(partsOf(lines[above] ?? '').key, String(nth));
      column = above < 0 ? 0 : indentOf(lines[above] ?? '');
      line = above;
    } else {
      name.unshift(partsOf(text).key);
      column = own;
    }
  }
  return name.filter((part) => part !== '').join('.');
};
