/** Pictures in the sizes that pages ask for: `/pictures/<hash>/news-640.avif`. */
import { answerPicture } from '#archive/pictures/answerPicture';
import { darkroom } from '../../../darkroom';
import { archive, now } from '../../../paper';

export const dynamic = 'force-dynamic';

/** The picture, 304 or 404. */
export const GET = (request: Request): Promise<Response> => answerPicture(request, { archive, darkroom, now: now() });

/** The same without the bytes. */
export const HEAD = GET;
