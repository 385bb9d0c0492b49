/** Remembers, beside git's own files, what a pull was about to do: a publisher that is killed knows it when it comes again. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { machineNow } from '#archive/gitAtWork';
import { journalFile } from '#archive/remote/checkout';

/** A pull at work. */
export type Journal = {
  /** The commit that was checked out; absent where this is the first. */
  readonly from?: string;
  /** The commit to check out; absent before it is known. */
  readonly to?: string;
  /** The git that does it, and the machine (or container) on which it does. */
  readonly pid?: number;
  readonly host?: string;
};

/** Milliseconds that git may take to write the files; then it is ended. */
export const writeLimit = 300_000;
/** Milliseconds after which a git on another machine, which cannot be asked, is taken for dead. */
const farLimit = writeLimit + 60_000;

const commitForm = /^[0-9a-f]{40,64}$/;
const isCommit = (value: unknown): value is string => typeof value === 'string' && commitForm.test(value);

/** Writes what is about to be done; `pid` is added as soon as there is one. */
export const writeJournal = (gitDir: string, journal: Journal): void =>
  writeFileSync(journalFile(gitDir), `${JSON.stringify({ ...journal, host: hostname() })}\n`, { flush: true });

/** What was about to be done; `undefined` where nothing was. A damaged journal says only that something was. */
export const readJournal = (gitDir: string): Journal | undefined => {
  let text: string;
  try {
    text = readFileSync(journalFile(gitDir), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { from, to, pid, host } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(isCommit(from) && { from }),
      ...(isCommit(to) && { to }),
      ...(Number.isInteger(pid) && Number(pid) > 1 && { pid: Number(pid) }),
      ...(typeof host === 'string' && { host }),
    };
  } catch {
    return {};
  }
};

/** What was to be done is done, or was not begun. */
export const closeJournal = (gitDir: string): void => rmSync(journalFile(gitDir), { force: true });

const isYoung = (gitDir: string): boolean => {
  const stats = statSync(journalFile(gitDir), { throwIfNoEntry: false });
  return stats !== undefined && machineNow() - stats.mtimeMs < farLimit;
};

/** Whether the git that a journal names still runs; a number that another program has by now does not count. */
export const isAtWork = (gitDir: string, { pid, host }: Journal): boolean => {
  // A folder that several machines share.
  if (host !== undefined && host !== hostname()) return isYoung(gitDir);
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return /(?:^|\/)git$/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0', 1)[0] ?? '');
  } catch {
    // A system without /proc.
    return true;
  }
};
