/** Tells git of a move as `git mv` does: files under new names, with their new words where nobody was working on them. */
import { spawnSync } from 'node:child_process';
import { CommandFault } from '#newsroom/commandPlace';
import { edited } from '#newsroom/move/edits';
import type { MovePlan } from '#newsroom/move/plan';

type Entry = { readonly mode: string; readonly id: string };

/** Git's words on failure are for people. */
class GitFault extends Error {}

const git = (folder: string, args: readonly string[], input = ''): string => {
  const ran = spawnSync('git', ['-c', 'core.quotepath=off', ...args], {
    cwd: folder,
    input,
    timeout: 30_000,
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  if (ran.error) throw new GitFault(ran.error.message);
  if (ran.status !== 0) throw new GitFault(ran.stderr.trim().split('\n')[0] ?? 'git failed');
  return ran.stdout;
};

/** What git knows of the files of a move, before anything is changed. */
export type Checkout = {
  readonly top: string;
  /** The content folder inside the checkout, with a closing slash; empty where it is the checkout itself. */
  readonly prefix: string;
  /** Entries of its index, by path inside the checkout. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Files that somebody has changed since they were last told of. */
  readonly inWork: ReadonlySet<string>;
};

const entriesIn = (listed: string): Map<string, Entry> => {
  const found = new Map<string, Entry>();
  for (const line of listed.split('\0')) {
    const [, mode = '', id = '', path = ''] = /^(\d+) ([0-9a-f]+) 0\t(.+)$/s.exec(line) ?? [];
    if (path !== '') found.set(path, { mode, id });
  }
  return found;
};

/** Looks at the checkout that the content folder lies in; `undefined` where it lies in none or git knows none of the files. */
export const checkoutOf = (
  contentDir: string,
  { renames, rewritten }: Pick<MovePlan, 'renames' | 'rewritten'>,
): Checkout | undefined => {
  const paths = [...renames.map(([from]) => from), ...rewritten.map(({ file }) => file)];
  try {
    const top = git(contentDir, ['rev-parse', '--show-toplevel']).replace(/\n$/, '');
    const prefix = git(contentDir, ['rev-parse', '--show-prefix']).replace(/\n$/, '');
    const named = paths.map((path) => `:(literal,top)${prefix}${path}`);
    const entries = entriesIn(git(top, ['ls-files', '-s', '-z', '--', ...named]));
    if (entries.size === 0) return undefined;
    const changed = git(top, ['diff', '--name-only', '-z', '--', ...named]).split('\0');
    return { top, prefix, entries, inWork: new Set(changed) };
  } catch (fault) {
    // No git here, or no checkout: files are moved as files.
    if (fault instanceof GitFault) return undefined;
    throw fault;
  }
};

/** Where a path lies after the renames. */
const arrived = (path: string, renames: MovePlan['renames']): string => {
  for (const [from, to] of renames) {
    if (path === from) return to;
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length);
  }
  return path;
};

/** Writes the new words into git's store as a commit would; answers with their ids in order. */
const stored = (top: string, paths: readonly string[]): string[] =>
  paths.length === 0
    ? []
    : git(top, ['hash-object', '-w', '--stdin-paths'], `${paths.join('\n')}\n`)
        .trim()
        .split('\n');

/** Tells git, in one step. Throws `CommandFault` where it does not take it, e.g. while another git is at work. */
export const tellGit = (checkout: Checkout, { renames, rewritten }: Pick<MovePlan, 'renames' | 'rewritten'>): void => {
  const { top, prefix, entries, inWork } = checkout;
  const changed = new Set(
    rewritten.filter((each) => edited(each.text, each.edits) !== each.text).map(({ file }) => prefix + file),
  );
  const steps = [...entries].map(([path, entry]) => {
    const there = prefix + arrived(path.slice(prefix.length), renames);
    return { path, there, entry, fresh: changed.has(there) && !inWork.has(path) };
  });
  try {
    const fresh = steps.filter((step) => step.fresh);
    const ids = stored(
      top,
      fresh.map(({ there }) => there),
    );
    const idOf = new Map(fresh.map(({ there }, nth) => [there, ids[nth]]));
    const lines = steps.flatMap(({ path, there, entry: { mode, id } }) => [
      ...(path === there ? [] : [`0 ${'0'.repeat(id.length)}\t${path}\0`]),
      `${mode} ${idOf.get(there) ?? id}\t${there}\0`,
    ]);
    git(top, ['update-index', '-z', '--index-info'], lines.join(''));
  } catch (fault) {
    throw new CommandFault(`git did not take it: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
};
