/** Remembers, beside git's own files, what a pull was about to do: a publisher that is killed knows it when it comes again. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { journalFile } from '#archive/remote/checkout';

/** A pull at work. */
export type Journal = {
  /** The commit that was checked out; absent where this is the first. */
  readonly from?: string;
  /** The commit to check out; absent before it is known. */
  readonly to?: string;
  /** The git that does it. */
  readonly pid?: number;
};

const commitForm = /^[0-9a-f]{40,64}$/;
const isCommit = (value: unknown): value is string => typeof value === 'string' && commitForm.test(value);

/** Writes what is about to be done; `pid` is added as soon as there is one. */
export const writeJournal = (gitDir: string, journal: Journal): void =>
  writeFileSync(journalFile(gitDir), `${JSON.stringify(journal)}\n`, { flush: true });

/** What was about to be done; `undefined` where nothing was. A damaged journal says only that something was. */
export const readJournal = (gitDir: string): Journal | undefined => {
  let text: string;
  try {
    text = readFileSync(journalFile(gitDir), 'utf8');
  } catch {
    return undefined;
  }
  try {
    const { from, to, pid } = JSON.parse(text) as Record<string, unknown>;
    return {
      ...(isCommit(from) && { from }),
      ...(isCommit(to) && { to }),
      ...(Number.isInteger(pid) && Number(pid) > 1 && { pid: Number(pid) }),
    };
  } catch {
    return {};
  }
};

/** What was to be done is done, or was not begun. */
export const closeJournal = (gitDir: string): void => rmSync(journalFile(gitDir), { force: true });

/** Whether a git that a journal names still runs; a number that another program has by now does not count. */
export const isAtWork = (pid: number | undefined): boolean => {
  if (pid === undefined) return false;
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('git');
  } catch {
    // A system without /proc.
    return true;
  }
};
