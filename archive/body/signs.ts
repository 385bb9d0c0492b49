/**
 * Hides from the parser each `{` and `<` that may be a writer's sign. Nothing in a brace ever reaches the parser's own
 * parser of JavaScript, which ends the whole process on deep nesting (`{((((…` 20,000 deep: stack overflow in native code)
 * and is quadratic in the number of braces. Each hidden sign becomes one rare punctuation mark of the same length, so that
 * places stay true, and is judged after parsing: only the parser knows what is code and what is text.
 */

/** The marks that stand for hidden signs; none of them occurs in the text. */
export type Marks = {
  readonly brace: string;
  readonly angle: string;
  /** Stands for a note to the desk that is left out. */
  readonly hush: string;
};

/** A text with its signs hidden: as long as the editor's own. */
export type HiddenSigns = {
  readonly text: string;
  readonly marks: Marks;
  /** Offsets of the hidden signs, ascending. */
  readonly offsets: readonly number[];
  /** Values of attributes that are code: in `text` they read `{0   }`, of the same length. */
  readonly code: readonly { readonly from: number; readonly to: number }[];
};

/** New Testament editorial marks: punctuation to the parser, as the signs themselves are, and in no newspaper. */
const candidates = Array.from({ length: 23 }, (_, i) => String.fromCharCode(0x2e00 + i));

/** Hides the signs of a text; `undefined` where the text itself holds nearly all of the rare marks. */
export const hideSigns = (source: string): HiddenSigns | undefined => {
  const [brace, angle, hush] = candidates.filter((mark) => !source.includes(mark));
  if (brace === undefined || angle === undefined || hush === undefined) return undefined;
  const marks = { brace, angle, hush };
  const [offsets, code, parts]: [number[], { from: number; to: number }[], string[]] = [[], [], []];
  let [copied, noteEnd] = [0, 0];
  const put = (at: number, length: number, text: string): void => {
    parts.push(source.slice(copied, at), text);
    copied = at + length;
  };
  for (const { index: at, 0: sign } of source.matchAll(/[{<]/g)) {
    if (at < copied || isEscaped(source, at)) continue;
    // In a note to the desk no tag opens and no value stands: all its signs are hidden with it.
    if (at >= noteEnd) noteEnd = endOfNote(source, at);
    const value = sign === '{' && at >= noteEnd ? attributeValue(source, at) : undefined;
    if (value === 'literal' || (sign === '<' && at >= noteEnd && opensTag(source, at))) continue;
    if (value) {
      put(at, value.length, `{0${' '.repeat(value.length - 3)}}`);
      code.push({ from: at, to: at + value.length });
    } else {
      put(at, 1, sign === '{' ? brace : angle);
      offsets.push(at);
    }
  }
  parts.push(source.slice(copied));
  return { text: parts.join(''), marks, offsets, code };
};

/** End of the note to the desk that opens here; 0 where none does. */
const endOfNote = (source: string, at: number): number => {
  if (source.startsWith('{/*', at)) return source.indexOf('*/', at + 3) + 1;
  return source.startsWith('<!--', at) ? source.indexOf('-->', at + 4) + 1 : 0;
};

const isEscaped = (source: string, at: number): boolean => {
  let slashes = 0;
  while (source[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
};

const literalValue = /\{\s*(?:true|false|null|-?\d[\d.]*|"[^"\n<>]*"|'[^'\n<>]*'|\[[\s\d.,+-]{0,100}\])\s*\}/y;

/** What a brace after `name=` holds: a literal, which the parser may see, or code, given as it stands (one line). */
const attributeValue = (source: string, at: number): 'literal' | { readonly length: number } | undefined => {
  if (source[at - 1] !== '=' || !/[\w-]/.test(source[at - 2] ?? '')) return undefined;
  literalValue.lastIndex = at;
  if (literalValue.test(source)) return 'literal';
  const length = balancedLength(source, at);
  return length === undefined || length < 3 ? undefined : { length };
};

const LONGEST_VALUE = 2000;

/** Length of a balanced `{…}` on one line. */
const balancedLength = (source: string, from: number): number | undefined => {
  let depth = 0;
  for (let at = from; at < source.length && at - from < LONGEST_VALUE; at += 1) {
    const unit = source[at];
    if (unit === '\n') return undefined;
    if (unit === '{') depth += 1;
    if (unit === '}') depth -= 1;
    if (depth === 0) return at - from + 1;
  }
  return undefined;
};

/** `<https://…>` and `<name@…>`, as Markdown has them. */
export const autolink = /<(?:[a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)*)>/iy;

/** `<br>` and its misspellings that are no element in strict MDX. */
export const lineBreak = /<(?:br(?:\s[^<>]*[^<>/]|\s*)|\/br\s*)>/iy;

/** Whether a pattern (sticky) matches exactly here. */
export const matchesAt = (pattern: RegExp, source: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
};

/** A tag opens before an ASCII letter, `/` or `>`, unless it is an automatic link or a line break. */
const opensTag = (source: string, at: number): boolean => {
  if (!/[A-Za-z/>]/.test(source[at + 1] ?? '')) return false;
  // The pointed brackets of a link's address, `[word](<https://…>)` and `[word]: <https://…>`, are Markdown's own.
  if (/\](?:\(|:)\s?$/.test(source.slice(Math.max(0, at - 3), at))) return true;
  return !matchesAt(autolink, source, at) && !matchesAt(lineBreak, source, at);
};
