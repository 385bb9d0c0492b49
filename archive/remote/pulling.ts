/** Pulls when it is asked to and from time to time: one pull at a time, with growing pauses while the remote is away. */
import type { Release } from '#archive/publishing';
import { isHalfDone } from '#archive/remote/checkout';
import type { GitPlace } from '#archive/remote/git';
import type { PullPlan } from '#archive/remote/plan';
import { pullOnce } from '#archive/remote/pull';
import type { PullReport } from '#archive/remote/reports';

/** What pulling needs, and whom it tells. */
export type Pulling = {
  readonly contentDir: string;
  readonly plan: PullPlan;
  /** What git sees of the environment. */
  readonly env: GitPlace['env'];
  /** Keeps the content folder from being read. */
  readonly hold: () => Release;
  /** After every pull; `ms`: how long it took. */
  readonly told: (report: PullReport, ms: number) => void;
  /** Between 0 and 1: spreads the pulls of many nodes; absent: chance. */
  readonly random?: () => number;
  /** Pulls; absent: with git. */
  readonly once?: typeof pullOnce;
};

/** The open line to the remote. */
export type OpenPulling = {
  /** Pulls now, or once more after the pull that is at work. */
  readonly pull: () => void;
  /** Breaks off what only brings; what writes into the checkout is waited for. */
  readonly close: () => Promise<void>;
};

/** Milliseconds before the next attempt after so many failures in a row: 10 s, 20 s … 5 minutes. */
const retryAfter = (failures: number): number => Math.min(300_000, 10_000 * 2 ** (failures - 1));
/** Another git is done in a moment. */
const busyAgain = 2000;
/** As long as the folder holds half a paper it is looked at so often. */
const lookAgain = 1000;

const isWell = ({ outcome }: PullReport): boolean => outcome === 'new' || outcome === 'unchanged';

/** Opens the line; the first pull begins at once, and as long as the folder holds half a paper nothing of it is read. */
export const openPulling = (pulling: Pulling): OpenPulling => {
  const { contentDir, plan, env, told, random = Math.random, once = pullOnce } = pulling;
  const { every } = plan;
  const ending = new AbortController();
  let half: Release | undefined;
  let running: Promise<void> | undefined;
  let askedAgain: number | undefined;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let relook: NodeJS.Timeout | undefined;

  const look = (): void => {
    clearTimeout(relook);
    if (isHalfDone(contentDir)) {
      half ??= pulling.hold();
      // What is half done may be the work of a pull by hand, of which nobody tells.
      relook = setTimeout(look, lookAgain).unref();
      return;
    }
    half?.(undefined);
    half = undefined;
  };

  const hold = (): Release => {
    const release = pulling.hold();
    return (paths, since) => {
      look();
      release(paths, since);
    };
  };

  const nextIn = (last: PullReport): number | undefined => {
    if (isWell(last)) return every === undefined ? undefined : every * (0.9 + 0.2 * random());
    const retry = last.outcome === 'busy' ? Math.min(busyAgain * failures, 30_000) : retryAfter(failures);
    return every === undefined ? retry : Math.min(retry, every);
  };

  const pullNow = async (asked: number): Promise<void> => {
    const began = performance.now();
    const place = { env, signal: ending.signal };
    const report = await once({ contentDir, remote: plan, place, hold, asked });
    if (ending.signal.aborted) return;
    failures = isWell(report) ? 0 : failures + 1;
    look();
    told(report, performance.now() - began);
    const wait = nextIn(report);
    if (wait !== undefined) timer = setTimeout(pull, wait);
  };

  const pull = (): void => {
    const asked = performance.now();
    if (ending.signal.aborted) return;
    if (running) return void (askedAgain ??= asked);
    clearTimeout(timer);
    running = pullNow(asked).finally(() => {
      running = undefined;
      if (askedAgain === undefined) return;
      askedAgain = undefined;
      pull();
    });
  };

  look();
  pull();
  return {
    pull,
    close: async () => {
      ending.abort();
      clearTimeout(timer);
      await running;
      clearTimeout(relook);
    },
  };
};
