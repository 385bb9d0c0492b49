/** Finds the whole of a tag in a text that the parser could not read. */

/** A tag as it is written: from its `<` to behind its `>`. */
export type WrittenTag = {
  readonly from: number;
  readonly to: number;
  readonly name: string;
  readonly isClosing: boolean;
  /** Whether it has its `>`. */
  readonly isComplete: boolean;
};

/** Longest tag that is looked through. */
const LONGEST = 20_000;

/** The tag that begins exactly here; `undefined` where none does. */
export const tagAt = (source: string, from: number): WrittenTag | undefined => {
  const start = /^<(\/?)([A-Za-z][\w.:-]*)?/.exec(source.slice(from, from + 200));
  if (!start) return undefined;
  const [opening, slash, name = ''] = start;
  const end = endOfTag(source, from + opening.length);
  return { from, to: end ?? from + opening.length, name, isClosing: slash !== '', isComplete: end !== undefined };
};

/** The place behind the `>` that is in no quotation marks; an empty line or another `<` ends the search. */
const endOfTag = (source: string, from: number): number | undefined => {
  let quote = '';
  for (let at = from; at < source.length && at - from < LONGEST; at += 1) {
    const unit = source[at] ?? '';
    if (quote !== '') {
      if (unit === quote) quote = '';
    } else if (unit === '"' || unit === "'") quote = unit;
    else if (unit === '>') return at + 1;
    else if (unit === '<' || /^\n[ \t]*\r?\n/.test(source.slice(at, at + 80))) return undefined;
  }
  // A quotation mark that never closes: the first > ends the tag.
  const end = source.indexOf('>', from);
  return quote !== '' && end >= 0 && end - from < LONGEST ? end + 1 : undefined;
};
