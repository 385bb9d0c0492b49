/** Hears whether somebody's git is writing files below the content folder just now, so that a pull is not published in halves. */
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Milliseconds: a lock that is older when it is first seen was left behind by a git that died, or waits for a person. */
const freshWithin = 10_000;
/** Milliseconds after which a lock is not waited for any more. */
const longest = 30_000;

const pointedTo = (file: string): string | undefined => {
  try {
    const to = /^gitdir: (.+)$/m.exec(readFileSync(file, 'utf8'))?.[1];
    return to === undefined ? undefined : resolve(dirname(file), to.trim());
  } catch {
    return undefined;
  }
};

/**
 * The folder in which git keeps its own files of the checkout that a folder lies in; `undefined` where there is none. A linked
 * working tree has a file in its place, which names the folder.
 */
export const gitDirOf = (folder: string): string | undefined => {
  let at: string;
  try {
    at = realpathSync(folder);
  } catch {
    return undefined;
  }
  for (;;) {
    const place = join(at, '.git');
    const stats = statSync(place, { throwIfNoEntry: false });
    if (stats) return stats.isDirectory() ? place : pointedTo(place);
    if (dirname(at) === at) return undefined;
    at = dirname(at);
  }
};

/** The machine's clock, by which files are stamped; the site's own may be moved by `TEST_CLOCK`. */
export const machineNow = (): number => performance.timeOrigin + performance.now();

/**
 * Gives a function that says whether git is writing. Git holds `index.lock` from before the first file that it touches until
 * after the last (a pull, a merge, a checkout, a stash). One that died with its lock in place is waited for once.
 */
export const gitAtWork = (contentDir: string): (() => boolean) => {
  let known = '';
  let until = 0;
  return () => {
    const gitDir = gitDirOf(contentDir);
    const lock = gitDir && statSync(join(gitDir, 'index.lock'), { throwIfNoEntry: false });
    if (!lock) return false;
    const identity = `${lock.ino}:${lock.mtimeMs}`;
    if (identity !== known) {
      known = identity;
      until = machineNow() - lock.mtimeMs > freshWithin ? 0 : performance.now() + longest;
    }
    return performance.now() < until;
  };
};
