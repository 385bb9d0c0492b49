/** Decides what each hidden sign in a text is: a sign, words in braces, a note to the desk, a link, or code. */
import type { Text } from 'hast';
import { isModuleCode, looksLikeCode } from '#archive/body/code';
import type { Edit } from '#archive/body/edits';
import { forbiddenIn, nameOfForbidden } from '#archive/body/limits';
import { endOf, offsetOf, type Reader } from '#archive/body/reader';
import { signsIn } from '#archive/body/restore';
import { autolink, lineBreak, matchesAt } from '#archive/body/signs';

/** A text node with its signs put back; each is judged and reported on the way. */
export const judgedText = (node: Text, reader: Reader): string => {
  const { brace, angle, hush } = reader.hidden.marks;
  for (const offset of signsIn(node, reader)) judgeSign(offset, reader);
  if (node.value.includes('](')) judgeBrokenLink(node, reader);
  const forced = reader.hasEntities ? forbiddenIn(node.value) : undefined;
  if (forced !== undefined) {
    reader.report.problem(offsetOf(node, reader), `${nameOfForbidden(forced)} is written as an entity.`, 'Delete it.');
  }
  return reader.isPlain
    ? node.value
    : node.value.replaceAll(brace, '{').replaceAll(angle, '<').replaceAll(hush, '').replaceAll('\r', '');
};

/** `[word](/2026/10/ 15/x)`: a blank in the address makes it no link. */
const judgeBrokenLink = (node: Text, reader: Reader): void => {
  const from = offsetOf(node, reader);
  const found = /\[[^[\]\n]*\]\(([^()\n<>]*[ \t][^()\n<>]*)\)/.exec(reader.source.slice(from, endOf(node, reader)));
  const [whole, address = ''] = found ?? [];
  if (found === null || whole === undefined || !/^\s*(?:\/|https?:|www\.)/i.test(address)) return;
  const fix = `Write:  ${whole.replace(address, address.replace(/\s+/g, ''))}`;
  reader.report.note(from + found.index, 'A blank breaks the address of this link. It is shown as text.', fix);
};

const judgeSign = (offset: number, reader: Reader): void => {
  // A sign inside a replacement that is already wanted (a brace in a note to the desk), or inside code, is no sign of its own.
  if ([...reader.wanted, ...reader.code].some(({ from, to }) => offset > from && offset < to)) return;
  if (reader.made.some(({ from, to }) => offset >= from && offset < to)) return;
  if (reader.source[offset] === '{') judgeBrace(offset, reader);
  else judgeAngle(offset, reader);
};

const mend = (reader: Reader, edit: Edit, why: string): void => reader.report.mended({ ...edit, why });

const judgeAngle = (offset: number, reader: Reader): void => {
  const { source } = reader;
  if (source.startsWith('<!--', offset)) return deskNote(offset, '<!--', '-->', reader);
  const link = matchesAt(autolink, source, offset)?.[0];
  if (link !== undefined) return automaticLink(offset, link, reader);
  const lineEnd = matchesAt(lineBreak, source, offset)?.[0];
  if (lineEnd !== undefined) {
    const edit = { from: offset, to: offset + lineEnd.length, text: '<br />' };
    reader.wanted.push(edit);
    return mend(reader, edit, `${lineEnd} is a line break.`);
  }
  mend(reader, { from: offset, to: offset, text: '\\' }, '< is a sign here, it opens no component.');
};

