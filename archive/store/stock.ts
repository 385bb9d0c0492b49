/** Takes stock: compares the content folder with the archive and brings every difference in. */
import { join } from 'node:path';
import { listOf, type Database } from '#archive/database';
import type { Task } from '#archive/desk';
import { underGit } from '#archive/lastGood';
import { documentKindOf } from '#archive/readDocument';
import { remove, takeAnswers, takeStray } from '#archive/store/bringIn';
import { startChanges, type Changes } from '#archive/store/changes';
import { neighboursOf } from '#archive/store/crossChecks';
import { setHours } from '#archive/store/gate';
import { noteChange, type Hand, type StockPlace } from '#archive/store/hand';
import { lookAtMedia } from '#archive/store/media';
import { remember } from '#archive/store/memory';
import { settle } from '#archive/store/settle';
import { noteStamps, restingStampOf, stampOf } from '#archive/store/stamps';
import { strayProblem } from '#archive/store/strays';
import { looksLikeDocument, lookAt, walk, type Found } from '#archive/walk';

/** What one taking of stock found. */
export type Stock = {
  readonly changes: Changes;
  readonly documents: number;
  readonly read: number;
  readonly withProblems: readonly string[];
};

type Known = { readonly file: string; readonly hash: string; readonly stamp: string };

/** Reads the files that changed; bodies of ten thousand articles pass through without being held. */
const readAll = async (hand: Hand, tasks: readonly Task[]): Promise<void> => {
  // Looked at before they are read: what is written meanwhile bears another stamp.
  const stamps = new Map(tasks.map(({ file, onDisk }) => [file, restingStampOf(join(hand.contentDir, onDisk))]));
  await hand.desks.read(tasks, (answers) => {
    takeAnswers(hand, answers);
    hand.progress?.(hand.read, tasks.length);
  });
  noteStamps(hand.db, stamps);
};

/** A folder that cannot be listed is told of, whatever its name; a plain folder is nothing to tell. */
const kindOfFound = (found: Found): ReturnType<typeof documentKindOf> => {
  if (found.what === 'closed') return 'stray-problem';
  return found.what === 'folder' && !looksLikeDocument(found.file) ? undefined : documentKindOf(found.file);
};

const isDocument = (kind: ReturnType<typeof documentKindOf>): boolean =>
  kind !== undefined && kind !== 'stray-problem' && kind !== 'picture' && kind !== 'asset';

const sortFound = (
  hand: Hand,
  found: readonly Found[],
  known: ReadonlyMap<string, Known>,
): { documents: Found[]; media: (Found & { kind: 'picture' | 'asset' })[] } => {
  const documents: Found[] = [];
  const media: (Found & { kind: 'picture' | 'asset' })[] = [];
  for (const each of found) {
    // Only a document that was read bears a stamp; most of a large newsroom are such.
    if (each.what === 'file' && known.get(each.file)?.stamp) {
      documents.push(each);
      continue;
    }
    const kind = kindOfFound(each);
    const problem = kind === undefined ? undefined : strayProblem(each, kind);
    // A stray that was told of already has no hash: git is not asked about it each minute.
    const isNew = known.get(each.file)?.hash !== '';
    if (problem) takeStray(hand, each.file, problem, isNew && isDocument(kind));
    else if (kind === 'picture' || kind === 'asset') media.push({ ...each, kind });
    else if (isDocument(kind)) documents.push(each);
  }
  return { documents, media };
};

const lookAtAllMedia = async (hand: Hand, media: readonly (Found & { kind: 'picture' | 'asset' })[]): Promise<void> => {
  for (const found of media) {
    if (!(await lookAtMedia(hand, found, found.kind))) continue;
    for (const neighbour of neighboursOf(hand.db, found.file)) {
      hand.affected.add(neighbour);
      noteChange(hand, neighbour);
    }
  }
};

const knownFiles = (db: Database): Map<string, Known> =>
  new Map(
    listOf<readonly [file: string, hash: string, stamp: string]>(
      db,
      'select json_group_array(json_array(file, hash, stamp)) as list from document',
    ).map(([file, hash, stamp]) => [file, { file, hash, stamp }]),
  );

