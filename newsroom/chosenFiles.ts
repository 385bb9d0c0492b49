/** The files and folders an editor names on the command line, as typed, turned into a choice among the files of `content/`. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';

/** Whether a file (path inside the content folder) was chosen. */
export type Choice = (file: string) => boolean;

type Where = Pick<CommandPlace, 'contentDir' | 'standing'>;

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    // Not there: the path itself is all there is to compare.
    return path;
  }
};

/** Where a typed path may lie: from where the editor stands, beside the content folder, inside it. */
const meant = (typed: string, { contentDir, standing }: Where): string | undefined =>
  [...standing, dirname(contentDir), contentDir]
    .map((folder) => resolve(folder, typed))
    .find((path) => existsSync(path));

/** The path inside the content folder; `undefined` outside it. The folder may be reached through links. */
const insideContent = (path: string, contentDir: string): string | undefined => {
  // The file itself may be a link, which is a problem to be reported and not to be followed.
  const found = relative(real(contentDir), join(real(dirname(path)), basename(path)));
  const whole = real(path) === real(contentDir) ? '' : found;
  return whole === '..' || whole.startsWith(`..${sep}`) ? undefined : whole.split(sep).join('/').normalize('NFC');
};

const one = (typed: string, where: Where): Choice => {
  const path = meant(typed, where);
  if (path === undefined) throw new CommandFault(`There is no file or folder ${typed}.`);
  const inside = insideContent(path, where.contentDir);
  if (inside === undefined) {
    throw new CommandFault(`${typed} lies outside ${where.contentDir}: check reads the files of that folder alone.`);
  }
  if (inside === '') return () => true;
  // A photo is asked about together with its facts.
  return (file) => file === inside || file.startsWith(`${inside}/`) || file === `${inside}.yaml`;
};

/** Chooses by the typed paths; without any, everything. Throws `CommandFault` for one that is not in the content folder. */
export const choiceOf = (typed: readonly string[], where: Where): Choice => {
  const choices = typed.map((path) => one(path, where));
  return choices.length === 0 ? () => true : (file) => choices.some((chosen) => chosen(file));
};
