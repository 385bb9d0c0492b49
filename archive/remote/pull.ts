/** Pulls once: brings the remote's branch, and moves the checkout forward where that loses nothing of anybody's. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { machineNow } from '#archive/gitAtWork';
import { makeFolder } from '#archive/makeFolder';
import type { Release } from '#archive/publishing';
import { standingInGit } from '#archive/remote/checkout';
import type { Checkout } from '#archive/remote/checkout';
import { differencesBetween, insideContent } from '#archive/remote/difference';
import type { Difference } from '#archive/remote/difference';
import { fetchBranch, pulledRef } from '#archive/remote/fetchBranch';
import { lineOf, NoGit, runGit, withoutPasswords } from '#archive/remote/git';
import type { GitPlace } from '#archive/remote/git';
import { closeJournal, isAtWork, readJournal, writeJournal, writeLimit } from '#archive/remote/journal';
import { isUntouched, mend, removeLocks } from '#archive/remote/mend';
import type { RemotePlace } from '#archive/remote/plan';

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

/** What a pull needs. */
export type PullNeeds = {
  readonly contentDir: string;
  readonly remote: RemotePlace;
  readonly place: Omit<GitPlace, 'cwd'>;
  /** Keeps the content folder from being read while git writes into it. */
  readonly hold: () => Release;
  /** When the pull was asked for, by `performance.now()`. */
  readonly asked: number;
};

/** Milliseconds after which a lock is told to be a forgotten one. */
const oldLock = 600_000;

const report = (outcome: PullOutcome, message: string): PullReport => ({ outcome, message });

/** Makes an empty folder a checkout without a commit; the first pull fills it. */
const begin = async ({ contentDir, remote, place }: PullNeeds): Promise<PullReport | undefined> => {
  if (/^[\w.-]+$/.test(remote.from)) {
    return report(
      'refused',
      `PULL_FROM is "${remote.from}", a name that only a checkout knows, and ${contentDir} is empty. Write the address of the remote.`,
    );
  }
  try {
    makeFolder(contentDir);
  } catch (fault) {
    return report(
      'refused',
      `${contentDir} cannot be made: ${String(fault)}. Set CONTENT_DIR to where this user may write.`,
    );
  }
  const here = { ...place, cwd: contentDir };
  const made = await runGit(here, ['init', '--quiet']);
  if (made.code !== 0) return report('failed', `${contentDir} cannot become a checkout: ${made.said}`);
  writeJournal(join(contentDir, '.git'), {});
  await runGit(here, ['symbolic-ref', 'HEAD', `refs/heads/${remote.branch}`]);
  // For editors who work in this folder; a password stays in the environment.
  await runGit(here, ['remote', 'add', 'origin', withoutPasswords(remote.from)]);
  return undefined;
};

