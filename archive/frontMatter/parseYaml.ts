/** Parses front matter with the failsafe schema: every value is the text as typed. Lines that YAML refuses are explained and mended first. */
import { parseDocument, type Document, type ParsedNode, type YAMLError } from 'yaml';
import { linesOf } from '#archive/body/lines';
import { diagnose, type Repair } from '#archive/frontMatter/diagnose';
import { tellConflict } from '#archive/frontMatter/mergeMarks';
import type { Fenced } from '#archive/frontMatter/fence';
import type { Sheet } from '#archive/frontMatter/sheet';

/** The parsed fields, and the way from a place in `source` to its place in the file. */
export type Parsed = {
  readonly root: ParsedNode | null;
  readonly source: string;
  readonly origin: (offset: number) => number;
  /** Whether YAML could read all of it, after what was mended: only then is a field that is not there missing. */
  readonly whole: boolean;
};

/** Longest front matter of a document, and longest file that is all YAML, in UTF-16 units. */
const longest = { fields: 64 * 1024, file: 512 * 1024 };
const deepest = 32;
/** Lines explained in one file; each costs one more parse. */
const mostRepairs = 20;

const parse = (source: string): Document.Parsed<ParsedNode> =>
  parseDocument(source, {
    schema: 'failsafe',
    // The parser compares each key with all before it: 100,000 keys took minutes. Our own look at the tree uses a set.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });

/** Offset at which brackets or list dashes nest deeper than the limit. Counts without regard to quotes, so it may be early. */
const tooDeep = (source: string): number | undefined => {
  const compact = new RegExp(`^[ \\t]*(?:[-?][ \\t]+){${deepest}}`, 'm').exec(source);
  if (compact) return compact.index;
  let depth = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 0x5b || code === 0x7b) depth += 1;
    else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
    if (depth > deepest) return at;
  }
  return undefined;
};

/** What makes it useless or dangerous to hand the text to the parser. */
const unfit = (sheet: Sheet, { from, to }: Pick<Fenced, 'from' | 'to'>, isWhole: boolean): boolean => {
  const source = sheet.text.slice(from, to);
  const say = (at: number, message: string, fix: string): true => {
    sheet.problem(from + at, 'front matter', message, fix);
    return true;
  };
  const most = isWhole ? longest.file : longest.fields;
  if (source.length > most)
    return say(0, `is longer than ${most / 1024} kB.`, 'Keep to the fields; words go below the fence.');
  if (tellConflict(sheet, from, to)) return true;
  const deep = tooDeep(source);
  return deep !== undefined && say(deep, `nests deeper than ${deepest}.`, 'Write the value on a plain line.');
};

/** Offsets of a repaired text as offsets of the file: same line, same column as far as the line goes. */
const originIn = (sheet: Sheet, source: string, from: number, repaired: boolean): ((offset: number) => number) => {
  if (!repaired) return (offset) => from + offset;
  const firstLine = sheet.lines.place(from).line;
  const lines = linesOf(source);
  return (offset) => {
    const { line, column } = lines.place(offset);
    const start = sheet.lines.offset(line - 1 + firstLine, 1);
    const end = sheet.text.indexOf('\n', start);
    return Math.min(start + column - 1, end < 0 ? sheet.text.length : end);
  };
};

const firstFault = (errors: readonly YAMLError[]): YAMLError | undefined =>
  errors.toSorted((a, b) => a.pos[0] - b.pos[0])[0];

/** Tabs at the start of lines, all at once: an editor that makes one makes many. Answers the text with blanks instead. */
const withoutTabs = (sheet: Sheet, source: string, firstLine: number): string => {
  const lines = source.split('\n');
  lines.forEach((line, nth) => {
    const tabbed = /^ *\t[ \t]*/.exec(line)?.[0];
    if (tabbed === undefined) return;
    const blanks = tabbed.replaceAll('\t', '  ');
    const at = sheet.lines.offset(firstLine + nth, 1);
    sheet.problem(at, 'front matter', 'is indented with a tab.', 'Indent with blanks.');
    sheet.mend({ from: at, to: at + tabbed.length, text: blanks, why: 'indents are blanks' });
    sheet.mute(firstLine + nth);
    lines[nth] = blanks + line.slice(tabbed.length);
  });
  return lines.join('\n');
};

/** Writes a repair down, and answers the text to parse next. */
const withRepair = (sheet: Sheet, source: string, firstLine: number, repair: Repair): string => {
  const start = sheet.lines.offset(firstLine + repair.line, 1);
  const { write: text, sure } = repair;
  const replacement = { from: start, to: start + repair.length, text, ...(sure !== undefined && { sure }) };
  sheet.problem(start + repair.column, repair.field, repair.message, repair.fix ?? replacement);
  repair.lines.forEach((_, nth) => sheet.mute(firstLine + repair.line + nth));
  const all = source.split('\n');
  all.splice(repair.line, repair.lines.length, ...repair.lines);
  return all.join('\n');
};

/** Whether one more parse may be spent on a text: long ones cost up to half a second each. */
const mayRepair = (round: number, source: string): boolean => round < (source.length > 16_384 ? 3 : mostRepairs);

/**
 * Parses the fields between two offsets. `isWhole` for files that are YAML from end to end; `fieldNames` are the names that
 * help to tell a field from a sentence. `undefined` where the parser was not even asked; the sheet says why.
 */
export const parseYaml = (
  sheet: Sheet,
  place: Pick<Fenced, 'from' | 'to'>,
  options: { readonly isWhole: boolean; readonly fieldNames: ReadonlySet<string> },
): Parsed | undefined => {
  if (unfit(sheet, place, options.isWhole)) return undefined;
  try {
    return parseAndRepair(sheet, place, options.fieldNames);
  } catch {
    // The parser recurses: what nests in a way that the counts above do not see ends in a full stack.
    sheet.problem(place.from, 'front matter', 'cannot be read.', 'Write one field to a line.');
    return undefined;
  }
};

const parseAndRepair = (
  sheet: Sheet,
  { from, to }: Pick<Fenced, 'from' | 'to'>,
  names: ReadonlySet<string>,
): Parsed => {
  const firstLine = sheet.lines.place(from).line;
  const repaired = new Set<number>();
  let source = sheet.text.slice(from, to);
  for (let round = 0; ; round += 1) {
    const document = parse(source);
    const fault = firstFault(document.errors);
    const origin = originIn(sheet, source, from, round > 0);
    if (!fault) return { root: document.contents, source, origin, whole: true };
    if (fault.code === 'TAB_AS_INDENT' && round === 0) {
      source = withoutTabs(sheet, source, firstLine);
      continue;
    }
    const repair = mayRepair(round, source) ? diagnose(source, fault, names) : undefined;
    if (!repair || repaired.has(repair.line)) {
      const fix = 'Write one field to a line, the words in quotes.';
      sheet.problem(origin(fault.pos[0]), 'front matter', 'cannot be read from here on.', fix);
      return { root: null, source, origin, whole: false };
    }
    repaired.add(repair.line);
    source = withRepair(sheet, source, firstLine, repair);
  }
};
