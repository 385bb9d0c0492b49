/** Reads many files at once in worker threads: one that hangs or dies costs its own file a problem and nothing else. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Answer, Batch, DeskMessage, Task } from '#archive/desk';
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

// Bundled, the worker lies beside this file as JavaScript; under tsx it is read as TypeScript.
const workerUrl = (): URL => new URL(import.meta.url.endsWith('.ts') ? './desk.ts' : './desk.js', import.meta.url);

const startWorker = (): Worker => {
  const url = workerUrl();
  const execArgv = url.pathname.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const worker = new Worker(url, { execArgv, resourceLimits: { maxOldGenerationSizeMb: 512, stackSizeMb: 8 } });
  worker.unref();
  return worker;
};

/** Lets one worker read one batch; answers with the tasks that are still to be read because the worker was lost. */
const readBatch = (
  worker: Worker,
  batch: Batch,
  take: (answers: readonly Answer[]) => void,
): Promise<readonly Task[]> =>
  new Promise((resolve) => {
    let current = batch.tasks[0]?.file ?? '';
    let timer: NodeJS.Timeout;
    const end = (left: readonly Task[]): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.unref();
      resolve(left);
    };
    const lose = (why: string): void => {
      void worker.terminate();
      take([stoppedAt(current, why)]);
      end(batch.tasks.filter((task) => task.file !== current));
    };
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => lose(`takes more than ${patience / 1000} seconds to read.`), patience);
    };
    worker.ref();
    worker.on('error', () => lose('needs more memory to be read than one file may have.'));
    worker.on('exit', () => lose('cannot be read: its reader stopped.'));
    worker.on('message', (raw: { readonly type: 'begins'; readonly file: string } | string) => {
      if (typeof raw === 'string') {
        // The boundary to the worker, which writes exactly this (`archive/desk.ts`).
        const { answers } = JSON.parse(raw) as Extract<DeskMessage, { type: 'answers' }>;
        take(answers);
        return end([]);
      }
      current = raw.file;
      wait();
    });
    wait();
    worker.postMessage(batch);
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
