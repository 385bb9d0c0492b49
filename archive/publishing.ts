/** Makes editions when they are due: after a save, after a burst of saves, at an embargo's moment, and once a minute in any case. */
import type { Ingest } from '#archive/ingest';
import type { EditionNote } from '#archive/store/edition';
import type { Moment } from '#model/moment';

/** What publishing needs, and whom it tells. */
export type Publishing = {
  readonly ingest: Pick<Ingest, 'run' | 'nextChange'> & Partial<Pick<Ingest, 'learnHistory'>>;
  readonly now: () => Moment;
  /**
   * After every run, also where nothing had changed. `took`: milliseconds since the first save of a new edition was heard of;
   * absent where nobody saved anything.
   */
  readonly done: (note: EditionNote, took?: number) => void;
  readonly failed: (fault: unknown) => void;
  /** Paths to make the first edition of, before everything is read; `undefined`: everything at once. */
  readonly firstPart?: () => readonly string[] | undefined;
  /** Whether git is writing files just now, so that more is to come. */
  readonly isWriting?: () => boolean;
  /** Whether an edition stands that can be told while the folder is held; absent: one does. */
  readonly stands?: () => boolean;
};

/**
 * Lets the folder go again. `paths`: what changed meanwhile, inside the content folder; `undefined`: compare everything.
 * `since`: when the publisher heard that there was something to bring, by `performance.now()`.
 */
export type Release = (paths: readonly string[] | undefined, since?: number) => void;

/** The open desk: told of changes, ended by `close`. */
export type PublishingDesk = {
  /** Paths inside the content folder; `undefined`: compare everything. */
  readonly changed: (paths: readonly string[] | undefined) => void;
  /** From now on no file is read until it is let go; what an embargo or an expiry turns is published all the same. */
  readonly hold: () => Release;
  readonly close: () => void;
};

/** From this many paths on it is a burst (a copied folder, an unpacked archive), which is waited out: one edition. */
const burstFrom = 20;
/** The watcher speaks twice a second while files keep coming, so quiet is a little more. */
const quietAfterBurst = 600;
const longestBurst = 3000;
/** While git writes, it is asked so often whether it still does. */
const lookAgain = 50;
/** What a watcher misses is on the page after a minute. */
const compareEvery = 60_000;
const retryAfter = 5000;
/** Longer sleeps are cut: a machine that slept, or a clock that was set, is noticed. */
const longestSleep = 60_000;

type Waiting = 'everything' | Set<string>;

const joined = (waiting: Waiting, paths: readonly string[] | undefined): Waiting =>
  waiting === 'everything' || paths === undefined ? 'everything' : new Set([...waiting, ...paths]);

/** Opens the desk; the first comparison of the whole folder begins at once. */
export const openPublishing = (publishing: Publishing): PublishingDesk => {
  const { ingest, now, done, failed, firstPart, isWriting = () => false, stands = () => true } = publishing;
  let waiting: Waiting = 'everything';
  let heard: number | undefined;
  let burst: { since: number; last: number } | undefined;
  let holds = 0;
  let running = false;
  let begun = false;
  let again = false;
  let learned = false;
  let closed = false;
  let due: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const runIn = (wait: number): void => {
    clearTimeout(due);
    if (!closed) due = setTimeout(runWhenQuiet, wait);
  };

  /** Milliseconds to wait for the rest of a burst. */
  const quietLeft = (): number => {
    if (!burst) return 0;
    const at = performance.now();
    if (isWriting()) {
      burst = { since: at, last: at };
      return lookAgain;
    }
    return Math.max(0, Math.min(burst.last + quietAfterBurst, burst.since + longestBurst) - at);
  };

  const runWhenQuiet = (): void => {
    const wait = quietLeft();
    if (wait > 0) return runIn(wait);
    if (holds === 0) return void run();
    // Readers keep the edition that stands while the first files are brought.
    if (!begun) void turn();
  };

  const setAlarm = (): void => {
    clearTimeout(alarm);
    const next = ingest.nextChange();
    if (closed || next === undefined) return;
    const wait = Math.max(0, next - now());
    alarm = setTimeout(() => (wait > longestSleep ? setAlarm() : void turn()), Math.min(wait, longestSleep));
  };

  /** Publishes what a moment turns, without a look at any file. */
  const turn = async (): Promise<void> => {
    if (!stands()) return;
    try {
      done(await ingest.run([]));
      setAlarm();
    } catch (fault) {
      failed(fault);
      runIn(retryAfter);
    }
  };

  /** Once, beside everything else: readers have the paper already. */
  const learn = async (): Promise<void> => {
    learned = true;
    try {
      const note = await ingest.learnHistory?.();
      if (note && !closed) done(note);
    } catch (fault) {
      if (!closed) failed(fault);
    }
  };

  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    const [taken, since] = [waiting, heard];
    waiting = new Set();
    heard = undefined;
    burst = undefined;
    try {
      const first = begun ? undefined : firstPart?.();
      begun = true;
      if (first) done(await ingest.run(first));
      const note = await ingest.run(taken === 'everything' ? undefined : [...taken]);
      done(note, note.made && since !== undefined ? performance.now() - since : undefined);
      setAlarm();
      if (!learned) void learn();
      if (again) runIn(0);
    } catch (fault) {
      waiting = 'everything';
      failed(fault);
      runIn(retryAfter);
    } finally {
      running = false;
      again = false;
    }
  };

  const changed = (paths: readonly string[] | undefined): void => {
    waiting = joined(waiting, paths);
    const at = performance.now();
    if (paths) heard ??= at;
    const isMany = paths !== undefined && paths.length >= burstFrom;
    if (burst || isMany || isWriting()) burst = { since: burst?.since ?? at, last: at };
    runIn(quietLeft());
  };

  const hold = (): Release => {
    let held = true;
    holds += 1;
    return (paths, since) => {
      if (!held) return;
      held = false;
      holds -= 1;
      waiting = joined(waiting, paths);
      heard = since ?? heard;
      // What the watcher told meanwhile was this: there is nothing more to wait for.
      burst = undefined;
      runIn(0);
    };
  };

  const everyMinute = setInterval(() => changed(undefined), compareEvery);
  runIn(0);
  return {
    changed,
    hold,
    close: () => {
      closed = true;
      clearInterval(everyMinute);
      clearTimeout(due);
      clearTimeout(alarm);
    },
  };
};
