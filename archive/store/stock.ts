/** Takes stock: compares the content folder with the archive and brings every difference in. */
import type { Database } from '#archive/database';
import type { Answer, PackedReading, Task } from '#archive/desk';
import type { Desks } from '#archive/desks';
import { lastGoodFromGit, underGit } from '#archive/lastGood';
import { documentKindOf } from '#archive/readDocument';
import type { ReadingContext } from '#archive/reading';
import { startChanges, type Changes } from '#archive/store/changes';
import { crossProblems, mayCross, neighboursOf } from '#archive/store/crossChecks';
import { putValue, takeValue } from '#archive/store/documents';
import { setHours } from '#archive/store/gate';
import { lookAtMedia, takeMedia } from '#archive/store/media';
import { leaverOf, remember, type Leaver } from '#archive/store/memory';
import { forgetFile, recordReading, recordStray } from '#archive/store/records';
import { hidePhoto } from '#archive/store/photoFacts';
import { strayProblem } from '#archive/store/strays';
import { looksLikeDocument, lookAt, walk, type Found } from '#archive/walk';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

/** What one taking of stock found. */
export type Stock = {
  readonly changes: Changes;
  readonly documents: number;
  readonly read: number;
  readonly withProblems: readonly string[];
};

type Place = {
  readonly db: Database;
  readonly desks: Desks;
  readonly context: ReadingContext;
  readonly now: Moment;
  readonly contentDir: string;
  readonly site: Pick<Site, 'timeZone'>;
  readonly progress?: (read: number, of: number) => void;
};

/** Work in hand while stock is taken. */
type Hand = Place & {
  readonly changes: Changes;
  /** Files whose problems with the rest must be judged anew. */
  readonly affected: Set<string>;
  /** Files that the archive had never seen. */
  readonly newFiles: Set<string>;
  readonly leavers: Leaver[];
  /** Readings that wait until the rest is known, by file. */
  readonly waiting: Map<string, PackedReading>;
  readonly fromGit: () => boolean;
  read: number;
};

type Known = { readonly file: string; readonly kind: string; readonly hash: string; readonly stands: number };

/** Everything on every page hangs on these; a change of one changes every page. */
const isEverywhere = (file: string): boolean => !file.startsWith('articles/') || file.endsWith('.yaml');

const noteChange = (hand: Hand, file: string): void => {
  if (isEverywhere(file)) return hand.changes.everything();
  const beside = /^(articles\/.+)\.updates\/[^/]+\.mdx$/.exec(file);
  hand.changes.article(hand.db, beside ? `${beside[1] ?? ''}.mdx` : file);
};

const put = (hand: Hand, reading: PackedReading): void => {
  if (!reading.value) return;
  noteChange(hand, reading.file);
  putValue(hand.db, reading.file, reading.value);
  noteChange(hand, reading.file);
};

const hasValue = (db: Database, file: string): boolean =>
  ['article', 'entity', 'live_entry'].some(
    (table) => db.one(`select 1 as one from ${table} where file = ?`, file) !== undefined,
  );

/** A bad file that the archive never saw good may have been good before: the archive is new, git is not. */
const fromHistory = (hand: Hand, reading: PackedReading): void => {
  if (reading.takeDown || hasValue(hand.db, reading.file) || !hand.fromGit()) return;
  const good = lastGoodFromGit(hand.contentDir, reading.file, hand.context);
  if (good) put(hand, good);
};

const takeReading = (hand: Hand, hash: string, reading: PackedReading): void => {
  hand.read += 1;
  hand.affected.add(reading.file);
  const waits = reading.value !== undefined && mayCross(reading.references);
  recordReading(hand.db, hash, reading, reading.value !== undefined && !waits);
  if (waits) return void hand.waiting.set(reading.file, reading);
  if (reading.value) return put(hand, reading);
  fromHistory(hand, reading);
  if (reading.kind === 'photo-facts' && reading.takeDown) hidePhoto(hand.db, reading.file);
  noteChange(hand, reading.file);
};

const remove = (hand: Hand, file: string): void => {
  noteChange(hand, file);
  for (const neighbour of neighboursOf(hand.db, file)) if (neighbour !== file) hand.affected.add(neighbour);
  const leaver = leaverOf(hand.db, file, hand.now);
  if (leaver) hand.leavers.push(leaver);
  takeValue(hand.db, file);
  takeMedia(hand.db, file);
  forgetFile(hand.db, file);
};

/** A reading that the archive cannot take is a fault of ours; even so it costs only its own file its new version. */
const takeSafely = (hand: Hand, hash: string, reading: PackedReading): void => {
  try {
    hand.db.part(() => takeReading(hand, hash, reading));
  } catch (fault) {
    const message = `cannot be stored: ${fault instanceof Error ? fault.message : String(fault)}.`;
    const problem = {
      file: reading.file,
      line: 1,
      column: 1,
      field: 'file',
      message,
      fix: 'Please report this as a fault of the software.',
    };
    const { value: _unfit, ...rest } = reading;
    recordReading(hand.db, hash, { ...rest, problems: [...reading.problems, problem] }, false);
  }
};

const takeAnswers = (hand: Hand, answers: readonly Answer[]): void => {
  for (const answer of answers) {
    if (answer.is === 'missing') remove(hand, answer.file);
    if (answer.is === 'read') takeSafely(hand, answer.hash, answer.reading);
  }
};

/** Reads the files that changed; bodies of ten thousand articles pass through without being held. */
const readAll = async (hand: Hand, tasks: readonly Task[]): Promise<void> => {
  await hand.desks.read(tasks, (answers) => {
    takeAnswers(hand, answers);
    hand.progress?.(hand.read, tasks.length);
  });
};

