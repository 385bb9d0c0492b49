/** Mends or reports what the parser cannot read, so that it can read the rest: each complaint becomes one or more edits. */
import type { Edit } from '#archive/body/edits';
import { htmlTags, isHtmlName, type HtmlTally } from '#archive/body/html';
import type { Complaint } from '#archive/body/parse';
import type { Report } from '#archive/body/report';
import { tagAt, type WrittenTag } from '#archive/body/writtenTag';
import { bodyComponents } from '#model/body';
import { componentRules } from '#model/bodyComponents';
import { nearest } from '#model/nearest';
import { isComponentName } from '#archive/body/blocks';

/** What a repair may look at and write on. Places of complaints are offsets of the editor's own text. */
export type RepairDesk = {
  readonly source: string;
  readonly report: Report;
  readonly html: HtmlTally;
  /** Stands for a `<` that opens nothing. */
  readonly angle: string;
};

/** Edits that let the parser go on; none where nothing can be done. What they mean is reported here. */
export const repairsFor = (complaint: Complaint, desk: RepairDesk): readonly Edit[] => {
  const tag = tagAt(desk.source, complaint.opened ?? complaint.offset);
  if (!tag) {
    const says = complaint.says.replace(/ \((?:note|mdx-jsx)[^]*$/, '');
    desk.report.problem(complaint.offset, `cannot be read: ${says}.`, 'Look at the signs < and { on this line.');
    return [];
  }
  if (isHtmlName(tag.name)) return withoutHtml(desk);
  if (/^Unexpected closing tag/.test(complaint.says) && tag.isClosing) return strayClosing(tag, desk);
  if (/^(?:Expected a closing tag|Unexpected closing tag)/.test(complaint.says)) return unclosed(tag, complaint, desk);
  return misspelt(tag, desk);
};

const gone = ({ from, to }: { readonly from: number; readonly to: number }): Edit => ({ from, to, text: '' });

/** All HTML goes at once: a page pasted from Word has thousands of tags. `sub`, `sup` and `br` are allowed and stay. */
const withoutHtml = ({ source, html }: RepairDesk): readonly Edit[] => {
  const tags = htmlTags(source);
  for (const tag of tags) if (tag.opens) html.set(tag.from, tag.name);
  return tags.map(gone);
};

const strayClosing = (tag: WrittenTag, { report }: RepairDesk): readonly Edit[] => {
  report.problem(
    tag.from,
    `</${tag.name}> closes a component that is not open.`,
    'Remove it, or open the component before it.',
  );
  return [gone(tag)];
};

const unclosed = (tag: WrittenTag, complaint: Complaint, desk: RepairDesk): readonly Edit[] => {
  const { report, source } = desk;
  const apart = /before the end of/.test(complaint.says) ? onLinesOfTheirOwn(tag, desk) : [];
  if (apart.length > 0) return apart;
  const holdsNothing = isComponentName(tag.name) && componentRules[tag.name].holds === 'nothing';
  if (holdsNothing) {
    const closed = `${source.slice(tag.from, tag.to - 1).trimEnd()} />`;
    report.problem(tag.from, `<${tag.name}> is not closed.`, `Write:  ${closed}`);
    const edit = { from: tag.to - 1, to: tag.to, text: /\s$/.test(source.slice(0, tag.to - 1)) ? '/>' : ' />' };
    report.mend({ ...edit, why: `<${tag.name}> is closed.` });
    return [edit];
  }
  const other = new RegExp(`</(\\w+)>`, 'g');
  const near = [...source.slice(tag.to, tag.to + 50_000).matchAll(other)]
    .map(([, name = '']) => name)
    .find((name) => name !== tag.name && nearest(name, [tag.name]) !== undefined && !isComponentName(name));
  const fix = near ? `Write  </${tag.name}>  instead of  </${near}>` : `Write  </${tag.name}>  behind its last word.`;
  if (isComponentName(tag.name) || /^su[bp]$/.test(tag.name)) {
    report.problem(tag.from, `<${tag.name}> is not closed.`, fix);
  } else unknownTag(tag, desk);
  return [gone(tag)];
};

const unknownTag = (tag: WrittenTag, { report }: RepairDesk): void => {
  const near = nearest(tag.name, bodyComponents);
  const fix = near ? `Write:  <${near} …>` : `Known are ${bodyComponents.join(', ')}; a sign is written \\<`;
  report.problem(tag.from, `<${tag.name.slice(0, 60)}> is no component.`, fix);
};

/** A component that opens in a paragraph and closes in another: both tags get lines of their own. */
const onLinesOfTheirOwn = (tag: WrittenTag, { source, report }: RepairDesk): readonly Edit[] => {
  if (!isComponentName(tag.name) || !/(?:^|\n)[ \t]*$/.test(source.slice(0, tag.from))) return [];
  const closing = source.indexOf(`</${tag.name}>`, tag.to);
  const another = source.indexOf(`<${tag.name}`, tag.to);
  if (closing < 0 || (another >= 0 && another < closing)) return [];
  const edits = [
    { from: tag.to, to: tag.to, text: '\n\n' },
    { from: closing, to: closing, text: '\n\n' },
  ].filter(({ from }) => !/\n[ \t]*\n[ \t]*$/.test(source.slice(0, from)) || from === tag.to);
  for (const edit of edits)
    report.mended({ ...edit, why: `<${tag.name}> round several paragraphs stands on lines of its own.` });
  return edits;
};

const quotes = '“”„‟«»″‘’‚‛′';
const curlyValue = new RegExp(`(=[ \\t]*)([${quotes}])([^"<>${quotes}]*)([${quotes}])`, 'g');
const bareValue = /(=[ \t]*)([^\s"'{}<>/=][^\s"'{}<>=]*?)(?=\s|\/?>)/g;

/** A tag that the parser cannot read: its quotation marks are mended where that is the fault. */
const misspelt = (tag: WrittenTag, desk: RepairDesk): readonly Edit[] => {
  const { source, report } = desk;
  const written = source.slice(tag.from, tag.to);
  if (!isComponentName(tag.name)) {
    unknownTag(tag, desk);
    return tag.isComplete ? [gone(tag)] : [{ from: tag.from, to: tag.from + 1, text: desk.angle }];
  }
  const edits = [...quoteEdits(written, tag.from)];
  for (const edit of edits) report.mended({ ...edit, why: 'Values stand in straight quotation marks.' });
  if (edits.length > 0) return edits;
  const sample = `Write:  ${componentRules[tag.name].example.split('\n', 1)[0] ?? ''}`;
  const spread = /\{\s*\.\.\.[^}]{0,40}\}?/.exec(written);
  if (spread) report.problem(tag.from + spread.index, `${spread[0]} is code; articles hold words.`, 'Remove it.');
  else if (tag.isComplete) report.problem(tag.from, `<${tag.name}> is not written as a component.`, sample);
  else report.problem(tag.from, `<${tag.name}> has no > at its end.`, sample);
  return tag.isComplete ? [gone(tag)] : [{ from: tag.from, to: tag.from + 1, text: desk.angle }];
};

/** Curly quotation marks made straight, and marks put round bare values. */
const quoteEdits = (written: string, from: number): readonly Edit[] => {
  const edits: Edit[] = [];
  for (const found of written.matchAll(curlyValue)) {
    const [, equals = '', open = '', value = ''] = found;
    const first = from + found.index + equals.length;
    const last = first + open.length + value.length;
    edits.push({ from: first, to: first + 1, text: '"' }, { from: last, to: last + 1, text: '"' });
  }
  if (edits.length > 0) return edits;
  for (const found of written.matchAll(bareValue)) {
    const [, equals = '', value = ''] = found;
    const at = from + found.index + equals.length;
    edits.push({ from: at, to: at + value.length, text: `"${value}"` });
  }
  return edits;
};
