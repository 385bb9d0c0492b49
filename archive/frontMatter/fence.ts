/** Finds the fence of `---` lines that holds the front matter, and what phone keyboards make of it. */
import { tellConflict } from '#archive/frontMatter/mergeMarks';
import type { Sheet } from '#archive/frontMatter/sheet';

/** Where the front matter and the body stand in the text. Offsets in UTF-16 units, lines from 1. */
export type Fenced = {
  readonly from: number;
  readonly to: number;
  /** Where a missing field is reported: the closing fence. */
  readonly closing: number;
  readonly body: number;
  readonly bodyLine: number;
};

const exact = /^---[ \t]*\r?$/;
/** Hyphens, dashes and minus signs. */
const dashes = '\\-\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\uff0d';
const likeFence = new RegExp(
  `^[${dashes}]{2,6}[ \\t\\u00a0]*\\r?$|^[\\u2012-\\u2015\\u2e3a\\u2e3b][ \\t\\u00a0]*\\r?$`,
  'u',
);
const fieldLine = /^[A-Za-z][\w-]*[ \t]*:(?:[ \t]|\r?$)/;

type Line = { readonly from: number; readonly to: number; readonly text: string };

/** The line that begins at an offset, without its end. */
const lineAt = (text: string, from: number): Line => {
  const end = text.indexOf('\n', from);
  const to = end < 0 ? text.length : end;
  return { from, to, text: text.slice(from, to) };
};

const asFence = (sheet: Sheet, line: Line, which: string): void => {
  const replacement = {
    from: line.from,
    to: line.from + line.text.trimEnd().length,
    text: '---',
    sure: 'fences are ---',
  };
  sheet.problem(line.from, 'front matter', `${which} with "${line.text.trim()}", which is no fence.`, replacement);
};

/** Reads the opening line; answers with the offset at which the front matter begins. */
const opened = (sheet: Sheet): number | undefined => {
  const { text } = sheet;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const first = lineAt(text, start);
  if (exact.test(first.text)) return first.to + 1;
  const gap = /^[\s\ufeff]*/.exec(text.slice(start, start + 10_000))?.[0].length ?? 0;
  const line = lineAt(text, start + gap);
  const whole = /^\s*$/.test(first.text) || gap > 0;
  if (whole && exact.test(line.text)) {
    const replacement = { from: start, to: start + gap, text: '', sure: 'nothing stands before the fence' };
    sheet.problem(start, 'front matter', 'begins after blanks; nothing may stand before the fence.', replacement);
    return line.to + 1;
  }
  if (likeFence.test(line.text)) {
    asFence(sheet, line, 'opens');
    return line.to + 1;
  }
  if (/^---\s*[^\s-]/.test(line.text)) {
    const said = line.text.slice(0, 40).trim();
    sheet.problem(
      line.from,
      'front matter',
      `opens with "${said}"; front matter is fields, never code.`,
      'Write:  ---',
    );
    return undefined;
  }
  if (fieldLine.test(line.text)) {
    const replacement = { from: line.from, to: line.from, text: '---\n', sure: 'the fence opens the file' };
    sheet.problem(line.from, 'front matter', 'has no opening fence.', 'Put a line with --- above the first field.');
    sheet.mend({ from: replacement.from, to: replacement.to, text: replacement.text, why: replacement.sure });
    return line.from;
  }
  // Both versions brought a fence along, so no line is left that both begin with.
  if (line.text.startsWith('<<<<<<<') && tellConflict(sheet, line.from, text.length)) return undefined;
  const later = /^---[ \t]*\r?$/m.test(text.slice(0, 10_000));
  const message = later ? 'begins after other words; nothing may stand before the fence.' : 'is missing.';
  const fix = later
    ? 'Move those words below the closing fence.'
    : 'Begin the file with ---, the fields one to a line, and --- again.';
  sheet.problem(0, 'front matter', message, fix);
  return undefined;
};

/** Where the fields seem to end in a file without a closing fence: a blank line, then a line that is no field. */
const guessedEnd = (text: string, from: number): Line | undefined => {
  for (let line = lineAt(text, from); line.from < text.length; line = lineAt(text, line.to + 1)) {
    if (line.text.trim() !== '') continue;
    const next = lineAt(text, line.to + 1);
    if (next.from <= text.length && next.text.trim() !== '' && !fieldLine.test(next.text)) return line;
  }
  return undefined;
};

const closedBy = (sheet: Sheet, line: Line): Fenced => {
  const body = Math.min(line.to + 1, sheet.text.length);
  return { from: 0, to: line.from, closing: line.from, body, bodyLine: sheet.lines.place(line.from).line + 1 };
};

/** Reads on to the closing line. */
const closed = (sheet: Sheet, from: number): Fenced | undefined => {
  const { text } = sheet;
  for (let line = lineAt(text, from); line.from < text.length; line = lineAt(text, line.to + 1)) {
    if (exact.test(line.text)) return closedBy(sheet, line);
    if (likeFence.test(line.text)) {
      asFence(sheet, line, 'closes');
      return closedBy(sheet, line);
    }
  }
  const end = guessedEnd(text, from);
  const place = end
    ? `Put a line with --- in line ${sheet.lines.place(end.from).line}.`
    : 'Put a line with --- below the last field.';
  sheet.problem(0, 'front matter', 'has no closing fence.', place);
  return end ? closedBy(sheet, end) : undefined;
};

/** The front matter of a document; where the fence is broken beyond guessing, `undefined`, and the sheet says why. */
export const findFence = (sheet: Sheet): Fenced | undefined => {
  const from = opened(sheet);
  if (from === undefined) return undefined;
  const fenced = closed(sheet, Math.min(from, sheet.text.length));
  return fenced && { ...fenced, from: Math.min(from, fenced.to) };
};
