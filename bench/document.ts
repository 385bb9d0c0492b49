/** Writes what was measured into `docs/benchmarks.md`: each part has a section between two marks, and only that one changes. */
import type { Goal, Outcome, Table } from './part';

const opening = (name: string): string => `<!-- bench ${name} -->`;
const closing = (name: string): string => `<!-- end of ${name} -->`;

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;

const tableLines = ({ title, columns, rows }: Table): string[] => [
  ...(title === undefined ? [] : [`**${title}**`, '']),
  row(columns),
  row(columns.map(() => '---')),
  ...rows.map(row),
  '',
];

const goalTable = (goals: readonly Goal[]): string[] =>
  goals.length === 0
    ? []
    : tableLines({
        columns: ['to reach', 'wanted', 'measured', ''],
        rows: goals.map(({ what, wanted, measured, met }) => [what, wanted, measured, met ? 'met' : '**missed**']),
      });

/** The words of one part: when and where it was measured, figures, goals and what to know. */
export const sectionFor = (measured: string, { tables, goals, notes = [] }: Outcome): string =>
  [measured, '', ...tables.flatMap(tableLines), ...goalTable(goals), ...notes.flatMap((note) => [`- ${note}`]), '']
    .join('\n')
    .trimEnd();

/** The document with the section of one part put in place of the old one; a part without a place gets one at the end. */
export const withSection = (text: string, name: string, section: string): string => {
  const [from, to] = [text.indexOf(opening(name)), text.indexOf(closing(name))];
  const whole = `${opening(name)}\n\n${section}\n\n${closing(name)}`;
  if (from < 0 || to < from) return `${text.trimEnd()}\n\n## ${name}\n\n${whole}\n`;
  return text.slice(0, from) + whole + text.slice(to + closing(name).length);
};
