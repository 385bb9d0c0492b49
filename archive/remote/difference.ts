/** What differs between two commits. */
import { runGit } from '#archive/remote/git';
import type { Checkout } from '#archive/remote/checkout';

/** One path that two commits have differently. */
export type Difference = {
  /** From the top of the checkout, with `/`. */
  readonly path: string;
  /** Modes and objects as git writes them; zeros where the path is not there. */
  readonly fromMode: string;
  readonly toMode: string;
  readonly from: string;
  readonly to: string;
};

/** All paths that differ between two commits; a renamed file is two of them. */
export const differencesBetween = async ({ place }: Checkout, from: string, to: string): Promise<Difference[]> => {
  const { code, out, said } = await runGit(place, ['diff-tree', '-r', '-z', '--raw', '--no-renames', from, to]);
  if (code !== 0) throw new Error(`git does not say what differs between ${from} and ${to}: ${said}`);
  const words = out.toString('utf8').split('\0');
  const found: Difference[] = [];
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [, fromMode, toMode, before, after] =
      /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) [A-Z]/.exec(words[at] ?? '') ?? [];
    const path = words[at + 1];
    if (!path || !fromMode || !toMode || !before || !after) continue;
    found.push({ path, fromMode, toMode, from: before, to: after });
  }
  return found;
};

/** Those of some paths that lie in the content folder, as paths inside it. */
export const insideContent = (differences: readonly Difference[], prefix: string): string[] =>
  differences.filter(({ path }) => path.startsWith(prefix)).map(({ path }) => path.slice(prefix.length));
