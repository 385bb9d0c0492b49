/** Reads from git which article files came, went and were renamed, commit by commit, in the order in which that happened. */
import { spawn } from 'node:child_process';
import type { Moment } from '#model/moment';

/** What a commit did to an article's file. Paths are inside the content folder, in NFC; blobs are git's names of the bytes. */
export type FileEvent =
  | { readonly did: 'come' | 'go' | 'change'; readonly file: string; readonly blob: string }
  | {
      readonly did: 'rename';
      readonly from: string;
      readonly file: string;
      readonly before: string;
      readonly blob: string;
    };

/** One step of the main line: what the paper was after it. */
export type Commit = { readonly at: Moment; readonly events: readonly FileEvent[] };

/** Milliseconds that git may take, and bytes that it may tell. A hundred thousand changes are some 20 MB. */
const patience = 60_000;
const mostBytes = 256 * 1024 * 1024;

/**
 * Runs git beside everything else; `undefined` where there is no git, no checkout, or it does not end in time. Nothing is
 * fetched from other machines for it.
 */
const askGit = (contentDir: string, args: readonly string[], input = ''): Promise<Buffer | undefined> =>
  new Promise((resolve) => {
    const child = spawn('git', ['-c', 'core.quotepath=off', '-c', 'protocol.allow=never', ...args], {
      cwd: contentDir,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: patience,
    });
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > mostBytes) child.kill();
      else chunks.push(chunk);
    });
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
    // A git that has ended already does not read; its answer says so.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

const isArticle = (file: string): boolean => /^articles\/\d{4}\/\d\d\/\d\d\/[^/]+\.mdx$/.test(file);

/** One `:100644 100644 before after R087` line with the paths behind it. */
const eventOf = (status: string, [before, after]: readonly [string, string], paths: readonly string[]): FileEvent[] => {
  const [first = '', second = ''] = paths.map((path) => path.normalize('NFC'));
  if (status.startsWith('R')) {
    if (isArticle(first) && isArticle(second))
      return [{ did: 'rename', from: first, file: second, before, blob: after }];
    if (isArticle(first)) return [{ did: 'go', file: first, blob: before }];
    return isArticle(second) ? [{ did: 'come', file: second, blob: after }] : [];
  }
  if (!isArticle(first)) return [];
  if (status === 'A') return [{ did: 'come', file: first, blob: after }];
  if (status === 'D') return [{ did: 'go', file: first, blob: before }];
  return status === 'M' ? [{ did: 'change', file: first, blob: after }] : [];
};

/** Reads what `git log -z --raw --format=%x01%ct` tells. */
const commitsIn = (told: string): Commit[] => {
  const commits: { at: Moment; events: FileEvent[] }[] = [];
  const words = told.split('\0');
  for (let at = 0; at < words.length; at += 1) {
    const word = (words[at] ?? '').replace(/^\n/, '');
    const second = /^\u0001(\d+)$/.exec(word)?.[1];
    if (second !== undefined) {
      commits.push({ at: Number(second) * 1000, events: [] });
      continue;
    }
    const [, before = '', after = '', status] = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) ([A-Z]\d*)$/.exec(word) ?? [];
    if (status === undefined) continue;
    const count = /^[RC]/.test(status) ? 2 : 1;
    commits.at(-1)?.events.push(...eventOf(status, [before, after], words.slice(at + 1, at + 1 + count)));
    at += count;
  }
  return commits;
};

/**
 * The main line of the content folder's history, oldest first; of a merge only what it brought to that line, since names
 * that a branch had for itself were never public. `undefined` where there is nothing to read.
 */
export const readLog = async (contentDir: string): Promise<readonly Commit[] | undefined> => {
  const args = ['log', '--first-parent', '-m', '--reverse', '--raw', '-z', '--no-abbrev', '-M', '--relative'];
  const told = await askGit(contentDir, [...args, '--format=%x01%ct', 'HEAD', '--', 'articles']);
  return told && commitsIn(told.toString('utf8'));
};

/** The bytes of blobs, asked for all at once; what git has not at hand is missing. */
export const readBlobs = async (contentDir: string, blobs: readonly string[]): Promise<Map<string, Buffer>> => {
  const found = new Map<string, Buffer>();
  const out =
    blobs.length === 0 ? undefined : await askGit(contentDir, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  for (let at = 0; out && at < out.length;) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const [, blob = '', size] = /^([0-9a-f]+) blob (\d+)$/.exec(out.toString('latin1', at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    found.set(blob, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
};
