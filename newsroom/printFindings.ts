/** Lays problems and notes out for people: in columns, one block for each file, problems before notes. */
import type { Finding } from '#model/problem';
import { columnsOf, padTo, painted, printable, wrapped, type Paint, type Screen } from '#newsroom/screen';

/** Findings of one sort printed for one file at most; the others are counted. */
const mostShown = 30;
/** A message longer than this pushes its own fix to the right, and no other. */
const longestAligned = 60;
/** A terminal that leaves fewer columns than this for words gets them under the place. */
const fewestForWords = 36;

type Line = { readonly place: string; readonly field: string; readonly message: string; readonly fix: string };
type Columns = { readonly place: number; readonly field: number; readonly message: number };

const lineOf = ({ line, column, field, message, fix }: Finding, before: string): Line => ({
  place: `${before}${line}:${column}`,
  field: printable(field),
  message: printable(message),
  fix: printable(fix),
});

const widest = (texts: readonly string[]): number => texts.reduce((most, text) => Math.max(most, columnsOf(text)), 0);

const paintPlace = (screen: Screen, line: Line, place: string, paint: Paint): string =>
  place.replace(line.place, painted(screen, paint, line.place));

/** The whole finding on one line, where the screen has room for it. */
const onOneLine = (screen: Screen, line: Line, columns: Columns, paint: Paint): string | undefined => {
  const place = padTo(line.place, columns.place);
  const field = padTo(line.field, columns.field);
  const message = line.fix === '' ? line.message : padTo(line.message, columns.message);
  const length = 2 + columnsOf(place) + columnsOf(field) + columnsOf(message) + 2 + columnsOf(line.fix);
  if (length > (screen.width ?? Infinity)) return undefined;
  return `  ${paintPlace(screen, line, place, paint)}${field}${message}  ${line.fix}`.trimEnd();
};

/** The finding on several lines: the message, and under it what to do. */
const onSeveral = (screen: Screen, line: Line, columns: Columns, paint: Paint, width: number): string => {
  const indent = 2 + columns.place + columns.field;
  const roomy = width - indent >= fewestForWords;
  const margin = roomy ? indent : 6;
  const words = [...wrapped(line.message, width - margin), ...wrapped(line.fix, width - margin)].filter(Boolean);
  const head = `  ${paintPlace(screen, line, padTo(line.place, columns.place), paint)}${padTo(line.field, columns.field)}`;
  const [first = '', ...rest] = words;
  const blank = ' '.repeat(margin);
  return roomy
    ? [head + first, ...rest.map((text) => blank + text)].join('\n')
    : [head.trimEnd(), ...words.map((text) => blank + text)].join('\n');
};

const block = (screen: Screen, lines: readonly Line[], message: number, paint: Paint): string[] => {
  const columns = {
    place: widest(lines.map((line) => line.place)) + 3,
    field: widest(lines.map((line) => line.field)) + 3,
    message,
  };
  return lines.map(
    (line) =>
      onOneLine(screen, line, columns, paint) ?? onSeveral(screen, line, columns, paint, screen.width ?? Infinity),
  );
};

const group = (findings: readonly Finding[]): Map<string, Finding[]> => {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = files.get(finding.file);
    if (known) known.push(finding);
    else files.set(finding.file, [finding]);
  }
  return files;
};

const more = (left: number, file: string, what: string): string[] =>
  left > 0 ? [`  … and ${left} more ${what}${left === 1 ? '' : 's'}; all of them: npm run check -- ${file}`] : [];

/** What to print, and how the files are called. */
export type Printed = {
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
  /** Name of the content folder, before each file. */
  readonly folder: string;
  /** Everything, however long: where an editor asks for single files. */
  readonly whole: boolean;
};

/** The blocks of all files that have something, ordered by file. */
export const printFindings = (screen: Screen, { problems, notes, folder, whole }: Printed): string => {
  const [bad, noted] = [group(problems), group(notes)];
  const files = [...new Set([...bad.keys(), ...noted.keys()])].sort();
  const most = whole ? Infinity : mostShown;
  const lines = files.flatMap((file) => {
    const [ofBad, ofNoted] = [bad.get(file) ?? [], noted.get(file) ?? []];
    const path = printable(`${folder}/${file}`);
    const first = ofBad.slice(0, most).map((finding) => lineOf(finding, ''));
    const second = ofNoted.slice(0, most).map((finding) => lineOf(finding, 'note '));
    const message = widest(
      [...first, ...second].map((line) => line.message).filter((text) => columnsOf(text) <= longestAligned),
    );
    return [
      painted(screen, 'bold', path),
      ...block(screen, first, message, 'red'),
      ...more(ofBad.length - first.length, path, 'problem'),
      ...block(screen, second, message, 'yellow'),
      ...more(ofNoted.length - second.length, path, 'note'),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
};
