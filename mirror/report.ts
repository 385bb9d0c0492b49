/** What the command says while it works and when it is done. */
import { painted, printable, type Screen } from '#newsroom/screen';
import type { RoundNote } from '#mirror/round';
import type { Tally } from '#mirror/keeping';

/** A finished run, as `--json` tells it. */
export type MirrorNote = {
  readonly folder: string;
  readonly edition: number;
  /** Files that lie there now. */
  readonly files: number;
  readonly written: number;
  readonly bytes: number;
  readonly removed: number;
  /** Files left as they lay, without a question. */
  readonly unchanged: number;
  /** Questions to the renderer. */
  readonly asked: number;
  readonly seconds: number;
  readonly failures: RoundNote['failures'];
};

/** Lines of progress come at most so often, in milliseconds. */
const progressEvery = 1000;
/** Failures that are told one by one to people. */
const toldEach = 20;

/** A voice that says how far it is. */
export const progressOn = (side: Screen): RoundNoteProgress => {
  let last = performance.now();
  let before = 0;
  return (done, known) => {
    const passed = performance.now() - last;
    if (passed < progressEvery) return;
    side.write(`${done} of ${known} known addresses, ${Math.round(((done - before) * 1000) / passed)} a second\n`);
    last = performance.now();
    before = done;
  };
};

/** Told of addresses done and known. */
export type RoundNoteProgress = (done: number, known: number) => void;

/** Adds up the rounds of a run. */
export const noteOf = (
  rounds: readonly RoundNote[],
  { tally, files, folder, seconds }: { tally: Tally; files: number; folder: string; seconds: number },
): MirrorNote => ({
  folder,
  edition: rounds.at(-1)?.edition.number ?? 0,
  files,
  ...tally,
  unchanged: rounds.at(-1)?.unchanged ?? 0,
  asked: rounds.reduce((sum, { asked }) => sum + asked, 0),
  seconds: Math.round(seconds * 10) / 10,
  failures: rounds.at(-1)?.failures ?? [],
});

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** The summary for people. */
export const noteText = (screen: Screen, note: MirrorNote): string => {
  const { failures } = note;
  const told = failures
    .slice(0, toldEach)
    .map(({ address, why }) => `${painted(screen, 'red', printable(address))}: ${printable(why)}`);
  const more = failures.length - told.length;
  return [
    ...told,
    ...(more > 0 ? [`and ${more} more; --json tells them all`] : []),
    `Edition ${note.edition} in ${note.folder}: ${note.files} files. ${note.written} written (${megabytes(note.bytes)} MB), ` +
      `${note.removed} removed, ${note.unchanged} left as they were, ${note.asked} asked for, in ${note.seconds} s.`,
    ...(failures.length > 0
      ? [
          `${failures.length} could not be made; what lay there before still does. Run it again once the fault is mended.`,
        ]
      : []),
    '',
  ].join('\n');
};
