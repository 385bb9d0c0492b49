/** Explains a line that YAML refuses, in the editor's words, and says how it is to be written. */
import type { YAMLError } from 'yaml';
import { dottedName, indentOf, partsOf, rebuilt } from '#archive/frontMatter/lineParts';
import { inQuotes, isInCurlyMarks, withoutMarks } from '#archive/frontMatter/quoted';

/** What is wrong with a line, and the lines to read instead of it (and of those after it that belong to it). */
export type Repair = {
  /** Index of the first line concerned, from 0. */
  readonly line: number;
  /** Column of the fault in that line, from 0. */
  readonly column: number;
  readonly field: string;
  readonly message: string;
  /** The text that should stand instead of the first `length` units from the line's start. */
  readonly write: string;
  readonly length: number;
  /** A sentence, where the line alone would not do. */
  readonly fix?: string;
  /** Why a machine may write it. */
  readonly sure?: string;
  /** The lines to parse instead, as many as are replaced. */
  readonly lines: readonly string[];
};

type Context = { readonly lines: readonly string[]; readonly fieldNames: ReadonlySet<string> };

/** A repair of one line, written `write`. */
const oneLine = (
  { lines }: Context,
  at: number,
  said: Pick<Repair, 'message' | 'write'> & Partial<Pick<Repair, 'fix' | 'sure' | 'field' | 'column'>>,
): Repair => {
  const line = lines[at] ?? '';
  const parts = partsOf(line);
  const bare = line.replace(/\r$/, '');
  const column =
    parts.colon || parts.indent !== ''
      ? Math.max(0, bare.indexOf(parts.value, parts.indent.length + parts.key.length))
      : 0;
  return {
    line: at,
    column,
    field: parts.key === '' ? 'front matter' : dottedName(lines, at),
    length: bare.length,
    lines: [said.write],
    ...said,
  };
};

/** A value in curly quotation marks that hold something YAML would stumble over. */
const inCurly = (context: Context, at: number): Repair | undefined => {
  const parts = partsOf(context.lines[at] ?? '');
  if (!isInCurlyMarks(parts.value)) return undefined;
  const write = rebuilt(parts, inQuotes(withoutMarks(parts.value) ?? parts.value));
  return oneLine(context, at, {
    message: 'stands in curly quotes, which hold nothing together here.',
    write,
    sure: 'quotes of the file are straight',
  });
};

