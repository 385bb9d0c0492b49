/** Counts for Prometheus: what the door answered and how fast, editions, restarts, and the process itself. */
import { collectDefaultMetrics, Counter, Gauge as Figure, Histogram, Registry } from 'prom-client';
import type { Answered, Counting, Gauge } from '#edge/counting';

/** The counter of a site, and the page on which Prometheus reads it. */
export type Metrics = {
  readonly counting: Counting;
  /** All figures in Prometheus's text form. */
  readonly page: () => Promise<string>;
  readonly contentType: string;
};

/** Seconds: from memory in tenths of a millisecond, rendered in some, through a renderer that starts in many. */
const answerBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const publishBuckets = [0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30, 120];
/** Seconds: mostly the network's; the first pull brings the whole history. */
const pullBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Kinds of addresses are a closed list (`model/addresses.ts`), so labels are bounded; a word from outside is not one. */
const kindForm = /^[a-zA-Z]{1,20}$/;

const gaugeWords: Readonly<Record<Gauge, readonly [name: string, help: string]>> = {
  keptResponses: ['standfirst_kept_responses', 'Finished responses that stand in memory.'],
  keptBytes: ['standfirst_kept_bytes', 'Bytes that the kept responses take.'],
  questionsAsked: ['standfirst_renderer_questions', 'Questions that are with the renderer now.'],
  questionsWaiting: ['standfirst_renderer_questions_waiting', 'Questions that wait for a renderer.'],
  connections: ['standfirst_connections', 'Open connections of readers.'],
  rendererReady: ['standfirst_renderer_ready', '1 where the renderer can be asked, 0 where it is starting.'],
  publisherReady: ['standfirst_publisher_ready', '1 where the publisher works, 0 where it is starting.'],
};

/** Makes the counter. `now`: the site's clock, in milliseconds since 1970 UTC. */
export const createMetrics = (now: () => number): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const restarts = new Counter({
    name: 'standfirst_restarts_total',
    help: 'Processes that ended without being told to, and were started again.',
    labelNames: ['process'],
    registers,
  });
  // A counter that is not there until the first restart cannot be alarmed on.
  for (const process of ['renderer', 'publisher']) restarts.labels(process).inc(0);
  const ended = new Counter({
    name: 'standfirst_connections_ended_total',
    help: 'Connections that were ended because all places were taken (full, crowd) or their reader was too slow (slow).',
    labelNames: ['reason'],
    registers,
  });
  for (const reason of ['full', 'crowd', 'slow']) ended.labels(reason).inc(0);
  return {
    counting: {
      ended: (reason) => ended.labels(reason).inc(),
      answered: answersIn(registry),
      edition: editionsIn(registry, now),
      pulled: pullsIn(registry),
      restarted: (name) => restarts.labels(name).inc(),
      gauge: gaugesIn(registry),
    },
    page: () => registry.metrics(),
    contentType: registry.contentType,
  };
};

type Counted = {
  readonly answers: Counter.Internal;
  readonly bytes: Counter.Internal;
  readonly ms: Histogram.Internal<string>;
};

const answersIn = (registry: Registry): Counting['answered'] => {
  const registers = [registry];
  const labelNames = ['kind', 'status', 'outcome'] as const;
  const answers = new Counter({ name: 'standfirst_answers_total', help: 'Answers sent.', labelNames, registers });
  const bytes = new Counter({
    name: 'standfirst_answer_bytes_total',
    help: 'Bytes of the bodies sent.',
    labelNames,
    registers,
  });
  const durations = new Histogram({
    name: 'standfirst_answer_seconds',
    help: 'From the request to the end of its answer.',
    labelNames: ['outcome'],
    buckets: answerBuckets,
    registers,
  });
  // Finding a labelled counter costs more than counting; each is found once.
  const found = new Map<string, Counted>();
  const find = ({ kind, outcome }: Answered, status: string): Counted => {
    const labels = { kind: kind !== undefined && kindForm.test(kind) ? kind : 'none', status, outcome };
    return { answers: answers.labels(labels), bytes: bytes.labels(labels), ms: durations.labels({ outcome }) };
  };
  return (answer) => {
    const status = `${Math.floor(answer.status / 100)}xx`;
    const key = `${answer.kind ?? ''} ${status} ${answer.outcome}`;
    let counted = found.get(key);
    if (!counted) {
      counted = find(answer, status);
      // Kinds are few; a caller that hands in something else must not fill the memory.
      if (found.size < 1000) found.set(key, counted);
    }
    counted.answers.inc();
    counted.bytes.inc(answer.bytes);
    counted.ms.observe(answer.ms / 1000);
  };
};

const editionsIn = (registry: Registry, now: () => number): Counting['edition'] => {
  const registers = [registry];
  let at: number | undefined;
  const number = new Figure({ name: 'standfirst_edition', help: 'Number of the newest edition.', registers });
  new Figure({
    name: 'standfirst_edition_age_seconds',
    help: 'Since the newest edition was made; -1 before the first.',
    registers,
    collect() {
      this.set(at === undefined ? -1 : Math.max(0, (now() - at) / 1000));
    },
  });
  const durations = new Histogram({
    name: 'standfirst_publish_seconds',
    help: 'From the first save that is in an edition to the edition.',
    buckets: publishBuckets,
    registers,
  });
  return (edition) => {
    at = edition.at;
    number.set(edition.number);
    if (edition.took !== undefined) durations.observe(edition.took / 1000);
  };
};

const pullsIn = (registry: Registry): Counting['pulled'] => {
  const registers = [registry];
  const pulls = new Counter({
    name: 'standfirst_pulls_total',
    help: 'Pulls from the git remote, by how they ended.',
    labelNames: ['outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'standfirst_pull_seconds',
    help: 'How long a pull from the git remote took.',
    buckets: pullBuckets,
    registers,
  });
  return ({ outcome, ms }) => {
    pulls.labels(kindForm.test(outcome) ? outcome : 'other').inc();
    durations.observe(ms / 1000);
  };
};

const gaugesIn = (registry: Registry): Counting['gauge'] => {
  const asked = new Map<Gauge, () => number>();
  return (gauge, value) => {
    const known = asked.has(gauge);
    asked.set(gauge, value);
    if (known) return;
    const [name, help] = gaugeWords[gauge];
    new Figure({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(asked.get(gauge)?.() ?? 0);
      },
    });
  };
};
