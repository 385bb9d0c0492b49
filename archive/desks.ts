/** Reads many files at once in worker threads: one that hangs or dies costs its own file a problem and nothing else. */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { stoppedReading, type Answer, type Batch, type Task } from '#archive/desk';
import type { InHand } from '#archive/inHand';
import type { ReadingContext } from '#archive/reading';

/** Longest time one file may take, in milliseconds. The worst hostile file measured took 3,500. */
const patience = 10_000;
const batchSize = 32;

/** Readers of documents, started at the first task and kept warm. */
export type Desks = {
  /** Reads all tasks and hands over answers in the order in which they come. */
  read(tasks: readonly Task[], take: (answers: readonly Answer[]) => void): Promise<void>;
  close(): Promise<void>;
};

/** The answer for a file whose reading had to be stopped. */
const stoppedAt = (file: string, why: string): Answer => ({
  file,
  is: 'read',
  // No content has this hash, so the file is tried again when the archive is next started.
  hash: `stopped ${why}`,
  reading: stoppedReading(file, why),
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

/** How a batch ended: where the worker was lost, with the tasks that are still to be read. */
type BatchEnd = { readonly left: readonly Task[]; readonly isLost: boolean };

/** Lets one worker read one batch. */
const readBatch = (
  worker: Worker,
  work: Omit<Batch, 'position'>,
  take: (answers: readonly Answer[]) => void,
): Promise<BatchEnd> =>
  new Promise((resolve, reject) => {
    const position = new SharedArrayBuffer(4);
    const hand = new Int32Array(position).fill(-1);
    let seen = -2;
    let starts = 0;
    let timer: NodeJS.Timeout;
    const end = (left: readonly Task[], isLost = false): void => {
      clearTimeout(timer);
      // One by one: `removeAllListeners` would take the worker's own too, and it would never be heard again.
      worker.off('error', onError).off('exit', onExit).off('message', onMessage);
      worker.unref();
      resolve({ left, isLost });
    };
    const lose = (why: string, cause?: Error): void => {
      const file = work.tasks[Atomics.load(hand, 0)]?.file;
      void worker.terminate();
      // Not begun: the reader itself does not run, and no file is to blame.
      if (file === undefined) return reject(cause ?? new Error(`The reader of documents does not start: it ${why}`));
      take([stoppedAt(file, why)]);
      end(
        work.tasks.filter((task) => task.file !== file),
        true,
      );
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

type Desk = { readonly worker: Worker; readonly note: string | undefined };

/**
 * Opens the reading desks: as many threads as there are cores, and one alone for a handful of files. `inHand` knows of files
 * that killed the process: those are read first and alone, so that a second death names the right one.
 */
export const openDesks = (contentDir: string, context: ReadingContext, inHand?: InHand): Desks => {
  const idle: Desk[] = [];
  let desks = 0;
  const openDesk = (note = inHand?.note(`desk-${(desks += 1)}`)): Desk => ({ worker: startWorker(), note });
  const workAt = async (queue: Task[][], take: (answers: readonly Answer[]) => void): Promise<void> => {
    let desk = idle.pop() ?? openDesk();
    for (let tasks = queue.shift(); tasks; tasks = queue.shift()) {
      for (let left: readonly Task[] = tasks; left.length > 0;) {
        const { worker, note } = desk;
        const work = { tasks: left, contentDir, context, ...(note !== undefined && { note }) };
        const end = await readBatch(worker, work, take);
        left = end.left;
        // A worker that was lost with the last file of a batch would never answer the next.
        if (end.isLost) desk = openDesk(note);
      }
    }
    idle.push(desk);
  };
  const withSetAside = (task: Task): Task => {
    const setAside = inHand?.setAside(task.file);
    return setAside === undefined ? task : { ...task, setAside };
  };
  return {
    async read(all, take) {
      const suspects = inHand?.suspects() ?? new Set();
      for (const task of all.filter(({ file }) => suspects.has(file))) {
        await workAt([[task]], take);
        inHand?.survived(task.file);
      }
      const queue = inBatches(all.filter(({ file }) => !suspects.has(file)).map(withSetAside));
      const hands = Math.min(queue.length, availableParallelism());
      await Promise.all(Array.from({ length: hands }, () => workAt(queue, take)));
    },
    async close() {
      const closing = idle.splice(0);
      await Promise.all(closing.map(({ worker }) => worker.terminate()));
      for (const { note } of closing) if (note !== undefined) rmSync(note, { force: true });
    },
  };
};
