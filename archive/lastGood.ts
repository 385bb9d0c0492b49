/** Where the archive is new and a file is bad, git may still know the version that the public last saw. */
import { spawnSync } from 'node:child_process';
import { readDocument } from '#archive/readDocument';
import { pack, type PackedReading } from '#archive/desk';
import type { ReadingContext } from '#archive/reading';

/** Versions that are looked at, at most, newest first. */
const mostVersions = 20;

const git = (contentDir: string, ...args: string[]): Buffer | undefined => {
  const ran = spawnSync('git', args, {
    cwd: contentDir,
    timeout: 5000,
    maxBuffer: 4 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return ran.status === 0 ? ran.stdout : undefined;
};

/** Whether the content folder is under git at all. */
export const underGit = (contentDir: string): boolean =>
  git(contentDir, 'rev-parse', '--is-inside-work-tree')?.toString().trim() === 'true';

/**
 * The newest committed version of a file that has no problems. `undefined` where there is none, where git is not installed,
 * or where the newest committed versions show that the piece was taken down.
 */
export const lastGoodFromGit = (
  contentDir: string,
  file: string,
  context: ReadingContext,
): PackedReading | undefined => {
  const log = git(contentDir, 'log', `-${mostVersions}`, '--format=%H', '--', file);
  for (const version of (log ?? '').toString().split('\n').filter(Boolean)) {
    const bytes = git(contentDir, 'show', `${version}:./${file}`);
    if (!bytes) continue;
    const reading = readDocument(file, bytes, context);
    if (reading.value) return pack(reading);
    if (reading.takeDown) return undefined;
  }
  return undefined;
};
