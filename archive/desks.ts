/** Reads many files at once in worker threads: one that hangs or dies costs its own file a problem and nothing else. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Batch, Task } from '#archive/desk';
import { documentKindOf } from '#archive/readDocument';
import type { DocumentKind, ReadingContext } from '#archive/reading';

/** Longest time one file may take, in milliseconds. The worst hostile file measured took 3,500. */
const patience = 10_000;
const batchSize = 32;

/** Readers of documents, started at the first task and kept warm. */
export type Desks = {
  /** Reads all tasks and hands over answers in the order in which they come. */
  read(tasks: readonly Task[], take: (answers: readonly Answer[]) => void): Promise<void>;
  close(): Promise<void>;
};

const kindFor = (file: string): DocumentKind => {
  const kind = documentKindOf(file);
  return kind === undefined || kind === 'picture' || kind === 'asset' || kind === 'stray-problem' ? 'article' : kind;
};

/** The answer for a file whose reading had to be stopped. */
const stoppedAt = (file: string, why: string): Answer => ({
  file,
  is: 'read',
  // No content has this hash, so the file is tried again when the archive is next started.
  hash: `stopped ${why}`,
  reading: {
    file,
    kind: kindFor(file),
    problems: [
      {
        file,
        line: 1,
        column: 1,
        field: 'file',
        message: why,
        fix: 'Make the file smaller or simpler, and save it again.',
      },
    ],
    notes: [],
    references: [],
  },
});

// Under tsx a worker does not inherit the loader, so it registers it itself before it reads TypeScript.
const underTsx =
  "import('tsx/esm/api').then(({ register }) => { register(); return import(require('node:worker_threads').workerData); })";

const resourceLimits = { maxOldGenerationSizeMb: 512, stackSizeMb: 8 };

/** Bundled, the worker lies beside this file as JavaScript. */
const startWorker = (): Worker => {
  const worker = import.meta.url.endsWith('.ts')
    ? new Worker(underTsx, { eval: true, resourceLimits, workerData: new URL('./desk.ts', import.meta.url).href })
    : new Worker(new URL('./desk.js', import.meta.url), { resourceLimits });
  worker.unref();
  return worker;
};

/** Lets one worker read one batch; answers with the tasks that are still to be read because the worker was lost. */
const readBatch = (
  worker: Worker,
  work: Omit<Batch, 'position'>,
  take: (answers: readonly Answer[]) => void,
): Promise<readonly Task[]> =>
  new Promise((resolve, reject) => {
    const position = new SharedArrayBuffer(4);
    const hand = new Int32Array(position).fill(-1);
    let seen = -2;
    let starts = 0;
    let timer: NodeJS.Timeout;
    const end = (left: readonly Task[]): void => {
      clearTimeout(timer);
      // One by one: `removeAllListeners` would take the worker's own too, and it would never be heard again.
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      worker.unref();
      resolve(left);
    };
    const lose = (why: string, cause?: Error): void => {
      const file = work.tasks[Atomics.load(hand, 0)]?.file;
      void worker.terminate();
      // Not begun: the reader itself does not run, and no file is to blame.
      if (file === undefined) return reject(cause ?? new Error(`The reader of documents does not start: it ${why}`));
      take([stoppedAt(file, why)]);
      end(work.tasks.filter((task) => task.file !== file));
    };
    /** Looks now and then whether the same file is still in hand. */
    const watch = (): void => {
      const now = Atomics.load(hand, 0);
      // On a busy machine a worker may take long to start; that is no fault of a file.
      if (now < 0) starts += 1;
      if (now === seen && (now >= 0 || starts > 6)) return lose(`takes more than ${patience / 1000} seconds to read.`);
      seen = now;
      timer = setTimeout(watch, patience);
    };
    const onError = (cause: Error): void => lose('needs more memory to be read than one file may have.', cause);
    const onExit = (): void => lose('cannot be read: its reader stopped.');
    const onMessage = (answers: string): void => {
      try {
        // The boundary to the worker, which writes exactly this (`archive/desk.ts`).
        take(JSON.parse(answers) as Answer[]);
        end([]);
      } catch (fault) {
        reject(fault instanceof Error ? fault : new Error(String(fault)));
        end([]);
      }
    };
    worker.ref();
    worker.on('error', onError).on('exit', onExit).on('message', onMessage);
    watch();
    worker.postMessage({ ...work, position } satisfies Batch);
  });

const inBatches = (tasks: readonly Task[]): Task[][] => {
  const batches: Task[][] = [];
  for (let at = 0; at < tasks.length; at += batchSize) batches.push(tasks.slice(at, at + batchSize));
  return batches;
};

/** Opens the reading desks: as many threads as there are cores, and one alone for a handful of files. */
export const openDesks = (contentDir: string, context: ReadingContext): Desks => {
  const idle: Worker[] = [];
  const workAt = async (queue: Task[][], take: (answers: readonly Answer[]) => void): Promise<void> => {
    let worker = idle.pop() ?? startWorker();
    for (let tasks = queue.shift(); tasks; tasks = queue.shift()) {
      let left = await readBatch(worker, { tasks, contentDir, context }, take);
      while (left.length > 0) {
        worker = startWorker();
        left = await readBatch(worker, { tasks: left, contentDir, context }, take);
      }
    }
    idle.push(worker);
  };
  return {
    async read(tasks, take) {
      const queue = inBatches(tasks);
      const hands = Math.min(queue.length, availableParallelism());
      await Promise.all(Array.from({ length: hands }, () => workAt(queue, take)));
    },
    async close() {
      await Promise.all(idle.splice(0).map((worker) => worker.terminate()));
    },
  };
};
