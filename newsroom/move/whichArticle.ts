/** Finds the article that an editor means: by its file, its address, an old address, a web address, or its name alone. */
import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Database } from '#archive/database';
import { nearest } from '#model/nearest';
import { meantBy } from '#model/strayForms';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';

/** The address of an article's file. */
export const addressOfFile = (file: string): string => file.slice('articles'.length, -'.mdx'.length);

/** The file of an article's address. */
export const fileOfAddress = (address: string): string => `articles${address}.mdx`;

const slugOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1, -'.mdx'.length);

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    // No valid escapes: the words are what they say.
    return text;
  }
};

/** Most articles of one name that are listed. */
const mostListed = 12;

const real = (path: string): string => {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
};

/** A path relative to where the editor stands, as a path inside the content folder. */
const typedPaths = (typed: string, { contentDir, standing }: CommandPlace): string[] =>
  standing.map((folder) =>
    relative(real(contentDir), resolve(real(folder), typed))
      .split(sep)
      .join('/')
      .normalize('NFC'),
  );

const aliasOwner = (db: Database, addresses: readonly string[]): string | undefined =>
  addresses
    .map(
      (address) =>
        db.one<{ file: string }>(
          "select file from claim where address = ? and how = 'alias' order by published_at, file limit 1",
          address,
        )?.file,
    )
    .find((file) => file !== undefined);

const byName = (files: readonly string[], name: string, typed: string): string => {
  const found = files.filter((file) => slugOf(file) === name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (found.length > 1) {
    const list = found.slice(0, mostListed).map((file) => `  ${addressOfFile(file)}`);
    const more = found.length > mostListed ? `\n  … and ${found.length - mostListed} more` : '';
    throw new CommandFault(
      `${found.length} articles have the name ${name}. Write the address of one of them:\n${list.join('\n')}${more}`,
    );
  }
  const near = name.startsWith('/')
    ? nearest(
        name,
        files.map(addressOfFile).filter((address) => address.slice(0, 8) === name.slice(0, 8)),
      )
    : undefined;
  const alike = near ?? nearest(name.slice(name.lastIndexOf('/') + 1), files.map(slugOf));
  const meant =
    alike === undefined || alike.startsWith('/')
      ? alike
      : files.filter((file) => slugOf(file) === alike).map(addressOfFile)[0];
  throw new CommandFault(
    `There is no article ${typed}. ${meant === undefined ? 'Write its address, like /2026/10/15/harbour-bridge-reopens.' : `Did you mean  ${meant} ?`}`,
  );
};

/** The article's file inside the content folder. Throws `CommandFault` where there is none, or more than one. */
export const whichArticle = (db: Database, place: CommandPlace, typed: string): string => {
  const files = db
    .all<{ file: string }>("select file from document where kind = 'article' order by file")
    .map(({ file }) => file);
  const known = new Set(files);
  const inPlace = typedPaths(typed, place).find((path) => known.has(path));
  if (inPlace !== undefined) return inPlace;
  const here = decoded(typed.trim().replace(/^https?:\/\/[^/]*/i, '')).normalize('NFC');
  const plain = here.replace(/[?#].*$/s, '').replace(/(.)\/+$/, '$1');
  const dated = /(?:^|\/)(\d{4}\/\d\d\/\d\d\/[^/]+?)(?:\.mdx?)?$/.exec(plain)?.[1];
  if (dated !== undefined && known.has(`articles/${dated}.mdx`)) return `articles/${dated}.mdx`;
  const old = aliasOwner(db, [here, here.replace(/#.*$/s, ''), plain, `/${plain}`]);
  const meant = meantBy(plain.startsWith('/') ? plain : `/${plain}`).map(fileOfAddress);
  return old ?? meant.find((file) => known.has(file)) ?? byName(files, plain.replace(/\.mdx?$/, ''), typed);
};