const leading = /^[&!*@%[{>|`]/;

/** A value that needs quotes: a sign at its start, a colon inside, quotes that end too early. */
const unquoted = (context: Context, at: number): Repair | undefined => {
  const parts = partsOf(context.lines[at] ?? '');
  const { value } = parts;
  if (value === '') return undefined;
  const inner = /^["']/.test(value) ? withoutMarks(value) : undefined;
  const write = rebuilt(parts, inQuotes(inner ?? value));
  if (/^["']/.test(value)) {
    const message =
      inner === undefined ? 'goes on after its closing quote.' : `holds a ${value.charAt(0)} inside its quotes.`;
    return oneLine(context, at, { message, write });
  }
  if (leading.test(value))
    return oneLine(context, at, { message: `begins with ${value.charAt(0)}, a sign of the file's own.`, write });
  if (/^-[ \t]/.test(value)) return oneLine(context, at, { message: 'begins with a list dash.', write });
  if (/:(?:[ \t]|$)/.test(value))
    return oneLine(context, at, { message: 'holds a colon and a blank, which begin a new field.', write });
  return undefined;
};

/** A line that goes on from the one above and holds a colon, or stands too far to the right for the field it is. */
const continued = (context: Context, at: number): Repair | undefined => {
  const { lines, fieldNames } = context;
  const parts = partsOf(lines[at] ?? '');
  let last = at;
  const indent = indentOf(lines[at] ?? '');
  const isDeeper = (line: string | undefined): boolean =>
    line !== undefined && line.trim() !== '' && indentOf(line) > indent;
  while (isDeeper(lines[last + 1])) last += 1;
  if (last === at || parts.value === '') return undefined;
  const next = partsOf(lines[at + 1] ?? '');
  if (next.colon && fieldNames.has(next.key)) {
    const write = `${' '.repeat(indent)}${(lines[at + 1] ?? '').trim()}`;
    const message = 'stands further right than the field above it.';
    return oneLine(context, at + 1, { field: next.key, message, write, column: 0 });
  }
  const joined = lines
    .slice(at, last + 1)
    .map((line) => line.trim())
    .join(' ');
  const write = rebuilt(parts, inQuotes(joined.slice(joined.indexOf(parts.value))));
  const repair = oneLine(context, at, { message: 'holds a colon and a blank, which begin a new field.', write });
  return { ...repair, fix: `Write:  ${write.trim()}`, lines: [write, ...Array.from({ length: last - at }, () => '')] };
};

/** `headline:Bridge`, `headline：Bridge`: the colon without its blank. */
const noBlank = (context: Context, at: number): Repair | undefined => {
  const match =
    /^([ \t]*(?:-[ \t]+)?)([A-Za-z][\w-]*)[ \t\u00a0]*(?:[:\uff1a][\u00a0\u2000-\u200b\u3000\ufeff]*)([^\s\uff1a].*)$/.exec(
      (context.lines[at] ?? '').replace(/\r$/, ''),
    );
  const [, indent = '', key = '', value = ''] = match ?? [];
  if (!match || value.startsWith('//')) return undefined;
  const write = `${indent}${key}: ${value}`;
  return oneLine(context, at, {
    field: key,
    message: 'needs a blank after its colon.',
    write,
    sure: 'a blank follows the colon',
    column: indent.length,
  });
};

/** `– science`: a list dash that a phone made longer. */
const longDash = (context: Context, at: number): Repair | undefined => {
  const match = /^([ \t]*)[\u2010-\u2015\u2212][ \t\u00a0]+(.*?)\r?$/.exec(context.lines[at] ?? '');
  if (!match) return undefined;
  const write = `${match[1] ?? ''}- ${match[2] ?? ''}`;
  return oneLine(context, at, {
    message: 'begins with a long dash; lists have hyphens.',
    write,
    sure: 'list dashes are hyphens',
    column: 0,
  });
};

const hasOpenQuote = (value: string): boolean =>
  /^"/.test(value) ? !/^"(?:[^"\\]|\\.)*"/.test(value) : /^'/.test(value) && !/^'(?:[^']|'')*'/.test(value);

const hasOpenBracket = (value: string): boolean => {
  const count = (form: RegExp): number => value.match(form)?.length ?? 0;
  return /^[[{]/.test(value) && count(/[[{]/g) > count(/[\]}]/g);
};

/** A quote or bracket that is opened and never closed: named where it opens, not at the end of the file. */
const neverClosed = (context: Context, at: number): Repair | undefined => {
  for (let line = Math.min(at, context.lines.length - 1); line >= 0; line -= 1) {
    const parts = partsOf(context.lines[line] ?? '');
    const { value } = parts;
    if (hasOpenQuote(value)) {
      const write = rebuilt(parts, inQuotes(value.slice(1)));
      return oneLine(context, line, { message: `opens a ${value.charAt(0)} that is never closed.`, write });
    }
    if (hasOpenBracket(value)) {
      const prose = /\s/.test(value.slice(1)) && !value.includes(',') && !value.includes(':');
      const close = value.startsWith('[') ? ']' : '}';
      const write = rebuilt(parts, prose ? inQuotes(value) : `${value.replace(/,$/, '')}${close}`);
      return oneLine(context, line, { message: `opens a ${value.charAt(0)} that is never closed.`, write });
    }
  }
  return undefined;
};

/** A line that is no field: it goes on from the line above without being indented. */
const noField = (context: Context, at: number): Repair | undefined => {
  const line = context.lines[at] ?? '';
  const parts = partsOf(line);
  if (parts.colon || line.trim() === '' || at === 0) return undefined;
  const fix = 'Put two blanks before it where it belongs to the line above, or take it out.';
  return oneLine(context, at, {
    message: `holds a line that is no field: "${line.trim().slice(0, 40)}".`,
    write: `  ${line.trim()}`,
    fix,
    column: 0,
    field: 'front matter',
  });
};

const escapes = (context: Context, at: number): Repair | undefined => {
  const parts = partsOf(context.lines[at] ?? '');
  const inner = parts.value.startsWith('"') ? withoutMarks(parts.value) : undefined;
  if (inner === undefined) return undefined;
  const write = rebuilt(parts, inner.includes("'") ? `"${inner.replaceAll('\\', '\\\\')}"` : `'${inner}'`);
  return oneLine(context, at, { message: 'holds a backslash, which means something else inside these quotes.', write });
};

/** Questions put to the line of the fault, in order, by the parser's code. */
const questions = (code: string): readonly ((context: Context, at: number) => Repair | undefined)[] => {
  switch (code) {
    case 'BAD_DQ_ESCAPE':
      return [escapes, neverClosed];
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'BLOCK_IN_FLOW':
      return [inCurly, unquoted, continued, noBlank, longDash, noField, neverClosed];
    default:
      return [noBlank, longDash, inCurly, unquoted, neverClosed, noField, continued];
  }
};

/** Explains the first fault that the parser found; `undefined` where none of the known mistakes fits. */
export const diagnose = (source: string, fault: YAMLError, fieldNames: ReadonlySet<string>): Repair | undefined => {
  const lines = source.split('\n');
  const context = { lines, fieldNames };
  const at = Math.min(source.slice(0, fault.pos[0]).split('\n').length - 1, lines.length - 1);
  for (const ask of questions(fault.code)) {
    const repair = ask(context, at);
    if (repair) return repair;
  }
  // The parser often stops one line after the guilty one.
  return at > 0 ? (unquoted(context, at - 1) ?? continued(context, at - 1)) : undefined;
};
