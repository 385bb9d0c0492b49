/** The sheet on which everything said about one file is written down: problems, notes, references, mends, with their places. */
import { linesOf, type Lines } from '#archive/body/lines';
import { onOneLine } from '#archive/frontMatter/quoted';
import type { Mend, Reference } from '#archive/reading';
import type { Finding } from '#model/problem';

/** Most findings kept of one file: a file with thousands of mistakes is one mistake. */
const mostFindings = 500;
/** Most mends kept of one file. */
const mostMends = 5000;
/** Longest line that a fix shows, in UTF-16 units. */
const longestShown = 300;

/** What to write instead of a stretch of the file; `sure` where a machine may do it, because no word changes. */
export type Replacement = { readonly from: number; readonly to: number; readonly text: string; readonly sure?: string };

/** A finding's last part: a sentence, or the stretch to replace, shown as the line to write. */
export type Fix = string | Replacement;

/** The sheet of one file. All offsets count UTF-16 units of the whole decoded text. */
export type Sheet = {
  readonly file: string;
  readonly text: string;
  readonly lines: Lines;
  readonly problem: (offset: number, field: string, message: string, fix: Fix) => void;
  readonly note: (offset: number, field: string, message: string, fix: Fix) => void;
  readonly reference: (offset: number, reference: Omit<Reference, 'line' | 'column'>) => void;
  readonly mend: (mend: Mend) => void;
  /** Takes back what was said of a field: who knows the whole document knows better what is wrong there. */
  readonly takeBack: (field: string) => void;
  /** Says nothing more about a line: one mistake in it was named, and what follows from it is no news. */
  readonly mute: (line: number) => void;
  readonly problems: Finding[];
  readonly notes: Finding[];
  readonly references: Reference[];
  readonly mends: Mend[];
};

const shortened = (line: string): string =>
  line.length > longestShown ? `${line.slice(0, longestShown).trimEnd()}…` : line;

/** The line or lines of a stretch as they read with the replacement made, on one line. */
const lineWith = (text: string, { from, to, text: instead }: Replacement): string => {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to);
  const whole = text.slice(start, from) + instead + text.slice(to, end < 0 ? undefined : end);
  return shortened(onOneLine(whole));
};

/** Lays out an empty sheet for a file. */
export const openSheet = (file: string, text: string): Sheet => {
  const lines = linesOf(text);
  const [problems, notes, references, mends, muted]: [Finding[], Finding[], Reference[], Mend[], Set<number>] = [
    [],
    [],
    [],
    [],
    new Set(),
  ];
  const mend = (one: Mend): void => {
    if (mends.length < mostMends) mends.push(one);
  };
  const into = (list: Finding[]) => (offset: number, field: string, message: string, fix: Fix) => {
    const place = lines.place(offset);
    if (list.length >= mostFindings || muted.has(place.line)) return;
    if (typeof fix === 'string') {
      list.push({ file, ...place, field, message, fix });
      return;
    }
    list.push({ file, ...place, field, message, fix: `Write:  ${lineWith(text, fix)}` });
    if (fix.sure !== undefined) mend({ from: fix.from, to: fix.to, text: fix.text, why: fix.sure });
  };
  return {
    file,
    text,
    lines,
    problem: into(problems),
    note: into(notes),
    reference: (offset, reference) => void references.push({ ...reference, ...lines.place(offset) }),
    mend,
    takeBack: (field) => void problems.splice(0, Infinity, ...problems.filter((said) => said.field !== field)),
    mute: (line) => void muted.add(line),
    problems,
    notes,
    references,
    mends,
  };
};

/** Mends in order, none of which touches another: the first to be written wins. */
export const orderedMends = (mends: readonly Mend[]): readonly Mend[] => {
  const kept: Mend[] = [];
  for (const mend of mends.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = kept.at(-1);
    if (!last || mend.from > last.to || (mend.from === last.to && mend.to > mend.from && last.to > last.from))
      kept.push(mend);
  }
  return kept;
};
