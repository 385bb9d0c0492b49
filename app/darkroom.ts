/** The one darkroom of this process, for pages' pictures and for the feeds that name them. */
import { openDarkroom } from '#archive/pictures/darkroom';
import { openLengths } from '#archive/pictures/lengths';
import { now, settings } from './paper';

/** Makes and keeps renditions. */
export const darkroom = openDarkroom({ contentDir: settings.contentDir, dataDir: settings.dataDir, now });

/** How many bytes pictures have. */
export const lengths = openLengths(darkroom);
