/** The last lines of `check`: how much was found in how much, and what happens next by itself. */
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import { momentInWords, type ComingMoment } from '#newsroom/comingMoments';
import type { Checked } from '#newsroom/findings';
import { painted, printable, type Screen } from '#newsroom/screen';

const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** "2 problems and 1 note" */
const foundInWords = ({ problems, notes }: Checked): string => {
  const parts = [
    problems.length > 0 && counted(problems.length, 'problem'),
    notes.length > 0 && counted(notes.length, 'note'),
  ];
  return parts.filter(Boolean).join(' and ');
};

/** "2 problems and 1 note in 1 of 34 articles. The other 33 are fine." */
export const summaryLine = (checked: Checked): string => {
  const { documents, articles, problems, notes } = checked;
  const affected = new Set([...problems, ...notes].map(({ file }) => file));
  const others = documents.size - articles.size;
  if (affected.size === 0) {
    const all = [counted(articles.size, 'article'), others > 0 && counted(others, 'other file')].filter(Boolean);
    return `No problems and no notes in ${all.join(' and ')}.`;
  }
  const justArticles = [...affected].every((file) => articles.has(file));
  const all = justArticles ? articles.size : new Set([...documents, ...affected]).size;
  const what = justArticles ? 'article' : 'file';
  const where = all === 1 ? `in 1 ${what}` : `in ${affected.size} of ${counted(all, what)}`;
  const rest = all - affected.size;
  const fine = rest === 0 ? '' : rest === 1 ? ' The other one is fine.' : ` The other ${rest} are fine.`;
  return `${foundInWords(checked)} ${where}.${fine}`;
};

/** "Next: harbour-bridge-inquiry goes out Thursday 15 October, 06:00 EAT, in 3 h 12 min.", and all that follows it. */
export const comingLines = (
  coming: readonly ComingMoment[],
  now: Moment,
  site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>,
): string[] =>
  coming.map(
    ({ what, at }, nth) => `${nth === 0 ? 'Next:' : '     '} ${printable(what)} ${momentInWords(at, now, site)}.`,
  );

/** Loudly: what was to go out and stays back. */
export const heldLines = (
  screen: Pick<Screen, 'colour'>,
  held: readonly ComingMoment[],
  now: Moment,
  site: Pick<Site, 'locale' | 'timeZone' | 'timeZoneName'>,
): string[] =>
  held.map(({ what, at }) =>
    painted(
      screen,
      'red',
      `STAYS BACK: ${printable(what)} ${momentInWords(at, now, site)}, and will not while its file has problems.`,
    ),
  );
