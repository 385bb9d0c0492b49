/** Says whether this process and its machine have time to spare: work that can wait is done between readers, not beside them. */
import { availableParallelism, loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';

/** What calm is judged by. */
export type Busyness = {
  /** Milliseconds by the monotonic clock. */
  readonly now: () => number;
  readonly utilization: typeof performance.eventLoopUtilization;
  /** Programs that want a core, for each core that there is, over the last minute. */
  readonly load: () => number;
};

/** Milliseconds over which it is judged. */
const over = 500;
/** Share of its time that the process may be busy. */
const busiest = 0.4;

const ofThisMachine: Busyness = {
  now: () => performance.now(),
  utilization: performance.eventLoopUtilization,
  load: () => (loadavg()[0] ?? 0) / availableParallelism(),
};

/** Gives a function that says whether it was calm of late. At the beginning it is taken to be. */
export const openCalm = ({ now, utilization, load }: Busyness = ofThisMachine): (() => boolean) => {
  let since = utilization();
  let judgedAt = now();
  let calm = true;
  return () => {
    if (now() - judgedAt < over) return calm;
    const until = utilization();
    calm = utilization(until, since).utilization < busiest && load() < 1;
    since = until;
    judgedAt = now();
    return calm;
  };
};
