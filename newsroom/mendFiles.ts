/** `check --fix`: writes into the files what is mechanical, shows each change, and alters no word. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from '#archive/database';
import type { ReadingContext } from '#archive/reading';
import { walk } from '#archive/walk';
import type { CommandPlace } from '#newsroom/commandPlace';
import { mendText, type Change } from '#newsroom/mendText';
import { saveInPlace } from '#newsroom/saveInPlace';
import { painted, printable, type Screen } from '#newsroom/screen';

/** Changes of one file that are shown at most; the others are counted. */
const mostShown = 40;
/** Longest part of a line that is shown, in UTF-16 units. */
const longestShown = 200;

const shown = (line: string): string => {
  // A tab looks like blanks, and is often the very thing that changed.
  const text = printable(line.replaceAll('\t', '→'));
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
};

const changeLines = (screen: Screen, { line, before, after, why }: Change): string[] => {
  // The end of a line as Windows writes it is shown only where it is what changed.
  const [was, is] =
    /\r$/.test(before) && /\r$/.test(after) ? [before.slice(0, -1), after.slice(0, -1)] : [before, after];
  return [
    `  ${line}   ${painted(screen, 'red', `- ${shown(was)}`)}`,
    `  ${' '.repeat(String(line).length)}   ${painted(screen, 'green', `+ ${shown(is)}`)}   ${painted(screen, 'dim', `(${printable(why)})`)}`,
  ];
};

const tell = (screen: Screen, path: string, changes: readonly Change[]): void => {
  const left = changes.length - mostShown;
  const lines = [
    painted(screen, 'bold', printable(path)),
    ...changes.slice(0, mostShown).flatMap((change) => changeLines(screen, change)),
    ...(left > 0 ? [`  … and ${left} more lines in this file`] : []),
  ];
  screen.write(lines.map((line) => `${line}\n`).join(''));
};

/** Documents that were read to their end: one that had to be stopped would stop this command too. */
const readable = (db: Database): Set<string> =>
  new Set(
    db
      .all<{ file: string }>("select file from document where kind <> 'stray' and hash not like 'stopped %'")
      .map(({ file }) => file),
  );

/** Mends one file; answers with the number of changed lines. */
const mendFile = (file: string, path: string, name: string, context: ReadingContext, screen: Screen): number => {
  let before: Buffer;
  try {
    before = readFileSync(path);
  } catch {
    // Gone or unreadable: the report that follows says so.
    return 0;
  }
  const { text, changes } = mendText(file, before, context);
  if (changes.length === 0) return 0;
  const refused = saveInPlace(path, before, text);
  if (refused === undefined) {
    tell(screen, name, changes);
    return changes.length;
  }
  screen.write(`${printable(name)} ${refused}\n`);
  return 0;
};

/** Mends the chosen documents of the archive's folder; answers with the number of changed lines. */
export const mendFiles = (
  db: Database,
  { contentDir, site, siteUrl }: CommandPlace,
  chosen: (file: string) => boolean,
  screen: Screen,
): number => {
  const known = readable(db);
  const { timeZone, timeZoneName, smartPunctuation } = site;
  const context = { timeZone, timeZoneName, siteUrl, smartPunctuation };
  let [lines, files] = [0, 0];
  for (const { file, onDisk, what } of walk(contentDir).sort((a, b) => (a.file < b.file ? -1 : 1))) {
    if (what !== 'file' || !known.has(file) || !chosen(file)) continue;
    const changed = mendFile(file, join(contentDir, onDisk), `${basename(contentDir)}/${file}`, context, screen);
    lines += changed;
    if (changed > 0) files += 1;
  }
  screen.write(
    lines === 0
      ? 'Nothing to mend: what is left needs a person.\n'
      : `Mended ${lines} ${lines === 1 ? 'line' : 'lines'} in ${files} ${files === 1 ? 'file' : 'files'}.\n`,
  );
  return lines;
};
