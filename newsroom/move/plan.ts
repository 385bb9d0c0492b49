/** Plans a move: which files go where, and which words of which files change with it. Nothing is written here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '#archive/database';
import type { Reading } from '#archive/reading';
import { walk } from '#archive/walk';
import { CommandFault, type CommandPlace } from '#newsroom/commandPlace';
import { entriesFolder, filesMoved, showingMoved, type Moved } from '#newsroom/move/companions';
import { checkPlaceFree, type Destination } from '#newsroom/move/destination';
import { edited, type Edit } from '#newsroom/move/edits';
import { mentionEdits, pointsAt, type Aim, type IsTaken } from '#newsroom/move/mentions';
import { articleEdits } from '#newsroom/move/articleEdits';
import { shownFileEdits } from '#newsroom/move/shownFiles';
import { addressOfFile } from '#newsroom/move/whichArticle';
import { readAs } from '#newsroom/newDesk';

/** A file whose words change; paths inside the content folder as the disk spells them. */
export type Rewritten = {
  /** Where the file will lie. */
  readonly file: string;
  readonly before: Buffer;
  readonly text: string;
  readonly edits: readonly Edit[];
};

/** All that a move does. */
export type MovePlan = Destination & {
  /** Files and folders that get another path, in the order in which they are moved. */
  readonly renames: readonly (readonly [from: string, to: string])[];
  /** Every single file that gets another path, by its old one. */
  readonly moved: Moved;
  readonly rewritten: readonly Rewritten[];
  /** Whether the old address leads on from now on. */
  readonly keepsAddress: boolean;
  /** Places that point at the old address and stay as they are. */
  readonly left: readonly string[];
  /** What the editor should know, in sentences. */
  readonly words: readonly string[];
};

type Row = { readonly file: string; readonly what: string; readonly target: string; readonly line: number };

const isTakenIn =
  (db: Database): IsTaken =>
  (address) =>
    db.one('select 1 as one from claim where address = ?', address) !== undefined;

const pointingAt = (db: Database, aim: Aim): Row[] =>
  db
    .all<Row>(
      `select file, what, target, line from reference where what in ('link', 'related', 'translation', 'pin')
       order by file, line`,
    )
    .filter(({ what, target }) => pointsAt({ what, to: target }, aim));

/** Documents that were read to their end: one that had to be stopped would stop this command too. */
const isReadable = (db: Database, file: string): boolean =>
  db.one("select 1 as one from document where file = ? and hash not like 'stopped %'", file) !== undefined;

const newProblem = (before: Reading, after: Reading): Reading['problems'][number] | undefined => {
  const known = new Set(before.problems.map(({ field, message }) => `${field} ${message}`));
  return after.problems.find(({ field, message }) => !known.has(`${field} ${message}`));
};

type Task = {
  readonly db: Database;
  readonly place: CommandPlace;
  readonly destination: Destination;
  readonly moved: Moved;
  readonly onDisk: (file: string) => string;
};

/** The new words of one document; `own` are edits that are made in any case. */
const rewrite = (task: Task, file: string, before: Buffer, own: readonly Edit[]): Rewritten | undefined => {
  const { place, destination, moved, db } = task;
  const text = before.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(before)) return undefined;
  const there = moved.get(file) ?? file;
  const was = readAs(place, file, before);
  const read = (words: string): Reading => readAs(place, there, Buffer.from(words, 'utf8'));
  const addresses = {
    from: addressOfFile(destination.from),
    to: addressOfFile(destination.to),
    isTaken: isTakenIn(db),
  };
  const mentions = destination.from === destination.to ? [] : mentionEdits(text, addresses, { read, made: own });
  const made = [...own, ...mentions];
  const edits = [...made, ...shownFileEdits({ db, moved }, text, was.references, { read, made })];
  if (edits.length === 0) return undefined;
  const problem = newProblem(was, read(edited(text, edits)));
  if (problem)
    throw new CommandFault(
      `Nothing was moved: in ${file} ${problem.field} would be wrong: it ${problem.message} ${problem.fix}`,
    );
  return { file: moved.has(file) ? there : task.onDisk(file), before, text, edits };
};

const spellings = ({ contentDir }: CommandPlace): ((file: string) => string) => {
  const spelt = new Map(walk(contentDir).map(({ file, onDisk }) => [file, onDisk]));
  return (file) => spelt.get(file) ?? file;
};

/** The entries' folder as the disk spells it, from one of the files in it. */
const folderOnDisk = (entry: string): string => entry.split('/').slice(0, 5).join('/');

const renamesOf = (db: Database, { destination, moved, onDisk }: Task): (readonly [string, string])[] => {
  const { from, to } = destination;
  if (from === to) return [];
  const entries = `${entriesFolder(from)}/`;
  const files = [...moved].filter(([file]) => file !== from && !file.startsWith(entries));
  const entry = [...moved.keys()].find((file) => file.startsWith(entries));
  return [
    [onDisk(from), to],
    ...(entry === undefined ? [] : [[folderOnDisk(onDisk(entry)), entriesFolder(to)] as const]),
    ...files.map(([file, there]) => [onDisk(file), there] as const),
  ];
};

/** Plans the move. Throws `CommandFault` where it cannot be done wholly. */
export const planMove = (
  db: Database,
  place: CommandPlace,
  destination: Destination,
  options: { readonly alias: boolean },
): MovePlan => {
  const onDisk = spellings(place);
  const moved = filesMoved(db, destination);
  const task: Task = { db, place, destination, moved, onDisk };
  const bytesOf = (file: string): Buffer => readFileSync(join(place.contentDir, onDisk(file)));
  const article = bytesOf(destination.from);
  const own = articleEdits(place, destination, article, options);
  const aim: Aim = { address: addressOfFile(destination.from), isTaken: isTakenIn(db) };
  const pointing = destination.from === destination.to ? [] : pointingAt(db, aim);
  const others = new Set([...pointing.map(({ file }) => file), ...showingMoved(db, moved)]);
  others.delete(destination.from);
  const rewritten = [
    rewrite(task, destination.from, article, own.edits),
    ...[...others].filter((file) => isReadable(db, file)).map((file) => rewrite(task, file, bytesOf(file), [])),
  ].filter((each) => each !== undefined);
  const after = new Map(rewritten.map((each) => [each.file, each]));
  const stays = ({ file }: Row): boolean => {
    const each = after.get(moved.get(file) ?? onDisk(file));
    if (!each) return true;
    const { references } = readAs(place, moved.get(file) ?? file, Buffer.from(edited(each.text, each.edits)));
    return references.some((reference) => pointsAt(reference, aim));
  };
  const renames = renamesOf(db, task);
  for (const [, to] of renames) checkPlaceFree(place, to);
  return {
    ...destination,
    renames,
    moved,
    rewritten,
    keepsAddress: own.keepsAddress,
    left: pointing.filter(stays).map(({ file, line }) => `${file}:${line}`),
    words: own.words,
  };
};