const removeMissing = (hand: Hand, known: ReadonlyMap<string, Known>, present: readonly Found[]): void => {
  const there = new Set(present.map((each) => each.file));
  const closed = present.filter((each) => each.what === 'closed').map((each) => `${each.file}/`);
  const isUnknown = (file: string): boolean => closed.some((folder) => file.startsWith(folder));
  const media = hand.db.all<{ file: string }>('select file from picture union all select file from asset');
  for (const file of [...known.keys(), ...media.map((each) => each.file)])
    if (!there.has(file) && !isUnknown(file)) remove(hand, file);
};

const setAllHours = (hand: Hand): void => {
  const goneChanged = hand.affected.has('gone.yaml');
  const files = goneChanged
    ? hand.db.all<{ file: string }>('select file from article').map((row) => row.file)
    : [...hand.affected];
  for (const file of files) if (setHours(hand.db, file, hand.now)) noteChange(hand, file);
};

/** A path may be a folder that was moved in or out: then all that lies or lay under it is meant. */
const foundAt = (place: StockPlace, path: string): { found: Found[]; lost: string[] } => {
  const at = lookAt(place.contentDir, path);
  const file = path.normalize('NFC');
  if (at?.what === 'folder') return { found: [at, ...walk(place.contentDir, path)], lost: [] };
  if (at) return { found: [at], lost: [] };
  const under = place.db.all<{ file: string }>(
    `select file from document where file >= ?1 and file < ?2 union select file from picture where file >= ?1 and file < ?2
     union select file from asset where file >= ?1 and file < ?2`,
    `${file}/`,
    `${file}0`,
  );
  return { found: [], lost: [file, ...under.map((row) => row.file)] };
};

const find = (place: StockPlace, paths: readonly string[] | undefined): { found: Found[]; lost: string[] } => {
  if (!paths) return { found: walk(place.contentDir), lost: [] };
  const looks = paths.map((path) => foundAt(place, path));
  return { found: looks.flatMap((look) => look.found), lost: looks.flatMap((look) => look.lost) };
};

/** Compares the folder, or only some of its paths, with the archive, inside the caller's transaction. */
export const takeStock = async (place: StockPlace, paths?: readonly string[]): Promise<Stock> => {
  let git: boolean | undefined;
  const hand: Hand = {
    ...place,
    changes: startChanges(place.site.timeZone),
    affected: new Set(),
    newFiles: new Set(),
    leavers: [],
    waiting: new Map(),
    fromGit: () => (git ??= underGit(place.contentDir)),
    read: 0,
  };
  const { found: present, lost } = find(place, paths);
  const known = paths ? knownAmong(hand.db, present) : knownFiles(hand.db);
  const { documents, media } = sortFound(hand, present, known);
  await lookAtAllMedia(hand, media);
  const tasks = documents.flatMap(({ file, onDisk }) => {
    const version = known.get(file);
    // Whoever names a path has heard that it changed.
    // Asked of every document at each start, so the path is not put in order first: `join` would cost a third of it.
    const isUntouched = !paths && version?.stamp && version.stamp === stampOf(`${place.contentDir}/${onDisk}`);
    return isUntouched ? [] : [{ file, onDisk, ...(version && { known: version.hash }) }];
  });
  await readAll(hand, tasks);
  if (paths) for (const file of lost) remove(hand, file);
  else removeMissing(hand, known, present);
  await settle(hand);
  setAllHours(hand);
  for (const address of remember(hand.db, hand.leavers, hand.newFiles, hand.now)) hand.changes.add(address);
  return { ...stockOf(hand.db, hand.changes), read: hand.read };
};

/** Some changes, and how the newsroom stands, where no file was read. */
export const stockOf = (db: Database, changes: Changes): Stock => ({
  changes,
  read: 0,
  documents: countDocuments(db),
  withProblems: filesWithProblems(db),
});

const knownAmong = (db: Database, found: readonly Found[]): Map<string, Known> =>
  new Map(
    found.flatMap(({ file }) => {
      const known = db.one<Known>('select file, hash, stamp from document where file = ?', file);
      return known ? [[file, known] as const] : [];
    }),
  );

/** All less the strays: two walks along one small index, where a look at every document would read all of their findings. */
const countDocuments = (db: Database): number =>
  db.one<{ n: number }>(
    "select (select count(*) from document) - (select count(*) from document where kind = 'stray') as n",
  )?.n ?? 0;

/** The condition is word for word that of the index `document_with_problems`, which holds only such files. */
const filesWithProblems = (db: Database): string[] =>
  db
    .all<{ file: string }>("select file from document where problems <> '[]' or crossed <> '[]' order by file")
    .map((row) => row.file);
