/** What the versions of an article that git keeps said: read in worker threads, as the files of today are. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, type PackedReading } from '#archive/desk';
import { openDesks } from '#archive/desks';
import { readBlobs } from '#archive/history/readLog';
import type { ReadingContext } from '#archive/reading';

/** One version of a file. */
export type Version = { readonly file: string; readonly blob: string };

/** What a version said; `undefined` where it is not known. */
export type ReadVersion = (version: Version) => PackedReading | undefined;

/** Versions that are read at most, the latest first: some ten seconds of work beside everything else. */
const mostRead = 5000;

const named = ({ file, blob }: Version): string => `${blob} ${file}`;

/** Reads versions; bytes lie in a temporary folder meanwhile, since the desks read files. */
export const readVersions = async (
  contentDir: string,
  versions: readonly Version[],
  context: ReadingContext,
): Promise<ReadVersion> => {
  const wanted = new Map(versions.slice(-mostRead).map((version) => [named(version), version]));
  const bytes = await readBlobs(contentDir, [...new Set([...wanted.values()].map(({ blob }) => blob))]);
  const read = new Map<string, PackedReading>();
  const folder = mkdtempSync(join(tmpdir(), 'standfirst-history-'));
  const desks = openDesks(folder, context);
  try {
    for (const [blob, content] of bytes) writeFileSync(join(folder, blob), content);
    const hashes = new Map([...bytes].map(([blob, content]) => [hashOf(content), blob]));
    const tasks = [...wanted.values()]
      .filter(({ blob }) => bytes.has(blob))
      .map(({ file, blob }) => ({ file, onDisk: blob }));
    await desks.read(tasks, (answers) => {
      for (const answer of answers) {
        if (answer.is !== 'read') continue;
        const blob = hashes.get(answer.hash);
        if (blob !== undefined) read.set(named({ file: answer.file, blob }), answer.reading);
      }
    });
  } finally {
    await desks.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return (version) => read.get(named(version));
};