/** Judges a file against the rest; answers whether its present version is now fit to stand. */
const judge = (hand: Hand, file: string): boolean => {
  const problems = crossProblems(hand.db, file);
  hand.db.run('update document set crossed = ? where file = ?', JSON.stringify(problems), file);
  return problems.length === 0;
};

const stand = (hand: Hand, reading: PackedReading): void => {
  put(hand, reading);
  hand.db.run('update document set stands = 1 where file = ?', reading.file);
};

/** Puts in what waited for the rest, and reads again what was held back by a problem that is gone. */
const settle = async (hand: Hand): Promise<void> => {
  for (const file of [...hand.affected])
    for (const neighbour of neighboursOf(hand.db, file)) hand.affected.add(neighbour);
  const again: Task[] = [];
  // Articles before the live entries that ask for them.
  for (const file of [...hand.affected].sort(
    (a, b) => Number(a.includes('.updates/')) - Number(b.includes('.updates/')),
  )) {
    const fit = judge(hand, file);
    const reading = hand.waiting.get(file);
    if (fit && reading) stand(hand, reading);
    const held = hand.db.one<Known>(
      "select file, kind, hash, stands from document where file = ? and problems = '[]'",
      file,
    );
    if (fit && !reading && held?.stands === 0 && held.kind !== 'stray') again.push({ file, onDisk: file });
  }
  hand.waiting.clear();
  if (again.length > 0) {
    await hand.desks.read(again, (answers) => {
      for (const answer of answers) if (answer.is === 'read' && answer.reading.value) stand(hand, answer.reading);
    });
  }
};

/** A folder that cannot be listed is told of, whatever its name; a plain folder is nothing to tell. */
const kindOfFound = (found: Found): ReturnType<typeof documentKindOf> => {
  if (found.what === 'closed') return 'stray-problem';
  return found.what === 'folder' && !looksLikeDocument(found.file) ? undefined : documentKindOf(found.file);
};

const sortFound = (
  hand: Hand,
  found: readonly Found[],
): { documents: Found[]; media: (Found & { kind: 'picture' | 'asset' })[] } => {
  const documents: Found[] = [];
  const media: (Found & { kind: 'picture' | 'asset' })[] = [];
  for (const each of found) {
    const kind = kindOfFound(each);
    const problem = kind === undefined ? undefined : strayProblem(each, kind);
    if (problem) recordStray(hand.db, each.file, 'stray', problem);
    else if (kind === 'picture' || kind === 'asset') media.push({ ...each, kind });
    else if (kind !== undefined && kind !== 'stray-problem') documents.push(each);
  }
  return { documents, media };
};

const lookAtAllMedia = async (hand: Hand, media: readonly (Found & { kind: 'picture' | 'asset' })[]): Promise<void> => {
  for (const found of media) {
    if (!(await lookAtMedia(hand.db, hand.contentDir, found, found.kind))) continue;
    for (const neighbour of neighboursOf(hand.db, found.file)) {
      hand.affected.add(neighbour);
      noteChange(hand, neighbour);
    }
  }
};

const knownFiles = (db: Database): Map<string, Known> =>
  new Map(db.all<Known>('select file, kind, hash, stands from document').map((known) => [known.file, known]));

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
const foundAt = (place: Place, path: string): { found: Found[]; lost: string[] } => {
  const at = lookAt(place.contentDir, path);
  const file = path.normalize('NFC');
  if (at?.what === 'folder') return { found: [at, ...walk(place.contentDir, path)], lost: [] };
  if (at) return { found: [at], lost: [] };
  const under = place.db.all<{ file: string }>(
    'select file from document where file >= ?1 and file < ?2',
    `${file}/`,
    `${file}0`,
  );
  return { found: [], lost: [file, ...under.map((row) => row.file)] };
};

const find = (place: Place, paths: readonly string[] | undefined): { found: Found[]; lost: string[] } => {
  if (!paths) return { found: walk(place.contentDir), lost: [] };
  const looks = paths.map((path) => foundAt(place, path));
  return { found: looks.flatMap((look) => look.found), lost: looks.flatMap((look) => look.lost) };
};

/** Compares the folder, or only some of its paths, with the archive, inside the caller's transaction. */
export const takeStock = async (place: Place, paths?: readonly string[]): Promise<Stock> => {
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
  const { documents, media } = sortFound(hand, present);
  const known = paths ? knownAmong(hand.db, documents) : knownFiles(hand.db);
  await lookAtAllMedia(hand, media);
  const tasks = documents.map(({ file, onDisk }) => {
    const version = known.get(file);
    if (!version) hand.newFiles.add(file);
    return { file, onDisk, ...(version && { known: version.hash }) };
  });
  await readAll(hand, tasks);
  if (paths) for (const file of lost) remove(hand, file);
  else removeMissing(hand, known, present);
  await settle(hand);
  setAllHours(hand);
  remember(hand.db, hand.leavers, hand.newFiles, hand.now);
  return {
    changes: hand.changes,
    read: hand.read,
    documents: countDocuments(hand.db),
    withProblems: filesWithProblems(hand.db),
  };
};

const knownAmong = (db: Database, documents: readonly Found[]): Map<string, Known> =>
  new Map(
    documents.flatMap(({ file }) => {
      const known = db.one<Known>('select file, kind, hash, stands from document where file = ?', file);
      return known ? [[file, known] as const] : [];
    }),
  );

const countDocuments = (db: Database): number =>
  db.one<{ n: number }>("select count(*) as n from document where kind <> 'stray'")?.n ?? 0;

const filesWithProblems = (db: Database): string[] =>
  db
    .all<{ file: string }>("select file from document where problems <> '[]' or crossed <> '[]' order by file")
    .map((row) => row.file);
