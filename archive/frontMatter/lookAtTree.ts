/** Looks through parsed YAML for everything that is more than plain fields and text, and for what YAML dropped in silence. */
import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml';
import type { Parsed } from '#archive/frontMatter/parseYaml';
import { inQuotes } from '#archive/frontMatter/quoted';
import type { Sheet } from '#archive/frontMatter/sheet';

type Look = {
  readonly sheet: Sheet;
  readonly parsed: Parsed;
  /** Whether a note to the desk stands anywhere: without one, nothing can have been lost to it. */
  readonly hasNotes: boolean;
};

type FieldPair = Pair<ParsedNode, ParsedNode | null>;

const invisible = /^[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00a0\u00ad\u200b-\u200f\u2060\ufeff]+$/g;

/** The name of a field without the invisible signs round it. */
export const keyText = (pair: FieldPair): string => {
  const { key } = pair;
  return isScalar(key) ? String(key.value).replace(invisible, '').normalize('NFC') : '';
};

const dotted = (name: string, part: string | number): string => (name === '' ? String(part) : `${name}.${part}`);

/** Words that follow ` #` on the line of a value: YAML drops them without a word. */
const trailing = /(?:[ \t]*,)?[ \t]+#[^\n]*/y;
const indentedComment = /[ \t]*\r?\n(?:[ \t]*\r?\n)*([ \t]+)#[^\n]*/y;

const checkDropped = ({ sheet, parsed }: Look, node: ParsedNode, name: string, keyAt: number): void => {
  const { source, origin } = parsed;
  const [start, end] = node.range;
  trailing.lastIndex = end;
  const plain = isScalar(node) && node.type === 'PLAIN';
  const dropped = trailing.exec(source);
  if (dropped) {
    const lineEnd = end + dropped[0].trimEnd().length;
    const said = dropped[0].trim();
    if (plain && start < end && !said.startsWith(',')) {
      const replacement = { from: origin(start), to: origin(lineEnd), text: inQuotes(source.slice(start, lineEnd)) };
      sheet.problem(origin(end), name, `loses the words after " #", which begins a note to the desk.`, replacement);
    } else if (start < end) {
      const fix = `Move it to a line of its own:  ${said.replace(/^,\s*/, '')}`;
      sheet.problem(origin(end), name, 'is followed by a note to the desk on the same line.', fix);
    }
    return;
  }
  indentedComment.lastIndex = end;
  const below = plain && start < end ? indentedComment.exec(source) : null;
  const column = keyAt - (source.lastIndexOf('\n', keyAt - 1) + 1);
  if (below && (below[1]?.length ?? 0) > column) {
    const from = end + below[0].indexOf('#');
    const fix = 'Put the whole value in quotes on one line, or begin the note at the start of its line.';
    sheet.problem(origin(from), name, 'loses the line that begins with #, a note to the desk.', fix);
  }
};

const checkMarks = ({ sheet, parsed }: Look, node: ParsedNode, name: string): void => {
  const at = parsed.origin(node.range[0]);
  const line = sheet.lines.around(at);
  const value = line.text.slice(at - line.from);
  if (isAlias(node)) {
    sheet.problem(at, name, 'begins with *, a reference of YAML.', {
      from: at,
      to: line.from + line.text.length,
      text: inQuotes(value),
    });
    return;
  }
  const mark = node.anchor !== undefined ? '&' : node.tag !== undefined ? '!' : undefined;
  if (mark === undefined) return;
  const start = Math.max(0, line.text.lastIndexOf(mark, at - line.from));
  const words = line.text.slice(start);
  const replacement = { from: line.from + start, to: line.from + line.text.length, text: inQuotes(words) };
  sheet.problem(line.from + start, name, `begins with ${mark}, a mark of YAML.`, replacement);
};

const checkKey = (look: Look, pair: FieldPair, name: string): boolean => {
  const { sheet, parsed } = look;
  const { key } = pair;
  const at = parsed.origin(key.range[0]);
  if (!isScalar(key)) {
    sheet.problem(
      at,
      name || 'front matter',
      'has a list or map as the name of a field.',
      'Write one field to a line, its name first.',
    );
    return false;
  }
  const typed = String(key.value);
  if (typed === '<<') {
    sheet.problem(at, name || 'front matter', 'has <<, a merge of YAML.', 'Write the fields themselves.');
    return false;
  }
  if (key.anchor !== undefined || key.tag !== undefined) checkMarks(look, key, dotted(name, typed));
  const plain = typed.replace(invisible, '');
  if (plain !== typed) {
    const replacement = {
      from: at,
      to: parsed.origin(key.range[1]),
      text: plain,
      sure: 'nothing invisible stands round a name',
    };
    sheet.problem(at, dotted(name, plain), 'has an invisible or no-break space round its name.', replacement);
  }
  return true;
};

const checkExplicit = ({ sheet, parsed }: Look, pair: FieldPair, name: string): void => {
  const before = parsed.source.slice(Math.max(0, pair.key.range[0] - 2), pair.key.range[0]);
  if (/^\?[ \t]$/.test(before)) {
    const at = parsed.origin(pair.key.range[0] - 2);
    sheet.problem(at, name || 'front matter', 'has a ? before the name of a field.', 'Write the field as name: value.');
  }
};

const lookAtMap = (look: Look, items: readonly FieldPair[], name: string, isFlow: boolean): void => {
  const { sheet, parsed } = look;
  const seen = new Map<string, number>();
  for (const pair of items) {
    if (!checkKey(look, pair, name)) continue;
    checkExplicit(look, pair, name);
    const key = keyText(pair);
    const field = dotted(name, key);
    const at = parsed.origin(pair.key.range[0]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, at);
    else if (!(isFlow && !pair.value))
      sheet.problem(
        at,
        field,
        `stands twice (first in line ${sheet.lines.place(first).line}).`,
        'Keep one of the two.',
      );
    if (!pair.value) continue;
    lookAt(look, pair.value, field, pair.key.range[0]);
  }
};

const lookAt = (look: Look, node: ParsedNode, name: string, keyAt: number): void => {
  if (isAlias(node) || node.anchor !== undefined || node.tag !== undefined) checkMarks(look, node, name);
  const isFlow = (isMap(node) || isSeq(node)) && node.flow === true;
  if (look.hasNotes && (isScalar(node) || isFlow)) checkDropped(look, node, name, keyAt);
  if (isMap(node)) lookAtMap(look, node.items, name, isFlow);
  if (isSeq(node)) node.items.forEach((item, nth) => lookAt(look, item, dotted(name, nth), keyAt));
};

/** Reports anchors, aliases, tags, merges, names that are no names, fields that stand twice, and words that YAML drops. */
export const lookAtTree = (sheet: Sheet, parsed: Parsed): void => {
  if (parsed.root) lookAt({ sheet, parsed, hasNotes: parsed.source.includes('#') }, parsed.root, '', 0);
  const end = /^\.\.\.[ \t]*\r?$|^---(?:[ \t]|\r?$)/m.exec(parsed.source.slice(3));
  if (end) {
    sheet.problem(
      parsed.origin(end.index + 3),
      'front matter',
      'holds a second document.',
      'Remove the line; a file is one document.',
    );
  }
};
