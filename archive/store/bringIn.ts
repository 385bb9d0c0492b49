/** Brings single files in and takes them out; one that cannot be taken costs only itself. */
import type { Answer, PackedReading } from '#archive/desk';
import { isOfMachine, type Database } from '#archive/database';
import { lastGoodFromGit } from '#archive/lastGood';
import { mayCross, neighboursOf } from '#archive/store/crossChecks';
import { takeValue } from '#archive/store/documents';
import { noteChange, put, type Hand } from '#archive/store/hand';
import { takeMedia } from '#archive/store/media';
import { leaverOf } from '#archive/store/memory';
import { hidePhoto } from '#archive/store/photoFacts';
import { forgetFile, recordReading, recordStray } from '#archive/store/records';
import type { Finding } from '#model/problem';

/** Where the value of a file stands; the front and the list of what is gone are not kept by file. */
const valueTables: readonly string[] = ['article', 'entity', 'live_entry'];
const valueOf: Readonly<Record<string, string>> = {
  'fronts/home.yaml': "select 1 as one from setting where name = 'front'",
  'gone.yaml': 'select 1 as one from gone limit 1',
};

const hasValue = (db: Database, file: string): boolean => {
  const own = valueOf[file];
  if (own !== undefined) return db.one(own) !== undefined;
  return valueTables.some((table) => db.one(`select 1 as one from ${table} where file = ?`, file) !== undefined);
};

/** A bad file that the archive never saw good may have been good before: the archive is new, git is not. */
const fromHistory = (hand: Hand, file: string): void => {
  if (hasValue(hand.db, file) || !hand.fromGit()) return;
  const good = lastGoodFromGit(hand, file);
  if (!good) return;
  put(hand, good.reading);
  if (good.held) hand.db.run('update article set held = 1 where file = ?', file);
};

const takeReading = (hand: Hand, hash: string, reading: PackedReading): void => {
  hand.read += 1;
  hand.affected.add(reading.file);
  const waits = reading.value !== undefined && mayCross(reading.references);
  recordReading(hand.db, hash, reading, reading.value !== undefined && !waits);
  if (waits) return void hand.waiting.set(reading.file, reading);
  if (reading.value) return put(hand, reading);
  if (!reading.takeDown) fromHistory(hand, reading.file);
  if (reading.kind === 'photo-facts' && reading.takeDown) hidePhoto(hand.db, reading.file);
  noteChange(hand, reading.file);
};

/**
 * Tells of what is no file of the newsroom. A link, a folder or a pipe under the name of a document (`takesPlace`) is a bad
 * version of it like any other.
 */
export const takeStray = (hand: Hand, file: string, problem: Finding, takesPlace: boolean): void => {
  recordStray(hand.db, file, problem);
  if (!takesPlace) return;
  hand.affected.add(file);
  fromHistory(hand, file);
};

/** Takes a file that is no longer there out of the archive, and remembers its address. */
export const remove = (hand: Hand, file: string): void => {
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
    // The next attempt finds room; until then the edition before stands, whole.
    if (isOfMachine(fault)) throw fault;
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

/** Takes what the desks answer: readings in, missing files out. */
export const takeAnswers = (hand: Hand, answers: readonly Answer[]): void => {
  for (const answer of answers) {
    if (answer.is === 'missing') remove(hand, answer.file);
    if (answer.is === 'read') takeSafely(hand, answer.hash, answer.reading);
  }
};
