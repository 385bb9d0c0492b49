/** Makes editions when they are due: after a save, after a burst of saves, at an embargo's moment, and once a minute in any case. */
import type { Ingest } from '#archive/ingest';
import type { EditionNote } from '#archive/store/edition';
import type { Moment } from '#model/moment';

/** What publishing needs, and whom it tells. */
export type Publishing = {
  readonly ingest: Pick<Ingest, 'run' | 'nextChange'>;
  readonly now: () => Moment;
  /** After every run, also where nothing had changed. */
  readonly done: (note: EditionNote) => void;
  readonly failed: (fault: unknown) => void;
  /** Paths to make the first edition of, before everything is read; `undefined`: everything at once. */
  readonly firstPart?: () => readonly string[] | undefined;
};

/** The open desk: told of changes, ended by `close`. */
export type PublishingDesk = {
  /** Paths inside the content folder; `undefined`: compare everything. */
  readonly changed: (paths: readonly string[] | undefined) => void;
  readonly close: () => void;
};

/** From this many paths on it is a burst (a `git pull`), which is waited out so that it becomes one edition. */
const burst = 20;
const quietAfterBurst = 250;
const longestBurst = 3000;
/** What a watcher misses is on the page after a minute. */
const compareEvery = 60_000;
const retryAfter = 5000;
/** Longer sleeps are cut: a machine that slept, or a clock that was set, is noticed. */
const longestSleep = 60_000;

type Waiting = 'everything' | Set<string>;

const joined = (waiting: Waiting, paths: readonly string[] | undefined): Waiting =>
  waiting === 'everything' || paths === undefined ? 'everything' : new Set([...waiting, ...paths]);

/** Opens the desk; the first comparison of the whole folder begins at once. */
export const openPublishing = ({ ingest, now, done, failed, firstPart }: Publishing): PublishingDesk => {
  let waiting: Waiting = 'everything';
  let burstSince: number | undefined;
  let running = false;
  let begun = false;
  let again = false;
  let closed = false;
  let due: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const runIn = (wait: number): void => {
    clearTimeout(due);
    if (!closed) due = setTimeout(() => void run(), wait);
  };

  const setAlarm = (): void => {
    clearTimeout(alarm);
    const next = ingest.nextChange();
    if (closed || next === undefined) return;
    const wait = Math.max(0, next - now());
    alarm = setTimeout(() => (wait > longestSleep ? setAlarm() : runIn(0)), Math.min(wait, longestSleep));
  };

  const run = async (): Promise<void> => {
    if (running) return void (again = true);
    running = true;
    const taken = waiting;
    waiting = new Set();
    burstSince = undefined;
    try {
      const first = begun ? undefined : firstPart?.();
      begun = true;
      if (first) done(await ingest.run(first));
      done(await ingest.run(taken === 'everything' ? undefined : [...taken]));
      setAlarm();
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
    if (paths !== undefined && paths.length < burst && burstSince === undefined) return runIn(0);
    burstSince ??= performance.now();
    const left = burstSince + longestBurst - performance.now();
    runIn(paths === undefined ? 0 : Math.max(0, Math.min(quietAfterBurst, left)));
  };

  const everyMinute = setInterval(() => changed(undefined), compareEvery);
  runIn(0);
  return {
    changed,
    close: () => {
      closed = true;
      clearInterval(everyMinute);
      clearTimeout(due);
      clearTimeout(alarm);
    },
  };
};
