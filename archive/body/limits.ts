/**
 * Limits of a body, judged before the parser sees it, and mistakes that need no parser. The parser is native code: it
 * cannot be stopped, and what overflows its stack ends the process. Each limit stands far above what a newspaper prints
 * and far below what was measured to hurt.
 */
import { crowdingIn } from '#archive/body/crowding';
import type { Report } from '#archive/body/report';

/** Longest body, in UTF-16 units; 1 MB of ASCII. */
const LONGEST = 1_000_000;

/** Checks a body; answers the text to parse, of the same length, or `undefined` where it must not be parsed. */
export const withinLimits = (source: string, report: Report): string | undefined => {
  if (source.length > LONGEST || (source.length > LONGEST / 3 && new TextEncoder().encode(source).length > LONGEST)) {
    report.problem(0, 'is over 1 MB.', 'Split it into parts, or offer the long part as a Document.');
    return undefined;
  }
  const clean = withoutConflicts(withoutForbidden(source, report), report);
  const crowding = crowdingIn(clean);
  if (crowding) report.problem(crowding.at, crowding.message, crowding.fix);
  return crowding ? undefined : clean;
};

/** Control characters but for tab and line ends, directions forced on the text, halves of characters, non-characters. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff]|\r(?!\n)/gu;

/** What a forbidden character is called, in the editor's words. */
export const nameOfForbidden = (unit: number): string => {
  const code = `U+${unit.toString(16).toUpperCase().padStart(4, '0')}`;
  if (unit === 0xd) return 'A line ends in CR alone';
  if (unit >= 0xd800 && unit <= 0xdfff) return `Half a character (${code})`;
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) {
    return `An invisible sign that turns the direction of the text (${code})`;
  }
  return `An invisible control character (${code})`;
};

/** Whether a text, entities undone, holds a forbidden character; its code. */
export const forbiddenIn = (text: string): number | undefined => {
  forbidden.lastIndex = 0;
  const found = forbidden.exec(text)?.[0];
  return found === undefined ? undefined : found.charCodeAt(0);
};

const withoutForbidden = (source: string, report: Report): string => {
  if (forbiddenIn(source) === undefined) return source;
  const found = new Map<string, { readonly at: number; readonly unit: number; count: number }>();
  const clean = source.replace(forbidden, (character: string, at: number) => {
    const unit = character.charCodeAt(0);
    const name = nameOfForbidden(unit);
    const known = found.get(name);
    if (known) known.count += 1;
    else found.set(name, { at, unit, count: 1 });
    return unit === 0xd ? '\n' : '\ufffd';
  });
  for (const [name, { at, unit, count }] of found) {
    const times = count === 1 ? '' : `, ${count} times in all`;
    report.problem(at, `${name} stands here${times}.`, fixOfForbidden(unit));
  }
  return clean;
};

const fixOfForbidden = (unit: number): string => {
  if (unit === 0xd) return 'Save the file with the line ends LF.';
  const turns = unit >= 0x2000 && unit < 0x2070;
  return turns ? 'Delete it; a text that runs the other way is written <Quote lang="ar" dir="rtl">.' : 'Delete it.';
};

const conflict = /^<{7}(?:[ \t][^\n]*)?$[^]*?(?:^>{7}(?:[ \t][^\n]*)?$|(?![^]))/gm;

/** One problem for a whole conflict; its marks are blanked so that nothing else is said about them. */
const withoutConflicts = (source: string, report: Report): string => {
  if (!source.includes('<<<<<<<')) return source;
  return source.replace(conflict, (whole: string, at: number) => {
    report.problem(
      at,
      'Two versions stand here, with the marks of a merge between them.',
      'Keep one of them and delete the marks.',
    );
    return whole.replace(/^(?:<{7}|={7}|>{7}|\|{7})[^\n]*$/gm, (mark) => ' '.repeat(mark.length));
  });
};
