/** Answers a request for a rendition: only listed ones, only of pictures that a public piece uses at this moment. */
import { type Darkroom, renditionName } from '#archive/pictures/darkroom';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import { hasAlready, lengthHeaders, notThere, pathOf, sharedHeaders, tooBusy } from '#archive/pictures/plainAnswer';
import type { Archive } from '#archive/questions';
import type { Moment } from '#model/moment';
import { isOffered, parseRendition, type RenditionFormat } from '#model/renditions';

const mimes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const satisfies Record<
  RenditionFormat,
  string
>;

/** What answering needs: the archive's gate, the darkroom and the moment. */
export type PictureDesk = {
  readonly archive: Pick<Archive, 'picture'>;
  readonly darkroom: Darkroom;
  readonly now: Moment;
};

/** 200 with the picture, 304, 404 for everything that is not there, 503 under a flood; never an error. */
export const answerPicture = async (request: Request, { archive, darkroom, now }: PictureDesk): Promise<Response> => {
  const rendition = parseRendition(pathOf(request) ?? '');
  const photo = rendition && archive.picture(rendition.hash, now);
  if (!rendition || photo?.hash !== rendition.hash || !isOffered(photo, rendition)) return notThere();

  const etag = `"${renditionName(rendition)}"`;
  const headers = { ...sharedHeaders, 'Content-Type': mimes[rendition.format], ETag: etag };
  if (hasAlready(request, etag)) return new Response(null, { status: 304, headers });
  try {
    const bytes = await darkroom.rendition(photo, rendition);
    if (!bytes) return notThere();
    const body = request.method === 'HEAD' ? null : new Uint8Array(bytes);
    return new Response(body, { headers: { ...headers, ...lengthHeaders(bytes.length) } });
  } catch (error) {
    if (error instanceof TooManyWaiting) return tooBusy();
    throw error;
  }
};
