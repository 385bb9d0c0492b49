/** Brings the archive in step with `content/` before it is mirrored, also beside a site that runs on the same archive. */
import { createIngest, type IngestPlace } from '#archive/ingest';
import type { EditionNote } from '#archive/store/edition';

/** Milliseconds between two tries while another process writes, and how long it is tried. */
const retryAfter = 1000;
const longest = 120_000;

const isBusy = (fault: unknown): boolean =>
  fault instanceof Error && /database is locked|SQLITE_BUSY/i.test(fault.message);

/**
 * Makes an edition of what changed, if anything. One writer at a time: SQLite keeps the publisher of a running site and this
 * one apart, whoever comes second finds nothing left to do, and each tells its own readers.
 */
export const freshArchive = async (place: IngestPlace): Promise<EditionNote> => {
  const until = performance.now() + longest;
  for (;;) {
    try {
      const ingest = createIngest(place);
      try {
        return await ingest.run();
      } finally {
        await ingest.close();
      }
    } catch (fault) {
      if (!isBusy(fault) || performance.now() > until) throw fault;
      await new Promise((again) => setTimeout(again, retryAfter));
    }
  }
};
