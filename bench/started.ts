/** Programs that the benchmark starts: none of them outlives it, however it ends. */
import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

const running = new Set<ChildProcess>();

/** A program that runs until it is ended. */
export type Started = {
  readonly child: ChildProcess;
  readonly pid: number;
  /** The last thousands of letters that it said. */
  readonly said: () => string;
  /** Asks it to end, kills it when it does not, and waits until it is gone. */
  readonly end: () => Promise<void>;
};

const tooLong = 20_000;
const patience = 15_000;

/** Starts a program; its words are kept for the case that it fails. */
export const start = (program: string, args: readonly string[], options: SpawnOptions = {}): Started => {
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let said = '';
  const hear = (chunk: Buffer): void => void (said = (said + chunk.toString()).slice(-tooLong));
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  running.add(child);
  const gone = new Promise<void>((resolve) => {
    const leave = (): void => {
      running.delete(child);
      resolve();
    };
    child.on('exit', leave).on('error', (fault) => {
      said += fault.message;
      leave();
    });
  });
  return {
    child,
    pid: child.pid ?? 0,
    said: () => said,
    end: async () => {
      child.kill('SIGTERM');
      const limit = setTimeout(() => child.kill('SIGKILL'), patience);
      await gone;
      clearTimeout(limit);
    },
  };
};

/** Kills what still runs: for the end of this process. */
export const endAll = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** Runs a program to its end and gives what it said; throws with its words where it fails. `input`: what it is told. */
export const runToEnd = async (
  program: string,
  args: readonly string[],
  { input, ...options }: SpawnOptions & { readonly input?: string } = {},
): Promise<string> => {
  const started = start(program, args, { ...(input !== undefined && { stdio: 'pipe' }), ...options });
  started.child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve) => {
    started.child.on('close', resolve).on('error', () => resolve(null));
  });
  if (code === 0) return started.said();
  throw new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${started.said()}`);
};

/** A port of the loopback interface that nobody uses now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      // A server that listens on a port has an address of this kind.
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
