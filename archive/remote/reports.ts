/** How a pull can end, and what is said of it: what happened, where, and what to do if anything. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { machineNow } from '#archive/gitAtWork';
import type { Checkout } from '#archive/remote/checkout';
import { insideContent } from '#archive/remote/difference';
import type { Difference } from '#archive/remote/difference';
import { pulledRef } from '#archive/remote/fetchBranch';
import { lineOf } from '#archive/remote/git';

/** How a pull ended. */
export type PullOutcome =
  /** The checkout has moved forward. */
  | 'new'
  | 'unchanged'
  /** The remote does not answer, or does not let us in. */
  | 'unreachable'
  /** The remote's branch does not continue what is checked out. */
  | 'diverged'
  /** An editor's uncommitted change lies where the remote has another. */
  | 'blocked'
  /** Another git is at work in the checkout. */
  | 'busy'
  /** The folder, the branch or the setting is not as it must be. */
  | 'refused'
  /** Git failed otherwise: a full disk, no git at all. */
  | 'failed';

/** What a pull has to say. */
export type PullReport = {
  readonly outcome: PullOutcome;
  /** What happened, where, and what to do if anything. Holds no password and nothing of the articles but names of files. */
  readonly message: string;
};

/** Milliseconds after which a lock is told to be a forgotten one. */
const oldLock = 600_000;

/** A report in one line. */
export const report = (outcome: PullOutcome, message: string): PullReport => ({ outcome, message });

/** Another git holds the checkout, or held it when it died. */
export const busy = ({ gitDir, top }: Checkout): PullReport => {
  const lock = join(gitDir, 'index.lock');
  const stats = existsSync(lock) ? statSync(lock, { throwIfNoEntry: false }) : undefined;
  const isOld = stats !== undefined && machineNow() - stats.mtimeMs > oldLock;
  return report(
    'busy',
    isOld
      ? `${lock} was left by a git that died. If no git is at work in ${top}, delete that file; until then nothing is pulled.`
      : `Another git is at work in ${top}; it is tried again.`,
  );
};

/** What a merge that did not happen says; `undefined`: it broke off half-way, and the journal stays for the next pull. */
export const refusal = (checkout: Checkout, said: string): PullReport | undefined => {
  const { top } = checkout;
  if (/would be overwritten|would lose untracked|not uptodate/i.test(said)) {
    const files = [...said.matchAll(/^\t(.+)$/gm)].map(([, file = '']) => file);
    const named = files.slice(0, 5).join(', ') + (files.length > 5 ? ', …' : '');
    return report(
      'blocked',
      `${files.length} file(s) in ${top} were changed there and not committed, and the remote has other versions: ${named}. ` +
        `Nothing was pulled. Commit and push them, or undo them: git -C ${top} checkout -- <file>.`,
    );
  }
  if (/\.lock'?: File exists|Another git process/i.test(said)) return busy(checkout);
  if (/MERGE_HEAD|not concluded|unmerged|in the middle of/i.test(said)) {
    return report('blocked', `${top} is in the middle of a merge. Finish it, or undo it: git -C ${top} merge --abort.`);
  }
  if (/signature/i.test(said)) {
    return report(
      'refused',
      `the remote's newest commit is not signed as merge.verifySignatures asks in ${top}: ${said}`,
    );
  }
  return undefined;
};

/** The checkout stands at a newer commit. */
export const moved = (differences: readonly Difference[], { prefix, top }: Checkout, commit: string): PullReport => {
  const files = insideContent(differences, prefix);
  const others = differences.length - files.length;
  const beside =
    others > 0 ? ` ${others} file(s) of the code in ${top} changed too: they count from the next start.` : '';
  return report('new', `pulled ${files.length} file(s), now at ${commit.slice(0, 10)}.${beside}`);
};

/** Both sides have commits that the other has not. */
export const diverged = async (
  { place, top }: Checkout,
  branch: string,
  head: string,
  commit: string,
): Promise<PullReport> => {
  const [here = '?', there = '?'] =
    (await lineOf(place, 'rev-list', '--left-right', '--count', `${head}...${commit}`))?.split(/\s+/) ?? [];
  return report(
    'diverged',
    `the remote's branch ${branch} does not continue what is checked out in ${top}: ${here} commit(s) are only here, ${there} only there. ` +
      `Nothing was pulled. To keep what is here: git -C ${top} pull --rebase, and push. To throw it away: git -C ${top} reset --hard ${pulledRef}.`,
  );
};