const automaticLink = (offset: number, written: string, reader: Reader): void => {
  const inside = written.slice(1, -1);
  const isMail = !/^[a-z][a-z0-9+.-]*:/i.test(inside);
  const words = inside.replace(/[\\[\]*_~`<{]/g, '\\$&');
  const goes = `${isMail ? 'mailto:' : ''}${inside}`.replace(/[()\\]/g, '\\$&');
  const edit = { from: offset, to: offset + written.length, text: `[${words}](${goes})` };
  reader.wanted.push(edit);
  mend(reader, edit, `${written} is a link.`);
};

const judgeBrace = (offset: number, reader: Reader): void => {
  const { source, report } = reader;
  if (source.startsWith('{/*', offset)) return deskNote(offset, '{/*', '*/', reader);
  const inside = insideBraces(source, offset);
  if (inside !== undefined && looksLikeCode(inside)) {
    reader.code.push({ from: offset, to: offset + inside.length + 2 });
    return report.problem(offset, `{${shorten(inside)}} is code; articles hold words.`, 'Remove it.');
  }
  const why =
    inside === undefined ? '{ is a sign here, it opens nothing.' : `{${shorten(inside)}} are words in braces.`;
  mend(reader, { from: offset, to: offset, text: '\\' }, why);
};

/** Longest text between two braces that is judged as a whole. */
const LONGEST = 2000;

/** What stands between this brace and the one that closes it, within its paragraph. */
const insideBraces = (source: string, from: number): string | undefined => {
  const end = source.slice(from, from + LONGEST).search(/\n[ \t>]*\r?\n/);
  const limit = from + (end < 0 ? LONGEST : end);
  let depth = 0;
  for (let at = from; at < limit && at < source.length; at += 1) {
    if (source[at] === '\\') at += 1;
    else if (source[at] === '{') depth += 1;
    else if (source[at] === '}' && --depth === 0) return source.slice(from + 1, at);
  }
  return undefined;
};

const shorten = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${[...line].slice(0, 60).join('')}…` : line;
};

/**
 * A note to the desk leaves the text. One that never ends is a problem: shown as text it would print what was meant for
 * the desk. In strict MDX a note inside a paragraph has no empty line in it.
 */
const deskNote = (from: number, opening: '<!--' | '{/*', closing: string, reader: Reader): void => {
  const { source, report } = reader;
  const inner = source.indexOf(closing, from + opening.length);
  const rest = opening === '{/*' ? matchesAt(/\*\/\s*\}/y, source, inner)?.[0] : closing;
  if (inner < 0 || rest === undefined) {
    const closed = opening === '{/*' ? '*/}' : '*/}, and {/* at its beginning';
    return report.problem(from, 'A note to the desk is never closed.', `Close it with ${closed}`);
  }
  const to = inner + rest.length;
  const words = source.slice(from + opening.length, inner);
  reader.wanted.push({ from, to, text: reader.hidden.marks.hush });
  const isStrict = opening === '{/*' && !/\n[ \t>]*\r?\n/.test(words);
  if (isStrict) return;
  const line = words
    .replace(/\*\//g, '* /')
    .replace(/\s*\n[\s>]*/g, ' ')
    .trim();
  report.mended({ from, to, text: `{/* ${line} */}`, why: 'A note to the desk: it appears nowhere.' });
};

/** An expression that the parser saw: the value of something that looks like a prop, `rate={sic}`, in the middle of a text. */
export const judgeExpression = (node: Parameters<typeof offsetOf>[0], value: string, reader: Reader): void => {
  const offset = offsetOf(node, reader);
  const hidden = reader.hidden.code.find(({ from }) => from === offset);
  const inside = hidden ? reader.source.slice(hidden.from + 1, hidden.to - 1) : value;
  if (looksLikeCode(inside)) {
    return reader.report.problem(offset, `{${shorten(inside)}} is code; articles hold words.`, 'Remove it.');
  }
  const { brace, angle } = reader.hidden.marks;
  const words = inside.replaceAll('{', brace).replaceAll('<', angle);
  reader.wanted.push({ from: offset, to: offset + inside.length + 2, text: `${brace}${words}}` });
  mend(reader, { from: offset, to: offset, text: '\\' }, `{${shorten(inside)}} are words in braces.`);
};

/** A paragraph that begins with "import" or "export": code, or words that strict MDX has behind a blank. */
export const judgeModule = (node: Parameters<typeof offsetOf>[0], value: string, reader: Reader): void => {
  const offset = offsetOf(node, reader);
  const end = offset + value.length;
  const written = reader.source.slice(offset, Math.max(end, offset + 1));
  if (isModuleCode(written)) {
    const [line = ''] = written.split('\n', 1);
    return reader.report.problem(offset, `${shorten(line)} is code; articles hold words.`, 'Remove it.');
  }
  const edit = { from: offset, to: offset, text: ' ' };
  reader.wanted.push(edit);
  const [word = ''] = written.split(/\s/, 1);
  mend(reader, edit, `The paragraph begins with "${word}", which opens code in strict MDX.`);
};
