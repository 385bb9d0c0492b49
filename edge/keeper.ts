/** Keeps one child process alive: starts it, listens for its heart, kills it when it hangs, starts it again. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { backoffAfter } from '#edge/backoff';
import { complain, log } from '#edge/log';
import { forkedMark, heartbeatEvery } from '#edge/messages';
import type { ChildMessage, ServerMessage } from '#edge/messages';

/** A child to keep, and how patient to be with it. */
export type KeptChild = {
  readonly name: string;
  /** The script to fork, with its arguments to Node. */
  readonly script: string;
  readonly execArgv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Heartbeats it may miss once it is ready; while it starts, ten times as many. */
  readonly mayMiss: number;
  /** Milliseconds between two heartbeats, where a test has no second to spare. */
  readonly heartbeat?: number;
  /** Its words and the news that it is ready are not passed on, faults are: for commands whose output is their answer. */
  readonly quiet?: boolean;
  readonly onMessage: (message: ChildMessage) => void;
  /** A new process has been forked: what the last one was told must be told again. */
  readonly onStart?: (tell: Keeper['tell']) => void;
  /** It is gone, whatever the reason. */
  readonly onGone?: () => void;
  /** It ended without being told to, and will be started again. */
  readonly onRestart?: () => void;
};

/** A child that is kept alive until it is stopped. */
export type Keeper = {
  readonly tell: (message: ServerMessage) => void;
  /** Asks it to end, and kills it when it has not ended in so many milliseconds. */
  readonly stop: (within: number) => Promise<void>;
  readonly pid: () => number | undefined;
};

/** A child that lived this long, in milliseconds, died by accident: its failures are forgotten. */
const livedWell = 30_000;

/** Starts a child and keeps it alive. */
export const keep = (kept: KeptChild): Keeper => {
  let child: ChildProcess | undefined;
  let failures = 0;
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;

  // Between death and restart nobody listens; what matters is told again when the child is ready.
  const tell: Keeper['tell'] = (message) => void (child?.connected && child.send(message, () => undefined));

  const start = (): void => {
    const started = performance.now();
    const heart = listen(kept, () => child);
    child = fork(kept.script, {
      stdio: ['ignore', kept.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
      ...(kept.execArgv && { execArgv: [...kept.execArgv] }),
      env: { ...process.env, ...kept.env, [forkedMark]: '1' },
    });
    child.on('message', (message: ChildMessage) => {
      heart.hears(message);
      kept.onMessage(message);
    });
    kept.onStart?.(tell);
    // A fork that fails tells it by `error` and sometimes by `exit` too.
    let gone = false;
    const end = (how: string): void => {
      if (gone) return;
      gone = true;
      heart.stop();
      child = undefined;
      kept.onGone?.();
      if (stopping) return;
      kept.onRestart?.();
      failures = performance.now() - started > livedWell ? 1 : failures + 1;
      const wait = backoffAfter(failures);
      complain('edge', `${kept.name} ended (${how}); it is started again in ${wait} ms`);
      restart = setTimeout(start, wait);
    };
    child.on('error', (fault) => end(fault.message));
    child.on('exit', (code, signal) => end(signal ?? `code ${code}`));
  };

  start();
  return {
    tell,
    pid: () => child?.pid,
    stop: async (within) => {
      stopping = true;
      clearTimeout(restart);
      const last = child;
      if (!last) return;
      await new Promise<void>((ended) => {
        const limit = setTimeout(() => last.kill('SIGKILL'), within);
        last.once('exit', () => (clearTimeout(limit), ended()));
        if (last.connected) last.send({ type: 'stop' } satisfies ServerMessage, () => undefined);
        else last.kill('SIGKILL');
      });
    },
  };
};

/**
 * Counts missed heartbeats by this process's own ticks, not by the clock: a machine that slept, or a server that was
 * itself held up, must not kill a healthy child.
 */
const listen = (
  { name, mayMiss, quiet, heartbeat = heartbeatEvery }: KeptChild,
  child: () => ChildProcess | undefined,
) => {
  let silent = 0;
  let ready = false;
  const timer = setInterval(() => {
    silent += 1;
    if (silent <= (ready ? mayMiss : mayMiss * 10)) return;
    complain('edge', `${name} missed ${silent - 1} heartbeats and is killed`);
    silent = 0;
    child()?.kill('SIGKILL');
  }, heartbeat);
  timer.unref();
  return {
    hears: (message: ChildMessage) => {
      silent = 0;
      if (message.type !== 'ready' || ready) return;
      ready = true;
      if (!quiet) log('edge', `${name} is ready`);
    },
    stop: () => clearInterval(timer),
  };
};
