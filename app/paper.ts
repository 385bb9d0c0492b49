/** Binds routes to this publication: its facts, its archive, its clock. */
import { openArchive } from '#archive/archive';
import { settings } from '../settings';

export { site } from '#site';
export { now } from '../clock';
export { settings };

/** The archive that every route asks; opened once for each process. */
export const archive = openArchive({ dataDir: settings.dataDir, preview: settings.preview });
