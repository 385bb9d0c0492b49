/** Sound, documents, video files and captions: `/files/<hash>/<name>`, with ranges for players that seek. */
import { answerFile } from '#archive/pictures/answerFile';
import { archive, now, settings } from '../../../paper';

export const dynamic = 'force-dynamic';

/** The file or a part of it, 304, 404 or 416. */
export const GET = (request: Request): Promise<Response> =>
  answerFile(request, { archive, contentDir: settings.contentDir, now: now() });

/** The same without the bytes. */
export const HEAD = GET;
