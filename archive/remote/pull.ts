/** Pulls once: brings the remote's branch, and moves the checkout forward where that loses nothing of anybody's. */
import { standingInGit } from '#archive/remote/checkout';
import type { Checkout } from '#archive/remote/checkout';
import { differencesBetween, insideContent } from '#archive/remote/difference';
import { fetchBranch } from '#archive/remote/fetchBranch';
import { begin, writeFirst } from '#archive/remote/firstPull';
import { NoGit, runGit, withoutPasswords } from '#archive/remote/git';
import { closeJournal, isAtWork, readJournal, writeJournal, writeLimit } from '#archive/remote/journal';
import { isUntouched, mend } from '#archive/remote/mend';
import type { PullNeeds } from '#archive/remote/plan';
import { busy, diverged, moved, refusal, report, type PullReport } from '#archive/remote/reports';

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
