/** The first pull: an empty folder becomes a checkout of the remote's branch. */
import { join } from 'node:path';
import { makeFolder } from '#archive/makeFolder';
import type { Checkout } from '#archive/remote/checkout';
import { lineOf, runGit, withoutPasswords } from '#archive/remote/git';
import { closeJournal, writeJournal, writeLimit } from '#archive/remote/journal';
import { removeLocks } from '#archive/remote/mend';
import type { PullNeeds } from '#archive/remote/plan';
import { report, type PullReport } from '#archive/remote/reports';

/** Makes an empty folder a checkout without a commit; the first pull fills it. */
export const begin = async ({ contentDir, remote, place }: PullNeeds): Promise<PullReport | undefined> => {
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
      `${contentDir} cannot be made: ${fault instanceof Error ? fault.message : String(fault)}. Set CONTENT_DIR to where this user may write.`,
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

/** Where the paper is a folder of a project, the whole project would lie in the content folder, and nothing of it be read. */
const wrongTop = async ({ place, top }: Checkout, commit: string): Promise<PullReport | undefined> => {
  const folders = await lineOf(place, 'ls-tree', '-d', '--name-only', commit, 'articles', 'content/articles');
  if (folders !== 'content/articles') return undefined;
  return report(
    'refused',
    `the remote holds the paper in its folder content, and ${top} is to be that folder. ` +
      'Clone the remote by hand, set CONTENT_DIR to content in that clone, and PULL_FROM to origin.',
  );
};

/** Writes the files of a first pull; the folder was empty when it began. */
export const writeFirst = async (needs: PullNeeds, checkout: Checkout, commit: string): Promise<PullReport> => {
  const wrong = await wrongTop(checkout, commit);
  if (wrong) return wrong;
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
