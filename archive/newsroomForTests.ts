/** A throwaway newsroom for tests: files in a temporary folder, an archive of them, and a clock that the test moves. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openArchive } from '#archive/archive';
import { createIngest, type Ingest } from '#archive/ingest';
import type { Archive } from '#archive/questions';
import type { EditionNote } from '#archive/store/edition';
import type { Moment } from '#model/moment';

/** A newsroom that a test fills, edits and asks. */
export type TestNewsroom = {
  readonly contentDir: string;
  readonly dataDir: string;
  readonly ingest: Ingest;
  readonly archive: Archive;
  /** Writes a file of `content/`. */
  write(file: string, text: string | Uint8Array): void;
  remove(file: string): void;
  /** Makes an edition of the whole folder. */
  publish(): Promise<EditionNote>;
  /** The present moment, and the hands of the clock: `2026-10-15T09:00:00+03:00`. */
  now(): Moment;
  setClock(iso: string): void;
  close(): Promise<void>;
};

const timeZone = 'Africa/Nairobi';

/** Opens an empty newsroom at 15 October 2026, 09:00 in Nairobi. */
export const openTestNewsroom = (): TestNewsroom => {
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  const contentDir = join(folder, 'content');
  const dataDir = join(folder, 'data');
  mkdirSync(contentDir);
  let moment = Date.parse('2026-10-15T09:00:00+03:00');
  const now = (): Moment => moment;
  const site = { timeZone, timeZoneName: 'EAT', smartPunctuation: false };
  const ingest = createIngest({ contentDir, dataDir, site, now });
  const archive = openArchive({ dataDir });
  return {
    contentDir,
    dataDir,
    ingest,
    archive,
    write(file, text) {
      mkdirSync(dirname(join(contentDir, file)), { recursive: true });
      writeFileSync(join(contentDir, file), text);
    },
    remove: (file) => {
      rmSync(join(contentDir, file), { recursive: true });
    },
    publish: () => ingest.run(),
    now,
    setClock(iso) {
      moment = Date.parse(iso);
    },
    async close() {
      archive.close();
      await ingest.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Front matter that every article needs, changed by `fields` (`undefined` leaves one out), and a body. */
export const articleWith = (
  fields: Readonly<Record<string, string | undefined>> = {},
  body = 'The bridge is open again.',
): string => {
  const all: Record<string, string | undefined> = {
    headline: 'Harbour bridge reopens after eleven days',
    standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.',
    category: 'counties',
    authors: '[amina-wafula]',
    publishedAt: '2026-10-15 06:00',
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
};