const busy = ({ gitDir, top }: Checkout): PullReport => {
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
const refusal = (checkout: Checkout, said: string): PullReport | undefined => {
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

const moved = (differences: readonly Difference[], { prefix, top }: Checkout, commit: string): PullReport => {
  const files = insideContent(differences, prefix);
  const others = differences.length - files.length;
  const beside =
    others > 0 ? ` ${others} file(s) of the code in ${top} changed too: they count from the next start.` : '';
  return report('new', `pulled ${files.length} file(s), now at ${commit.slice(0, 10)}.${beside}`);
};

/** Writes the files of a first pull; the folder was empty when it began. */
const writeFirst = async (needs: PullNeeds, checkout: Checkout, commit: string): Promise<PullReport> => {
  const release = needs.hold();
  try {
    removeLocks(checkout, needs.remote.branch);
    writeJournal(checkout.gitDir, { to: commit });
    const { code, said } = await runGit(
      { ...checkout.place, signal: undefined },
      ['reset', '--quiet', '--hard', commit],
      {
        limit: writeLimit,
        started: (pid) => writeJournal(checkout.gitDir, { to: commit, pid }),
      },
    );
    if (code !== 0) return report('failed', `${checkout.top} could not be filled: ${said}`);
    closeJournal(checkout.gitDir);
    return report('new', `filled ${checkout.top} from the remote, now at ${commit.slice(0, 10)}.`);
  } finally {
    release(undefined, needs.asked);
  }
};

const writeForward = async (needs: PullNeeds, checkout: Checkout, from: string, to: string): Promise<PullReport> => {
  const differences = await differencesBetween(checkout, from, to);
  const release = needs.hold();
  try {
    writeJournal(checkout.gitDir, { from, to });
    const words = ['merge', '--ff-only', '--quiet', '--no-stat', to];
    // A publisher that is told to end lets this git finish: half a pull is nobody's wish.
    const { code, said } = await runGit({ ...checkout.place, signal: undefined }, words, {
      limit: writeLimit,
      started: (pid) => writeJournal(checkout.gitDir, { from, to, pid }),
    });
    const refused = code === 0 ? undefined : refusal(checkout, said);
    if (code !== 0 && !refused) {
      if (await isUntouched(checkout, differences)) closeJournal(checkout.gitDir);
      return report('failed', `git broke off while it wrote into ${checkout.top}: ${said}`);
    }
    closeJournal(checkout.gitDir);
    return refused ?? moved(differences, checkout, to);
  } finally {
    release(insideContent(differences, checkout.prefix), needs.asked);
  }
};

const isAncestor = async ({ place }: Checkout, older: string, newer: string): Promise<boolean> =>
  (await runGit(place, ['merge-base', '--is-ancestor', older, newer])).code === 0;

const diverged = async (
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

/** Finishes what a killed publisher left half done; gives a report where that cannot be done yet. */
const mendFirst = async (needs: PullNeeds, checkout: Checkout): Promise<PullReport | 'mended' | undefined> => {
  const journal = readJournal(checkout.gitDir);
  if (!journal) return undefined;
  // The first pull, which simply begins again.
  if (checkout.head === undefined) return isAtWork(checkout.gitDir, journal) ? busy(checkout) : undefined;
  const release = needs.hold();
  const mended = await mend(checkout, needs.remote.branch, journal);
  release(mended.is === 'done' ? insideContent(mended.differences, checkout.prefix) : [], needs.asked);
  return mended.is === 'done'
    ? 'mended'
    : report('busy', `a pull that broke off in ${checkout.top} is not finished yet: ${mended.why}`);
};

const pullInto = async (needs: PullNeeds, checkout: Checkout): Promise<PullReport> => {
  const { remote } = needs;
  const { top, head, branch } = checkout;
  if (branch !== remote.branch) {
    const where = branch === undefined ? 'no branch' : `the branch ${branch}`;
    return report(
      'refused',
      `${top} has ${where} checked out, and PULL_BRANCH is ${remote.branch}. Check that branch out, or set PULL_BRANCH to the one that is the paper.`,
    );
  }
  if (head === undefined && !readJournal(checkout.gitDir)) {
    return report('refused', `${top} is a checkout without any commit. Commit what lies there, or empty the folder.`);
  }
  const fetched = await fetchBranch(checkout, remote);
  if (fetched.is === 'locked') return report('busy', `Another pull is at work in ${top}; it is tried again.`);
  if (fetched.is !== 'there') {
    return fetched.is === 'noBranch'
      ? report('refused', `the remote has no branch ${remote.branch}. Set PULL_BRANCH to the one that is the paper.`)
      : report('unreachable', `the remote cannot be pulled from: ${fetched.why} The paper goes on with what it has.`);
  }
  const { commit } = fetched;
  if (head === undefined) return writeFirst(needs, checkout, commit);
  // Also where commits were made here and not pushed yet: the remote has nothing new.
  if (head === commit || (await isAncestor(checkout, commit, head))) return report('unchanged', 'nothing new');
  if (!(await isAncestor(checkout, head, commit))) return diverged(checkout, remote.branch, head, commit);
  return writeForward(needs, checkout, head, commit);
};

const findCheckout = async (needs: PullNeeds): Promise<Checkout | PullReport> => {
  const { contentDir, place } = needs;
  const first = await standingInGit(contentDir, place);
  const refused = first.is === 'empty' ? await begin(needs) : undefined;
  if (refused) return refused;
  const standing = first.is === 'empty' ? await standingInGit(contentDir, place) : first;
  if (standing.is === 'checkout') return standing.checkout;
  const why = standing.is === 'foreign' ? ` (${standing.why})` : '';
  return report(
    'refused',
    `${contentDir} holds files and is no checkout that can be pulled into${why}. Clone the remote there, or empty the folder and it is done for you.`,
  );
};

/** Pulls once. Never throws; every way in which it can end is a report. */
export const pullOnce = async (needs: PullNeeds): Promise<PullReport> => {
  try {
    const found = await findCheckout(needs);
    if ('outcome' in found) return found;
    const mended = await mendFirst(needs, found);
    if (mended !== undefined && mended !== 'mended') return mended;
    const checkout = mended ? await findCheckout(needs) : found;
    return 'outcome' in checkout ? checkout : await pullInto(needs, checkout);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return report(fault instanceof NoGit ? 'refused' : 'failed', withoutPasswords(why));
  }
};
