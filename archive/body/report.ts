/** Collects what reading one body says: problems, notes with the line as strict MDX writes it, mends and references. */
import { linesOf } from '#archive/body/lines';
import type { Mend, Reference } from '#archive/reading';
import type { Finding } from '#model/problem';

/** A file with thousands of mistakes is one mistake: what is said of it ends here. A body with more links is no body. */
const MOST_SAID = 5000;

/** Where a body stands: `firstLine` is the file's line of the body's first. */
export type ReportPlace = { readonly file: string; readonly firstLine: number };

/** The collector of one body. All offsets are of the editor's own text. The same words about the same place are kept once. */
export type Report = {
  problem(offset: number, message: string, fix: string): void;
  note(offset: number, message: string, fix: string): void;
  /** A note whose fix is the line with its mends made. */
  mended(mend: Mend): void;
  /** A mechanical replacement that belongs to a problem or note reported by itself. */
  mend(mend: Mend): void;
  reference(offset: number, reference: Pick<Reference, 'what' | 'to' | 'needs'>): void;
  /** Line in the file. */
  line(offset: number): number;
  hasProblems(): boolean;
  /** How much has been said so far. */
  length(): number;
  /** Takes back what was said after `length`, but for the mends named. */
  takeBack(length: number, keeps: (mend: Mend) => boolean): void;
  result(): ReportResult;
};

/** All that was said, each list in the order of its making; mends in the order of the text. */
export type ReportResult = {
  readonly problems: Finding[];
  readonly notes: Finding[];
  readonly references: Reference[];
  readonly mends: Mend[];
};

type Said = {
  readonly key: string;
  readonly problem?: Finding;
  readonly note?: Finding;
  readonly mend?: Mend;
  readonly reference?: Reference;
};

/** Opens a report on one body. */
export const openReport = (source: string, at: ReportPlace): Report => {
  const lines = linesOf(source);
  const said = new Map<string, Said>();
  const say = (entry: Said): void => {
    // A problem is never lost among notes and references: it decides whether the body is published.
    const hasRoom = said.size < MOST_SAID || (entry.problem !== undefined && said.size < 2 * MOST_SAID);
    if (hasRoom && !said.has(entry.key)) said.set(entry.key, entry);
  };
  const place = (offset: number): { line: number; column: number } => {
    const { line, column } = lines.place(Math.max(0, Math.min(offset, source.length)));
    return { line: line + at.firstLine - 1, column };
  };
  const finding = (offset: number, message: string, fix: string): Finding => {
    const { line, column } = place(offset);
    return { file: at.file, line, column, field: 'body', message, fix };
  };
  return {
    problem: (offset, message, fix) =>
      say({ key: `problem ${offset} ${message}`, problem: finding(offset, message, fix) }),
    note: (offset, message, fix) => say({ key: `note ${offset} ${message}`, note: finding(offset, message, fix) }),
    mended: (mend) => say({ key: `mend ${mend.from} ${mend.text}`, note: finding(mend.from, mend.why, ''), mend }),
    mend: (mend) => say({ key: `mend ${mend.from} ${mend.text}`, mend }),
    reference: (offset, reference) =>
      say({
        key: `reference ${offset} ${reference.what} ${reference.to}`,
        reference: { ...reference, ...place(offset), field: 'body' },
      }),
    line: (offset) => place(offset).line,
    hasProblems: () => [...said.values()].some(({ problem }) => problem !== undefined),
    length: () => said.size,
    takeBack(length, keeps) {
      for (const { key, mend } of [...said.values()].slice(length)) {
        if (mend === undefined || !keeps(mend)) said.delete(key);
      }
    },
    result: () => resultOf([...said.values()], source),
  };
};

const resultOf = (said: readonly Said[], source: string): ReportResult => {
  const present = <T>(value: T | undefined): value is T => value !== undefined;
  const mends = said
    .map(({ mend }) => mend)
    .filter(present)
    .sort((a, b) => a.from - b.from);
  return {
    problems: said.map(({ problem }) => problem).filter(present),
    notes: said
      .map(({ note, mend }) => note && (mend ? { ...note, fix: `Write:  ${strictLine(source, mend, mends)}` } : note))
      .filter(present),
    references: said.map(({ reference }) => reference).filter(present),
    mends,
  };
};

/** Units of text shown on each side of a mend: enough to find the place in a long paragraph. */
const AROUND = 48;

/** The words round a mend as they read with all mends made: the whole line where it is short. */
const strictLine = (source: string, mend: Mend, all: readonly Mend[]): string => {
  const lineStart = source.lastIndexOf('\n', mend.from - 1) + 1;
  const lineEnd = source.indexOf('\n', mend.to);
  const whole = [lineStart, lineEnd < 0 ? source.length : lineEnd] as const;
  const isShort = whole[1] - whole[0] <= 2 * AROUND;
  const from = isShort ? whole[0] : Math.max(whole[0], mend.from - AROUND);
  const to = isShort ? whole[1] : Math.min(whole[1], mend.to + AROUND);
  let [text, at] = ['', from];
  for (const each of all) {
    if (each.from < at || each.from >= to) continue;
    text += source.slice(at, each.from) + each.text;
    at = each.to;
  }
  text += source.slice(at, Math.max(at, to));
  const shown = `${from > whole[0] ? '…' : ''}${text}${to < whole[1] ? '…' : ''}`;
  return shown.replace(/\s*\n\s*/g, ' ↵ ').trimEnd();
};
