/** Asks git about the content folder; where there is no git, or it does not answer, there is nothing to know. */
import { spawnSync } from 'node:child_process';

const git = (contentDir: string, args: readonly string[], input = ''): Buffer | undefined => {
  const ran = spawnSync('git', ['-c', 'core.quotepath=off', ...args], {
    cwd: contentDir,
    input,
    timeout: 10_000,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return ran.status === 0 ? ran.stdout : undefined;
};

/** A file that the last commit has and the folder has not; `to` where git sees that it was renamed. */
export type GoneFile = { readonly from: string; readonly to?: string };

/** Files that were renamed or deleted since the last commit, as paths inside the content folder. */
export const goneSinceCommit = (contentDir: string): GoneFile[] => {
  const args = ['diff', '--name-status', '-z', '-M', '--diff-filter=DR', '--relative', 'HEAD', '--', '.'];
  const words = (git(contentDir, args) ?? '').toString('utf8').split('\0');
  const found: GoneFile[] = [];
  for (let at = 0; at < words.length - 1; at += 1) {
    const status = words[at] ?? '';
    const from = words[at + 1];
    if (from === undefined) break;
    if (status.startsWith('R')) {
      const to = words[at + 2];
      found.push({ from, ...(to !== undefined && { to }) });
      at += 2;
    } else {
      found.push({ from });
      at += 1;
    }
  }
  return found;
};

/** The last commit's bytes of files inside the content folder, asked for all at once. */
export const committedBytes = (contentDir: string, files: readonly string[]): Map<string, Buffer> => {
  const found = new Map<string, Buffer>();
  // A line end in a name would be read as two questions.
  const asked = files.filter((file) => !file.includes('\n'));
  if (asked.length === 0) return found;
  const out = git(contentDir, ['cat-file', '--batch'], asked.map((file) => `HEAD:./${file}\n`).join(''));
  if (!out) return found;
  let at = 0;
  for (const file of asked) {
    const end = out.indexOf(10, at);
    if (end < 0) break;
    const size = /^[0-9a-f]+ blob (\d+)$/.exec(out.toString('utf8', at, end))?.[1];
    at = end + 1;
    if (size === undefined) continue;
    found.set(file, out.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
};
