/** Cards of shared links for pieces without a photo: `/cards/<hash>/2026/10/15/harbour-bridge-reopens.png`. */
import { resolve } from 'node:path';
import { answerCard } from '#archive/pictures/answerCard';
import { openCardStudio } from '#archive/pictures/cardStudio';
import { archive, now, settings, site } from '../../../../../../paper';

export const dynamic = 'force-dynamic';

const studio = openCardStudio({
  dataDir: settings.dataDir,
  // Pango reads the face from disk, and the paper is started in its own folder.
  fontFile: resolve(/*turbopackIgnore: true*/ 'app/fonts/standfirst-serif-bold.ttf'),
  now,
});

/** The card, 304 or 404. */
export const GET = (request: Request): Promise<Response> =>
  answerCard(request, { archive, studio, paperName: site.name, now: now() });

/** The same without the bytes. */
export const HEAD = GET;
