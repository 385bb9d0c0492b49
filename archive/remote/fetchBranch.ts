/** Brings the branch of the remote into the checkout's store of objects, without touching any file of it. */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { machineNow } from '#archive/gitAtWork';
import type { Checkout } from '#archive/remote/checkout';
import { lineOf, runGit } from '#archive/remote/git';
import type { RemotePlace } from '#archive/remote/plan';

/** What a fetch found. */
export type FetchEnd =
  | { readonly is: 'there'; readonly commit: string }
  /** Another pull of ours is at work, on this machine or on one that shares the folder. */
  | { readonly is: 'locked' }
  | { readonly is: 'unreachable' | 'noBranch'; readonly why: string };

/** The branch as the remote last had it: a name of our own, so that no editor's `origin/main` moves under their hands. */
export const pulledRef = 'refs/standfirst/pulled';

/** Milliseconds that bringing may take: the first time it is the whole history. */
const limit = 600_000;

/** The lock on our own name, left by a git that was killed: no fetch of ours lasts so long. */
const removeOldLock = (gitDir: string): void => {
  const file = join(gitDir, `${pulledRef}.lock`);
  const lock = statSync(file, { throwIfNoEntry: false });
  if (lock && machineNow() - lock.mtimeMs > limit) rmSync(file, { force: true });
};

/** What went wrong, in git's own words: the lines that say so. */
const faultIn = (said: string): string => {
  const lines = said.split('\n').filter((line) => /^(?:fatal|error|remote|ssh|.*: )/i.test(line));
  return (lines.length > 0 ? lines : [said]).join(' ').slice(0, 400);
};

/** Fetches. */
export const fetchBranch = async ({ place, gitDir }: Checkout, { from, branch }: RemotePlace): Promise<FetchEnd> => {
  removeOldLock(gitDir);
  const words = ['fetch', '--quiet', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head', '--'];
  const { code, said, late } = await runGit(place, [...words, from, `+refs/heads/${branch}:${pulledRef}`], { limit });
  if (late) return { is: 'unreachable', why: `It took more than ${limit / 60_000} minutes.` };
  if (code !== 0 && said.includes(`cannot lock ref '${pulledRef}'`)) return { is: 'locked' };
  if (code !== 0) {
    return { is: /couldn't find remote ref/.test(said) ? 'noBranch' : 'unreachable', why: faultIn(said) };
  }
  const commit = await lineOf(place, 'rev-parse', '-q', '--verify', `${pulledRef}^{commit}`);
  return commit ? { is: 'there', commit } : { is: 'unreachable', why: 'Git did not say what it brought.' };
};
