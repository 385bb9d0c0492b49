/** Finds out what the content folder is to git: a checkout, a part of one, empty, or none of git's business. */
import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { lineOf, runGit } from '#archive/remote/git';
import type { GitPlace } from '#archive/remote/git';
import { gitDirOf } from '#archive/gitAtWork';

/** A checkout that holds the content folder. */
export type Checkout = {
  readonly place: GitPlace;
  /** Its uppermost folder. */
  readonly top: string;
  /** The content folder inside it, with a slash at the end; empty where it is the whole. */
  readonly prefix: string;
  readonly gitDir: string;
  /** Absent where no branch is checked out. */
  readonly branch?: string;
  /** Absent before the first commit. */
  readonly head?: string;
};

/** What the content folder is. */
export type ContentStanding =
  | { readonly is: 'empty' }
  | { readonly is: 'checkout'; readonly checkout: Checkout }
  /** Files that no git knows, or a checkout that git does not open; `why` in git's words, empty where git has nothing to say. */
  | { readonly is: 'foreign'; readonly why: string };

const isEmpty = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** The file that stands in git's folder as long as a pull of ours is at work in the checkout. */
export const journalFile = (gitDir: string): string => join(gitDir, 'standfirst-pull.json');

/**
 * Whether what lies in the content folder is no state that anybody meant: nothing was brought yet, or a pull of ours broke
 * off. Looks at the disk alone.
 */
export const isHalfDone = (contentDir: string): boolean => {
  if (isEmpty(contentDir)) return true;
  const gitDir = gitDirOf(contentDir);
  return gitDir !== undefined && existsSync(journalFile(gitDir));
};

const openCheckout = async (contentDir: string, place: Omit<GitPlace, 'cwd'>): Promise<ContentStanding> => {
  const inside = { ...place, cwd: contentDir };
  const found = await runGit(inside, ['rev-parse', '--show-toplevel', '--show-prefix', '--git-dir']);
  if (found.code !== 0) return { is: 'foreign', why: found.said };
  const [top = contentDir, prefix = '', gitDir = '.git'] = found.out.toString('utf8').split('\n');
  const branch = await lineOf(inside, 'symbolic-ref', '--short', '-q', 'HEAD');
  const head = await lineOf(inside, 'rev-parse', '-q', '--verify', 'HEAD^{commit}');
  // The folder of a project whose git does not know the files in it: an own checkout lies there, or none.
  const isKnown = prefix === '' || (await lineOf(inside, 'ls-files', '--', '.')) !== '';
  if (!isKnown) return { is: 'foreign', why: `The checkout at ${top} does not hold its files.` };
  return {
    is: 'checkout',
    checkout: {
      place: { ...place, cwd: top },
      top,
      prefix,
      gitDir: isAbsolute(gitDir) ? gitDir : resolve(contentDir, gitDir),
      ...(branch && { branch }),
      ...(head && { head }),
    },
  };
};

/** Looks at the content folder. */
export const standingInGit = async (contentDir: string, place: Omit<GitPlace, 'cwd'>): Promise<ContentStanding> =>
  isEmpty(contentDir) ? { is: 'empty' } : openCheckout(contentDir, place);
