/** Reads the body of a document: words and components in, a checked tree and everything that is wrong with it out. */
import type { Root } from 'hast';
import type { HastNode } from 'satteri';
import { edited, withEdits, type Edit } from '#archive/body/edits';
import { bodyOf } from '#archive/body/gather';
import { reportHtml, type HtmlTally } from '#archive/body/html';
import { withinLimits } from '#archive/body/limits';
import { parseText, type ParseOptions } from '#archive/body/parse';
import type { BodyPlace, Reader } from '#archive/body/reader';
import { repairsFor } from '#archive/body/repairs';
import { openReport, type Report } from '#archive/body/report';
import { hideSigns, type HiddenSigns } from '#archive/body/signs';
import { withoutBlanks } from '#archive/body/blocks';
import { childrenOf } from '#archive/body/tree';
import { setSmart } from '#archive/body/smartPunctuation';
import { withoutUpdates, type UpdateEntry } from '#archive/body/updates';
import type { Mend, ReadingContext, Reference } from '#archive/reading';
import type { Body } from '#model/body';
import type { Finding } from '#model/problem';

export type { BodyPlace } from '#archive/body/reader';

/** What reading a body gives; `body` is absent where there are problems. Offsets of mends are of the body's own text. */
export type BodyReading = {
  readonly body?: Body;
  /** Entries written in the body of a live article, in the order of the text. */
  readonly updates: readonly UpdateEntry[];
  readonly problems: Finding[];
  readonly notes: Finding[];
  readonly references: Reference[];
  readonly mends: Mend[];
};

/** Times that a body is parsed at most: each time something had to be mended. */
const MOST_PARSES = 40;
/** Units of text that are parsed at most, all times together: about half a second. */
const MOST_UNITS = 12_000_000;

/**
 * Reads a body. Never throws. Time and memory are bounded by the limits of `limits.ts`. Everything in the answer can be
 * stored as JSON.
 */
export const readBody = (source: string, at: BodyPlace, context: ReadingContext): BodyReading => {
  const report = openReport(source, at);
  const made = madeOrUnreadable(source, at, context, report);
  const { problems, ...rest } = report.result();
  const isGood = made !== undefined && problems.length === 0;
  return { ...(isGood ? { body: made.body } : {}), updates: isGood ? made.updates : [], problems, ...rest };
};

/** The answer of a fault of our own is a problem of this one file: no file's fault may touch another. */
const madeOrUnreadable = (...task: Parameters<typeof madeBody>): MadeBody | undefined => {
  const [, , , report] = task;
  try {
    return madeBody(...task);
  } catch (error) {
    report.problem(
      0,
      `cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      'Report this text as a fault of the program.',
    );
    return undefined;
  }
};

type MadeBody = { readonly body: Body; readonly updates: readonly UpdateEntry[] };

const madeBody = (source: string, at: BodyPlace, context: ReadingContext, report: Report): MadeBody | undefined => {
  const text = withinLimits(source, report);
  if (text === undefined) return undefined;
  const hidden = hideSigns(text);
  if (!hidden) {
    report.problem(0, 'holds too many rare editorial marks (U+2E00 and following).', 'Remove some of them.');
    return undefined;
  }
  const html: HtmlTally = new Map();
  const read = mendAndRead({ source: text, at, context, report, hidden, html });
  reportHtml(html, source, report);
  return read;
};

type Task = {
  readonly source: string;
  readonly at: BodyPlace;
  readonly context: ReadingContext;
  readonly report: Report;
  readonly hidden: HiddenSigns;
  readonly html: HtmlTally;
};

/** Parses until the parser can read all and nothing in the tree wants to be written otherwise. */
const mendAndRead = (task: Task): MadeBody | undefined => {
  const { source, at, report, hidden, html } = task;
  const options: ParseOptions = { idPrefix: prefixOf(at) };
  let edits: readonly Edit[] = [];
  for (let parses = 1; parses <= MOST_PARSES && parses * source.length < MOST_UNITS + source.length; parses += 1) {
    const { text, original } = edited(hidden.text, edits);
    const parsed = parseText(text, options);
    const before = edits;
    if (parsed.ok) {
      const reader = openReader(task, original, edits);
      const saidBefore = report.length();
      const made = readTree(parsed.value, reader);
      if (reader.wanted.length === 0) return made;
      // What this tree was like is of no interest: the next one says what its writer means.
      report.takeBack(saidBefore, (mend) => reader.wanted.some(({ from }) => from === mend.from));
      edits = withEdits(edits, reader.wanted);
    } else {
      const { says, offset, opened } = parsed.fault;
      const complaint = {
        says,
        offset: original(offset),
        ...(opened === undefined ? {} : { opened: original(opened) }),
      };
      edits = withEdits(edits, repairsFor(complaint, { source, report, html, angle: hidden.marks.angle }));
    }
    if (edits.length === before.length) {
      if (!report.hasProblems() && html.size === 0) unreadable(report, 0);
      return undefined;
    }
  }
  report.problem(
    0,
    'has more mistakes of signs and tags than can be read at once.',
    'Mend those that are named and check again.',
  );
  return undefined;
};

const unreadable = (report: Report, offset: number): void =>
  report.problem(offset, 'cannot be read.', 'Look at the signs < and { in it.');

/** Footnotes of an entry get its name, so that many entries can stand on one page. */
const prefixOf = ({ kind, file }: BodyPlace): string =>
  kind === 'entry' ? `${file.replace(/^.*\//, '').replace(/\.[^.]*$/, '')}-` : 'note-';

const openReader = (task: Task, original: (offset: number) => number, made: readonly Edit[]): Reader => ({
  ...task,
  original,
  made,
  isPlain: task.hidden.offsets.length === 0 && made.length === 0 && !task.source.includes('\r'),
  hasEntities: task.source.includes('&#'),
  wanted: [],
  code: [],
  ids: new Map(),
  fragments: [],
  lastLevel: 1,
});

const readTree = (parsed: HastNode, reader: Reader): MadeBody => {
  const nodes = parsed.type === 'root' ? parsed.children : [];
  const children = withoutBlanks(childrenOf(nodes, { depth: 0 }, reader));
  if (reader.wanted.length === 0) checkFragments(reader);
  if (reader.context.smartPunctuation) setSmart({ type: 'root', children });
  const { rest, updates } = withoutUpdates(children, reader);
  const tree: Root = { type: 'root', children: rest };
  return { body: bodyOf(tree), updates };
};

/** A link to a place in this body that has no such name is a note. In a live article the name may be an entry's. */
const checkFragments = ({ fragments, ids, report, at }: Reader): void => {
  if (at.kind === 'live' || at.kind === 'entry') return;
  for (const { offset, id } of fragments) {
    if (id === '' || ids.has(id)) continue;
    report.note(
      offset,
      `#${id} names no heading of this text.`,
      ids.size ? `It has #${[...ids.keys()].slice(0, 8).join(', #')}` : 'It has none.',
    );
  }
};
