/** Opens the archive for reading: the questions of `archive/questions.ts`, answered from `archive.db`. */
import type { Archive } from '#archive/questions';

/** Where the archive lies, and whether drafts and embargoed pieces are shown, marked (development only). */
export type ArchivePlace = { readonly dataDir: string; readonly preview?: boolean };

/** A window on the archive; waits for nothing: where `archive.db` is not there yet, it throws and says so. */
export declare const openArchive: (place: ArchivePlace) => Archive;
