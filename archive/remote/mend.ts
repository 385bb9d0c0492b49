/** Finishes a pull that was killed in the middle: every file becomes whole, and nothing that an editor wrote is lost. */
import { lstatSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Checkout } from '#archive/remote/checkout';
import { differencesBetween } from '#archive/remote/difference';
import type { Difference } from '#archive/remote/difference';
import { runGit } from '#archive/remote/git';
import { closeJournal, isAtWork } from '#archive/remote/journal';
import type { Journal } from '#archive/remote/journal';

/** How the mending ended. */
export type Mended =
  /** `differences`: what the broken pull brought. */
  | { readonly is: 'done'; readonly differences: readonly Difference[] }
  /** The git of the dead publisher still works, or git does not do what it must; asked again later. */
  | { readonly is: 'waits'; readonly why: string };

/** Removes the locks that a git of ours, which runs no more, left in place. */
export const removeLocks = ({ gitDir }: Checkout, branch: string): void => {
  for (const name of ['index.lock', 'HEAD.lock', 'ORIG_HEAD.lock', `refs/heads/${branch}.lock`]) {
    rmSync(join(gitDir, name), { force: true });
  }
};

const isPlainFile = (mode: string): boolean => mode === '100644' || mode === '100755';

const contentOf = (file: string): Buffer | 'nothing' | 'other' => {
  try {
    return lstatSync(file).isFile() ? readFileSync(file) : 'other';
  } catch {
    return 'nothing';
  }
};

/** What git would call the files that lie in the checkout now, by path. */
const objectsNow = async (
  { place, top }: Checkout,
  differences: readonly Difference[],
): Promise<Map<string, string>> => {
  const paths = differences
    .map(({ path }) => path)
    .filter((path) => !path.includes('\n') && typeof contentOf(join(top, path)) === 'object');
  if (paths.length === 0) return new Map();
  const { code, out, said } = await runGit(place, ['hash-object', '--stdin-paths'], { input: `${paths.join('\n')}\n` });
  if (code !== 0) throw new Error(`git does not read the files of the checkout: ${said}`);
  const objects = out.toString('utf8').split('\n');
  return new Map(paths.map((path, at) => [path, objects[at] ?? '']));
};

/** What was really written: where power fails, a file may keep its length and have zeros for what never reached the disk. */
const withoutZerosAtEnd = (content: Buffer): Buffer => {
  let end = content.length;
  while (end > 0 && content[end - 1] === 0) end -= 1;
  return content.subarray(0, end);
};

/** Whether the file is the beginning of what was being written when git was killed. */
const isBeginningOf = async ({ place }: Checkout, content: Buffer, object: string): Promise<boolean> => {
  const written = withoutZerosAtEnd(content);
  if (written.length === 0) return true;
  const { code, out } = await runGit(place, ['cat-file', 'blob', object]);
  return code === 0 && out.subarray(0, written.length).equals(written);
};

type Plan = { readonly write: string[]; readonly remove: string[] };

/**
 * What is left to do. Git had found every one of these files unchanged before it began. So one that is now neither the old
 * version, nor the new one, nor the beginning of it, was written by an editor since, and stays.
 */
const planFor = async (checkout: Checkout, differences: readonly Difference[]): Promise<Plan> => {
  const objects = await objectsNow(checkout, differences);
  const plan: Plan = { write: [], remove: [] };
  for (const { path, toMode, from, to } of differences) {
    const content = contentOf(join(checkout.top, path));
    const isOld = objects.get(path) === from;
    if (toMode === '000000') {
      if (isOld) plan.remove.push(path);
    } else if (content === 'nothing') plan.write.push(path);
    else if (content === 'other' || objects.get(path) === to) continue;
    else if (isPlainFile(toMode) && (isOld || (await isBeginningOf(checkout, content, to)))) plan.write.push(path);
  }
  return plan;
};

/** Whether git wrote none of the files before it gave up. */
export const isUntouched = async (checkout: Checkout, differences: readonly Difference[]): Promise<boolean> => {
  const objects = await objectsNow(checkout, differences);
  return differences.every(({ path, fromMode, from }) =>
    fromMode === '000000' ? contentOf(join(checkout.top, path)) === 'nothing' : objects.get(path) === from,
  );
};

const removeFile = (top: string, path: string): void => {
  rmSync(join(top, path), { force: true });
  // Git leaves no empty folders behind; one that holds something else stays.
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(top, folder));
    } catch {
      return;
    }
  }
};

const must = async (checkout: Checkout, args: readonly string[], input = ''): Promise<void> => {
  const { code, said } = await runGit(checkout.place, args, { input });
  if (code !== 0) throw new Error(`git ${args[0] ?? ''}: ${said}`);
};

const finish = async (checkout: Checkout, branch: string, from: string, to: string): Promise<readonly Difference[]> => {
  const differences = await differencesBetween(checkout, from, to);
  if (checkout.head === from) {
    // The index alone: what an editor has staged of other files is carried over.
    await must(checkout, ['read-tree', '-i', '-m', from, to]);
    const plan = await planFor(checkout, differences);
    await must(
      checkout,
      ['checkout-index', '-f', '-u', '-z', '--stdin'],
      plan.write.map((path) => `${path}\0`).join(''),
    );
    for (const path of plan.remove) removeFile(checkout.top, path);
    await must(checkout, ['update-ref', '-m', 'standfirst: pull', `refs/heads/${branch}`, to, from]);
  }
  return differences;
};

/** Finishes what a journal says was begun. Where somebody has moved the branch by hand since, nothing is touched. */
export const mend = async (checkout: Checkout, branch: string, journal: Journal): Promise<Mended> => {
  const { from, to } = journal;
  if (isAtWork(checkout.gitDir, journal))
    return { is: 'waits', why: 'The git of a publisher that has ended is still at work.' };
  const { head, gitDir } = checkout;
  const isOurs = from !== undefined && to !== undefined && checkout.branch === branch && (head === from || head === to);
  removeLocks(checkout, branch);
  try {
    const differences = isOurs ? await finish(checkout, branch, from, to) : [];
    closeJournal(gitDir);
    return { is: 'done', differences };
  } catch (fault) {
    return { is: 'waits', why: fault instanceof Error ? fault.message : String(fault) };
  }
};
