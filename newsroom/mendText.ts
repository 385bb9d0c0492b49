/** Applies a reader's mends to a text, again and again until nothing mechanical is left. */
import { isUtf8 } from 'node:buffer';
import { linesOf } from '#archive/body/lines';
import { readDocument } from '#archive/readDocument';
import type { Mend, ReadingContext } from '#archive/reading';

/** One line that became another. */
export type Change = { readonly line: number; readonly before: string; readonly after: string; readonly why: string };

/** A mend can bring to light what it hid; a text that needs more rounds than this is left to its editor. */
const mostRounds = 12;

type Stretch = { readonly from: number; readonly to: number; readonly mends: readonly Mend[] };

/** Mends gathered by the lines they touch, so that each line is shown once. */
const stretches = (text: string, mends: readonly Mend[]): Stretch[] => {
  const found: { from: number; to: number; mends: Mend[] }[] = [];
  for (const mend of mends) {
    const from = text.lastIndexOf('\n', mend.from - 1) + 1;
    const next = text.indexOf('\n', mend.to);
    const to = next < 0 ? text.length : next;
    const last = found.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.mends.push(mend);
    } else found.push({ from, to, mends: [mend] });
  }
  return found;
};

const applied = (text: string, mends: readonly Mend[], from = 0, to = text.length): string => {
  let [out, at] = ['', from];
  for (const mend of mends) {
    out += text.slice(at, mend.from) + mend.text;
    at = mend.to;
  }
  return out + text.slice(at, to);
};

/** Line ends that are CR alone go first: until then the whole file is one line, and no change could be shown in it. */
const isLineEnd = (text: string, { from, to }: Mend): boolean => text.slice(from, to) === '\r';

const lineEndChange: Change = {
  line: 1,
  before: 'every line ends with CR',
  after: 'every line ends with LF',
  why: 'line ends are LF',
};

const changesOf = (text: string, mends: readonly Mend[]): Change[] => {
  if (mends.some((mend) => isLineEnd(text, mend))) return [lineEndChange];
  const lines = linesOf(text);
  return stretches(text, mends).map(({ from, to, mends: here }) => ({
    line: lines.place(from).line,
    before: text.slice(from, to),
    after: applied(text, here, from, to),
    why: [...new Set(here.map(({ why }) => why))].join('; '),
  }));
};

/** In order, inside the text and apart from one another: anything else would put words in the wrong place. */
const usable = (text: string, mends: readonly Mend[]): Mend[] => {
  let end = -1;
  return mends.filter(({ from, to, text: instead }) => {
    const fits = from >= 0 && from <= to && to <= text.length && from >= end && text.slice(from, to) !== instead;
    if (fits) end = to;
    return fits;
  });
};

/** The text of a document as it should stand, and every line that changed. Bytes that are no UTF-8 are left as they are. */
export const mendText = (
  file: string,
  bytes: Buffer,
  context: ReadingContext,
): { readonly text: string; readonly changes: readonly Change[] } => {
  let text = bytes.toString('utf8');
  if (!isUtf8(bytes)) return { text, changes: [] };
  const changes: Change[] = [];
  const seen = new Set([text]);
  for (let round = 0; round < mostRounds; round += 1) {
    const all = usable(text, readDocument(file, Buffer.from(text), context).mends);
    const lineEnds = all.filter((mend) => isLineEnd(text, mend));
    const mends = lineEnds.length > 0 ? lineEnds : all;
    const next = applied(text, mends);
    if (seen.has(next)) break;
    changes.push(...changesOf(text, mends));
    seen.add(next);
    text = next;
  }
  return { text, changes };
};
