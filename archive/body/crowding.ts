/**
 * Finds what would crowd the parser: it is native code that cannot be stopped, and some of what it does grows with the
 * square of what it is given. Measured with sätteri 0.10.5, in each case with text that no newspaper prints: a table of
 * 1,000 columns and rows 1.2 s, 4,000 entities in one paragraph 0.2 s, 4,000 open tags 0.1 s, 200,000 footnote marks 4 s,
 * 500,000 quotation marks at a line's beginning over a minute.
 */

/** Why a text is not given to the parser: what is wrong, and the offset at which it begins. */
export type Crowding = { readonly at: number; readonly message: string; readonly fix: string };

/** Containers that may open at the beginning of one line. */
const MOST_CONTAINERS = 32;
const MOST_LINES = 50_000;
const MOST_TAGS = 2000;
const MOST_SIGNS = 2000;
const MOST_MODULES = 200;
const MOST_FOOTNOTE_MARKS = 2000;
const MOST_DEFINITIONS = 1000;
/** Units of a line with letters beyond ASCII times its signs, all lines together: places in such lines are counted anew for each sign. */
const MOST_COUNTING = 200_000_000;
const MOST_CELLS = 50_000;
const MOST_ENTITIES = 1000;

/** The first thing in a text that is too much for the parser. */
export const crowdingIn = (source: string): Crowding | undefined =>
  tooManyOf(source, /\n/g, MOST_LINES, 'lines') ??
  tooManyOf(source, /<[A-Za-z/>]/g, MOST_TAGS, 'tags') ??
  tooManyOf(source, /\{|<(?![A-Za-z/>])/g, MOST_SIGNS, 'signs { and <') ??
  tooManyOf(source, /^(?:import|export)\b/gm, MOST_MODULES, 'paragraphs that begin with import or export') ??
  tooManyOf(source, /\[\^/g, MOST_FOOTNOTE_MARKS, 'footnote marks') ??
  tooManyOf(source, /^[ \t>]*\[[^\]\n]*\]:/gm, MOST_DEFINITIONS, 'link definitions') ??
  longLines(source) ??
  crowdedLines(source) ??
  crowdedTable(source) ??
  crowdedParagraph(source);

const tooManyOf = (source: string, sign: RegExp, most: number, name: string): Crowding | undefined => {
  let count = 0;
  for (const { index } of source.matchAll(sign)) {
    count += 1;
    if (count > most) return { at: index, message: `holds over ${most} ${name}.`, fix: 'Split the text into parts.' };
  }
  return undefined;
};

const longLines = (source: string): Crowding | undefined => {
  let counting = 0;
  for (const { 0: line, index } of source.matchAll(/^.{1000,}$/gm)) {
    // A hidden sign is a letter beyond ASCII too.
    if (!/[^\0-\x7f]|[{<]/.test(line)) continue;
    counting += line.length * (line.match(/[^\p{L}\p{M}\p{N}\s.,;]/gu)?.length ?? 0);
    if (counting > MOST_COUNTING) {
      return { at: index, message: 'holds very long lines full of signs.', fix: 'Part them into paragraphs.' };
    }
  }
  return undefined;
};

const containers = /(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/y;
const oneContainer = />|[-+*]|\d+/g;
const delimiterRow = /^[\s|:>-]+$/;

/** Quotations and lists opened on one line. */
const crowdedLines = (source: string): Crowding | undefined => {
  for (let at = 0; at < source.length; at = nextLine(source, at)) {
    containers.lastIndex = at;
    const opened = containers.exec(source)?.[0];
    if (opened && opened.length > MOST_CONTAINERS && isNested(opened)) {
      return { at, message: `Nested deeper than ${MOST_CONTAINERS}.`, fix: 'Take some of it apart.' };
    }
  }
  return undefined;
};

const nextLine = (source: string, at: number): number => {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
};

/** A row of stars or dashes is a line across, however long. */
const isNested = (opened: string): boolean => {
  const signs = opened.match(oneContainer) ?? [];
  return signs.length > MOST_CONTAINERS && !(signs.every((sign) => sign === signs[0]) && /^[-*]$/.test(signs[0] ?? ''));
};

/** Tables by their cells: a row of dashes and bars gives each line of its block as many cells as itself. */
const crowdedTable = (source: string): Crowding | undefined => {
  if (!source.includes('|')) return undefined;
  let [columns, rows] = [0, 0];
  for (let at = 0; at < source.length; at = nextLine(source, at)) {
    const line = source.slice(at, nextLine(source, at));
    if (/^[\s>]*$/.test(line)) [columns, rows] = [0, 0];
    else if (line.includes('|') && delimiterRow.test(line)) columns = Math.max(columns, line.split('|').length);
    rows += 1;
    if (rows * columns > MOST_CELLS) {
      const fix = 'Write it as a CSV file and show it with <Table>.';
      return { at, message: `holds a table of over ${MOST_CELLS} cells.`, fix };
    }
  }
  return undefined;
};

const crowdedParagraph = (source: string): Crowding | undefined => {
  if (!source.includes('&')) return undefined;
  let [count, from] = [0, 0];
  for (const { index } of source.matchAll(/&#?\w+;/g)) {
    if (/\n[ \t]*\r?\n/.test(source.slice(from, index))) count = 0;
    from = index;
    count += 1;
    if (count > MOST_ENTITIES) {
      return {
        at: index,
        message: `holds over ${MOST_ENTITIES} entities (&…;) in one paragraph.`,
        fix: 'Write the letters themselves.',
      };
    }
  }
  return undefined;
};
