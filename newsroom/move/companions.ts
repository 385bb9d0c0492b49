/** What moves along with an article: the entries of a live one, and the pictures and files beside it that are its alone. */
import { dirname, basename } from 'node:path';
import type { Database } from '#archive/database';
import { alternatives } from '#archive/store/crossChecks';
import type { Reference } from '#archive/reading';
import type { Destination } from '#newsroom/move/destination';

/** Files of the content folder as they lie there, and as they will: names of files that move, by their old name. */
export type Moved = ReadonlyMap<string, string>;

const filesLike = (db: Database, folder: string): string[] =>
  db
    .all<{ file: string }>(
      `select file from document where file >= ?1 and file < ?2 union select file from picture where file >= ?1 and file < ?2
       union select file from asset where file >= ?1 and file < ?2`,
      `${folder}/`,
      `${folder}0`,
    )
    .map(({ file }) => file);

const isFile = (db: Database, file: string): boolean =>
  db.one('select 1 as one from picture where file = ?1 union all select 1 from asset where file = ?1', file) !==
  undefined;

/** The file that a written path leads to now; `undefined` where nothing lies there. */
export const fileShown = (db: Database, target: string): string | undefined =>
  alternatives(target).find((path) => isFile(db, path));

/** The file that a written path will lead to when the files have moved. */
export const fileShownAfter = (db: Database, moved: Moved, target: string): string | undefined => {
  const arrived = new Set(moved.values());
  return alternatives(target).find((path) => arrived.has(path) || (isFile(db, path) && !moved.has(path)));
};

/** Whether a reference shows a file of the newsroom. */
export const showsFile = ({ what }: Pick<Reference, 'what'>): boolean => what === 'picture' || what === 'asset';

type Use = { readonly file: string; readonly target: string };

const usesOf = (db: Database, name: string): Use[] =>
  db.all<Use>("select file, target from reference where what in ('picture', 'asset') and base = ?", name);

/** Files that lie beside the article and that nobody shows but what moves with it. */
const ownFiles = (db: Database, { from, to }: Destination, moving: (file: string) => boolean): [string, string][] => {
  const [here, there] = [dirname(from), dirname(to)];
  if (here === there) return [];
  const shown = db
    .all<Use>("select file, target from reference where what in ('picture', 'asset')")
    .filter(({ file }) => moving(file))
    .flatMap(({ target }) => fileShown(db, target) ?? []);
  return [...new Set(shown)]
    .filter((file) => dirname(file) === here)
    .filter((file) => usesOf(db, basename(file)).every((use) => moving(use.file) || fileShown(db, use.target) !== file))
    .flatMap((file): [string, string][] => {
      const facts = db.one('select 1 as one from document where file = ?', `${file}.yaml`) !== undefined;
      const arrived = `${there}/${basename(file)}`;
      return [[file, arrived], ...(facts ? [[`${file}.yaml`, `${arrived}.yaml`] as [string, string]] : [])];
    });
};

/** The folder of a live article's entries. */
export const entriesFolder = (file: string): string => file.replace(/\.mdx$/, '.updates');

/** Every file that moves, the article itself included. */
export const filesMoved = (db: Database, destination: Destination): Moved => {
  const { from, to } = destination;
  if (from === to) return new Map();
  const entries = filesLike(db, entriesFolder(from)).map((file): [string, string] => [
    file,
    `${entriesFolder(to)}${file.slice(entriesFolder(from).length)}`,
  ]);
  const documents = new Map([[from, to] as [string, string], ...entries]);
  return new Map([...documents, ...ownFiles(db, destination, (file) => documents.has(file))]);
};

/** Documents that show something that moves, or that move themselves. */
export const showingMoved = (db: Database, moved: Moved): string[] => {
  const names = [...new Set([...moved.keys()].map((file) => basename(file)))];
  const users = names.flatMap((name) =>
    usesOf(db, name)
      .filter(({ target }) => moved.has(fileShown(db, target) ?? ''))
      .map(({ file }) => file),
  );
  return [...new Set([...[...moved.keys()].filter((file) => file.endsWith('.mdx')), ...users])];
};
