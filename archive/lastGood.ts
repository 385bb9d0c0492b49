/** Where the archive is new and a file is bad, git may still know the version that the public last saw. */
import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '#archive/readDocument';
import { pack, type PackedReading } from '#archive/desk';
import type { ReadingContext } from '#archive/reading';
import type { Moment } from '#model/moment';

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

/** A version that git keeps, and whether the public may have it. */
export type LastGood = {
  readonly reading: PackedReading;
  /** It was still under embargo when a broken version took its place: time never publishes a broken file. */
  readonly held: boolean;
};

type Version = { readonly id: string; readonly at: Moment };

/** Versions of the main line, newest first; those of a branch were never public. */
const versionsOf = (contentDir: string, file: string): Version[] =>
  (git(contentDir, 'log', `-${mostVersions}`, '--first-parent', '-m', '--format=%H %ct', '--', file) ?? '')
    .toString()
    .split('\n')
    .flatMap((line): Version[] => {
      const [id = '', at] = line.split(' ');
      return at === undefined ? [] : [{ id, at: Number(at) * 1000 }];
    });

/** When the file as it lies there was written: where the newest commit is good, somebody has broken it since. */
const writtenAt = (path: string, now: Moment): Moment =>
  Math.min(now, lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now);

const isHeld = ({ value }: PackedReading, until: Moment): boolean =>
  value?.kind === 'article' && value.article.publishedAt > until;

/**
 * The newest committed version of a file that has no problems. `undefined` where there is none, where git is not installed,
 * or where the newest committed versions show that the piece was taken down.
 */
export const lastGoodFromGit = (
  { contentDir, context, now }: { readonly contentDir: string; readonly context: ReadingContext; readonly now: Moment },
  file: string,
): LastGood | undefined => {
  let until = writtenAt(join(contentDir, file), now);
  for (const { id, at } of versionsOf(contentDir, file)) {
    const bytes = git(contentDir, 'show', `${id}:./${file}`);
    const reading = bytes && readDocument(file, bytes, context);
    if (reading?.value) {
      const packed = pack(reading);
      return { reading: packed, held: isHeld(packed, until) };
    }
    if (reading?.takeDown) return undefined;
    until = at;
  }
  return undefined;
};
