/** Runs git as a child: no shell, no questions, no hooks, a limit of time, and an end for all that it started. */
import { spawn } from 'node:child_process';

/** Where git runs and what of the environment it sees. */
export type GitPlace = {
  /** A folder that exists. */
  readonly cwd: string;
  /** What git may know of the environment: where programs and keys are, and no secret of the site. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends what runs when the publisher ends. */
  readonly signal?: AbortSignal | undefined;
};

/** How git ended. */
export type GitEnd = {
  readonly code: number;
  readonly out: Buffer;
  /** The last of what it said of itself, without passwords. */
  readonly said: string;
  /** It was ended because it took too long. */
  readonly late: boolean;
};

/** What a run may be given beside its words. */
export type GitMore = {
  /** Milliseconds. */
  readonly limit?: number;
  readonly input?: string;
  /** Told the number of the process as soon as there is one. */
  readonly started?: (pid: number) => void;
};

/** Git cannot be run at all; the message names the remedy. */
export class NoGit extends Error {}

const usualLimit = 60_000;
const mostKept = 4000;
/** Milliseconds from the request to end to the end. */
const mercy = 3000;

/** Settings that hold whatever the checkout's own say: nothing that arrives by git is ever run. */
const safely = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'submodule.recurse=false',
  'core.quotePath=false',
  // What an editor has not committed is never moved about.
  'merge.autoStash=false',
];

/** A git that asks a question, or waits for a dead line, would wait for ever. */
const surroundings = (env: GitPlace['env']): Record<string, string> => ({
  // An https remote cannot send us on to an open line.
  GIT_ALLOW_PROTOCOL: 'https:ssh:file',
  // Git notes who moved a branch; in a container the user may have no name.
  GIT_COMMITTER_NAME: 'Standfirst',
  GIT_COMMITTER_EMAIL: 'standfirst@localhost',
  ...env,
  GIT_TERMINAL_PROMPT: '0',
  GIT_HTTP_LOW_SPEED_LIMIT: '100',
  GIT_HTTP_LOW_SPEED_TIME: '30',
  LC_ALL: 'C',
});

/** Takes user names, passwords and tokens out of addresses. */
export const withoutPasswords = (text: string): string => text.replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1');

/** Ends a git and what it started (ssh, index-pack), which share a group of their own. */
const endGroup = (pid: number | undefined, signal: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
};

const notStarted = (fault: unknown): NoGit => {
  const why = fault instanceof Error ? fault.message : String(fault);
  const remedy = 'Install git (apt install git, apk add git), or take PULL_FROM out of the environment.';
  return new NoGit(`git cannot be started (${why}). ${remedy}`);
};

const startGit = (place: GitPlace, args: readonly string[]) => {
  try {
    // A session of its own: no terminal to ask on, and Ctrl-C does not reach it in the middle of a file.
    return spawn('git', [...safely.flatMap((each) => ['-c', each]), ...args], {
      cwd: place.cwd,
      // Next declares that every environment has NODE_ENV; git needs none.
      env: surroundings(place.env) as NodeJS.ProcessEnv,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (fault) {
    // Most faults are told later; one in the way to the program (ENOTDIR) is thrown at once.
    throw notStarted(fault);
  }
};

/** Runs git and waits for its end. Throws `NoGit` where there is none. */
export const runGit = (place: GitPlace, args: readonly string[], more: GitMore = {}): Promise<GitEnd> =>
  new Promise((resolve, reject) => {
    const { limit = usualLimit, input = '', started } = more;
    const child = startGit(place, args);
    if (child.pid !== undefined) started?.(child.pid);
    const out: Buffer[] = [];
    let said = '';
    let late = false;
    let last: NodeJS.Timeout | undefined;
    const end = (): void => {
      endGroup(child.pid, 'SIGTERM');
      last ??= setTimeout(() => endGroup(child.pid, 'SIGKILL'), mercy);
    };
    const timer = setTimeout(() => {
      late = true;
      end();
    }, limit);
    place.signal?.addEventListener('abort', end, { once: true });
    if (place.signal?.aborted) end();
    const settle = (): void => {
      clearTimeout(timer);
      clearTimeout(last);
      place.signal?.removeEventListener('abort', end);
    };
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-mostKept)));
    // It may end before it has read what it is given.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.on('error', (fault) => {
      settle();
      reject(notStarted(fault));
    });
    child.on('close', (code) => {
      settle();
      resolve({ code: code ?? 1, out: Buffer.concat(out), said: withoutPasswords(said).trim(), late });
    });
  });

/** What a run that succeeds writes, as one line; `undefined` where it fails. */
export const lineOf = async (place: GitPlace, ...args: string[]): Promise<string | undefined> => {
  const { code, out } = await runGit(place, args);
  return code === 0 ? out.toString('utf8').trim() : undefined;
};
