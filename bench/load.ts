/** Load from many readers at once, made by autocannon in a process of its own. */
import { ownScript } from './scripts';
import { runToEnd } from './started';

/** What is asked. */
export type LoadPlan = {
  readonly url: string;
  /** Addresses that the connections ask in turn, each beginning at another one. */
  readonly paths: readonly string[];
  /** Addresses of which each connection asks one in every `coldEvery` requests; empty: none. */
  readonly cold: readonly string[];
  readonly coldEvery: number;
  /** Where among the cold ones to go on. */
  readonly coldFrom: number;
  readonly connections: number;
  readonly seconds: number;
};

/** What came. Latencies in milliseconds. */
export type Load = {
  readonly perSecond: number;
  readonly requests: number;
  readonly p50: number;
  readonly p99: number;
  readonly longest: number;
  /** Errors, time-outs, and answers other than 2xx. */
  readonly failed: number;
  /** Bytes of an answer, its head included. */
  readonly bytes: number;
  readonly nextCold: number;
};

/** As many readers at once as the goals name. */
export const connections = 50;

/** Asks for so many seconds and tells what came. */
export const loadOn = async (plan: Pick<LoadPlan, 'url' | 'paths' | 'seconds'> & Partial<LoadPlan>): Promise<Load> => {
  const whole: LoadPlan = { connections, cold: [], coldEvery: 100, coldFrom: 0, ...plan };
  // Thousands of addresses are more than a command line holds.
  const said = await runToEnd(process.execPath, [ownScript('loadProcess')], { input: JSON.stringify(whole) });
  // What `bench/loadProcess.ts` writes.
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as Load;
};
