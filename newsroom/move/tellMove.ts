/** Says what a move changes, file by file and line by line. */
import type { CommandPlace } from '#newsroom/commandPlace';
import { basename } from 'node:path';
import { changedLines } from '#newsroom/move/edits';
import type { MovePlan } from '#newsroom/move/plan';
import { addressOfFile } from '#newsroom/move/whichArticle';
import { painted, printable, type Screen } from '#newsroom/screen';

/** Longest part of a line that is shown, in UTF-16 units, and how much of it stands before what changes. */
const longestShown = 200;
const shownBefore = 80;
/** Lines of one file that are shown at most. */
const mostShown = 40;

const shown = (line: string, from: number): string => {
  const text = printable(line);
  const part = text.slice(from, from + longestShown);
  return `${from > 0 ? '…' : ''}${part}${from + part.length < text.length ? '…' : ''}`;
};

/** Where the shown part of a long line begins: a little before the first sign that changes. */
const beginningOf = (before: string, after: string): number => {
  if (Math.max(before.length, after.length) <= longestShown) return 0;
  let same = 0;
  while (same < before.length && before.charAt(same) === after.charAt(same)) same += 1;
  return Math.max(0, same - shownBefore);
};

/** How a move ended: what git was told of is ready to be committed. */
export type MoveEnd = { readonly dryRun: boolean; readonly staged: boolean };

const fileLines = (screen: Screen, { text, edits }: MovePlan['rewritten'][number]): string[] => {
  const changes = changedLines(text, edits);
  const lines = changes.slice(0, mostShown).flatMap(({ line, before, after }) => {
    const number = String(line);
    const blank = ' '.repeat(number.length);
    const from = beginningOf(before ?? '', after ?? '');
    const minus = before === undefined ? [] : [`  ${number}   ${painted(screen, 'red', `- ${shown(before, from)}`)}`];
    const plus = (after ?? '').split(/\r?\n/).filter(Boolean);
    return [
      ...minus,
      ...plus.map(
        (each, nth) =>
          `  ${before === undefined && nth === 0 ? number : blank}   ${painted(screen, 'green', `+ ${shown(each, from)}`)}`,
      ),
    ];
  });
  return changes.length > mostShown
    ? [...lines, `  … and ${changes.length - mostShown} more lines in this file`]
    : lines;
};

const nextLine = ({ dryRun, staged }: MoveEnd): string => {
  if (dryRun) return 'Nothing was changed: this is what would be.';
  return staged ? 'Git knows of it: run  npm run check, then commit.' : 'Next: npm run check.';
};

/** The whole report. */
export const tellMove = (screen: Screen, { contentDir }: CommandPlace, plan: MovePlan, end: MoveEnd): void => {
  const folder = basename(contentDir);
  const name = (file: string): string => printable(`${folder}/${file}`);
  const [old, address] = [addressOfFile(plan.from), addressOfFile(plan.to)];
  const leads = plan.keepsAddress ? ` (${old} leads there)` : '';
  const lines = [
    ...plan.renames.map(
      ([from, to]) => `${painted(screen, 'bold', name(from))} becomes ${painted(screen, 'bold', name(to))}`,
    ),
    ...plan.rewritten.flatMap((each) => [painted(screen, 'bold', name(each.file)), ...fileLines(screen, each)]),
    ...plan.left.map((place) => painted(screen, 'yellow', `${name(place)} still names ${old}: mend it by hand.`)),
    ...plan.words,
    `Its address: ${address}${leads}`,
    nextLine(end),
  ];
  screen.write(lines.map((line) => `${line}\n`).join(''));
};
