/** Which folders a mirror may be written into: none that holds something else, unless its owner says so. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { ledgerFile } from '#mirror/disk';
import { CommandFault } from '#newsroom/commandPlace';

/** What the judge of folders must know. */
export type FolderFacts = {
  /** As typed, and the folder in which it was typed. */
  readonly typed: string;
  readonly typedIn: string;
  /** Folders of the site: the clone, `content`, the data. */
  readonly root: string;
  readonly contentDir: string;
  readonly dataDir: string;
  readonly intoExisting: boolean;
};

/** The folder with every link followed, as far as it exists. */
const realOf = (path: string): string => {
  if (existsSync(path)) return realpathSync(path);
  const above = dirname(path);
  return above === path ? path : join(realOf(above), parse(path).base);
};

const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && parse(way).root === '');
};

/** Gives the absolute path; throws `CommandFault` with the remedy where the mirror must not write. */
export const mirrorFolder = (facts: FolderFacts): string => {
  const folder = realOf(resolve(facts.typedIn, facts.typed));
  const [root, contentDir, dataDir] = [facts.root, facts.contentDir, facts.dataDir].map(realOf) as [
    string,
    string,
    string,
  ];
  const no = (why: string): never => {
    throw new CommandFault(`${folder} ${why} Name a folder of its own, like ../mirror.`);
  };
  if (folder === parse(folder).root || folder === realOf(homedir())) no('is no folder for a mirror.');
  if (isWithin(root, folder)) no('is the folder of this project, or holds it.');
  for (const [other, what] of [
    [contentDir, 'the words of the publication'],
    [dataDir, 'the data of the site'],
  ] as const) {
    if (isWithin(folder, other) || isWithin(other, folder))
      no(`and ${other}, where ${what} lie, are one inside the other.`);
  }
  if (isWithin(folder, root) && relative(root, folder).includes(sep)) no('lies among the sources of this project.');
  if (!existsSync(folder)) return folder;
  if (!statSync(folder).isDirectory()) no('is a file.');
  const isOurs = existsSync(ledgerFile(folder));
  if (!isOurs && readdirSync(folder).length > 0 && !facts.intoExisting)
    throw new CommandFault(
      `${folder} holds files that no mirror wrote. Name an empty or a new folder; or say --into-existing, and they stay as they are beside the mirror.`,
    );
  return folder;
};
