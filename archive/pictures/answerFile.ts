/** Answers a request for sound, a document, a video file or captions: streamed, with seeking, never as a page of ours. */
import { byteRangeOf } from '#archive/pictures/byteRange';
import { TooManyWaiting } from '#archive/pictures/fewAtOnce';
import { hasAlready, lengthHeaders, notThere, pathOf, sharedHeaders, tooBusy } from '#archive/pictures/plainAnswer';
import { type ProvenFile, provenFile } from '#archive/pictures/provenFile';
import { servedTypeFor } from '#archive/pictures/servedType';
import type { Archive, Asset } from '#archive/questions';
import { fileNameOf, parseFileAddress } from '#model/fileAddress';
import type { Moment } from '#model/moment';

/** What answering needs: the archive's gate, the content folder and the moment. */
export type FileDesk = {
  readonly archive: Pick<Archive, 'asset'>;
  readonly contentDir: string;
  readonly now: Moment;
};

const assetAt = (request: Request, { archive, now }: FileDesk): Asset | undefined => {
  const address = parseFileAddress(pathOf(request) ?? '');
  const asset = address && archive.asset(address.hash, now);
  return asset && fileNameOf(asset.file).normalize('NFC') === address.name ? asset : undefined;
};

/** Nothing is read before the server asks: a reader who is gone by then costs nothing. */
const streamOf = (chunks: AsyncGenerator<Uint8Array<ArrayBuffer>, void>): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (value) controller.enqueue(value);
        if (done) controller.close();
      },
      cancel: () => chunks.return().then(() => undefined),
    },
    { highWaterMark: 0 },
  );

/** A range counts only for GET (RFC 9110, 14.2), and for the very file the asker holds a part of (`If-Range`, 13.1.5). */
const rangeOf = (request: Request, etag: string, size: number): ReturnType<typeof byteRangeOf> => {
  if (request.method !== 'GET') return byteRangeOf(null, size);
  const condition = request.headers.get('if-range');
  return byteRangeOf(condition === null || condition === etag ? request.headers.get('range') : null, size);
};

const sent = (
  request: Request,
  { size, bytes }: ProvenFile,
  headers: Readonly<Record<string, string>> & { readonly ETag: string },
): Response => {
  const range = rangeOf(request, headers.ETag, size);
  if (range.send === 'none') {
    return new Response(null, { status: 416, headers: { ...headers, 'Content-Range': `bytes */${size}` } });
  }
  const [from, to] = range.send === 'part' ? [range.from, range.to] : [0, size - 1];
  const body = request.method === 'HEAD' || size === 0 ? null : streamOf(bytes(from, to));
  return new Response(body, {
    status: range.send === 'part' ? 206 : 200,
    headers: {
      ...headers,
      ...lengthHeaders(to - from + 1),
      ...(range.send === 'part' && { 'Content-Range': `bytes ${from}-${to}/${size}` }),
    },
  });
};

/** 200, 206, 304, 416, 404 for everything that is not there, 503 under a flood; never an error. */
export const answerFile = async (request: Request, desk: FileDesk): Promise<Response> => {
  const asset = assetAt(request, desk);
  if (!asset) return notThere();
  const { type, disposition } = servedTypeFor(asset.mime, fileNameOf(asset.file).normalize('NFC'));
  const headers = {
    ...sharedHeaders,
    'Content-Type': type,
    'Content-Disposition': disposition,
    'Accept-Ranges': 'bytes',
    ETag: `"${asset.hash}"`,
  };
  if (hasAlready(request, headers.ETag)) return new Response(null, { status: 304, headers });
  try {
    const file = await provenFile(desk.contentDir, asset);
    return file ? sent(request, file, headers) : notThere();
  } catch (error) {
    return error instanceof TooManyWaiting ? tooBusy() : notThere();
  }
};
