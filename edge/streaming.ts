/** Pictures, films, sound and documents: they go through as they come; small pictures are kept, since their address names their bytes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { AskedAddress } from '#edge/address';
import type { Sent } from '#edge/answer';
import { readWhole } from '#edge/bodies';
import { hasTag } from '#edge/finished';
import type { KeptPicture, Pictures } from '#edge/pictures';
import { otherHeaders } from '#edge/rendered';
import type { House } from '#edge/rendered';

/** One answer on its way: the reader's request, and what the renderer said to it. */
export type Passing = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: AskedAddress;
  readonly rendered: IncomingMessage;
};

/** Larger pictures are few, and the renderer streams them from the disk. */
const largestKept = 400_000;

/** Sends a picture from memory. */
export const sendPicture = (request: IncomingMessage, response: ServerResponse, picture: KeptPicture): Sent => {
  const { headers, tag, body } = picture;
  if (hasTag(request.headers['if-none-match'], tag)) {
    response.writeHead(304, { ...headers, ETag: tag }).end();
    return { status: 304, bytes: 0 };
  }
  response.writeHead(200, { ...headers, ETag: tag, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
  return { status: 200, bytes: body.length };
};

/** Next takes `Content-Length` out of what a route answers; our routes say it again in a header of the house. */
const lengthOf = ({ headers }: IncomingMessage): number | undefined => {
  const length = headers['content-length'] ?? headers['x-body-length'];
  return typeof length === 'string' && /^\d+$/.test(length) ? Number(length) : undefined;
};

/** Whether a picture is worth keeping: whole, small, and the same for ever at this address. */
const mayKeep = ({ request, asked, rendered }: Passing): boolean =>
  (asked.known?.kind === 'picture' || asked.known?.kind === 'card') &&
  rendered.statusCode === 200 &&
  rendered.headers.etag !== undefined &&
  request.headers.range === undefined &&
  (lengthOf(rendered) ?? Infinity) <= largestKept;

/** Sends what the renderer streams, with the tag that its route gave. */
export const sendStream = async (
  passing: Passing,
  house: House,
  keep: ReturnType<Pictures['asking']>,
): Promise<Sent> => {
  const { request, response, rendered, asked } = passing;
  const status = rendered.statusCode ?? 500;
  const headers = otherHeaders(asked, rendered, house);
  const tag = rendered.headers.etag;
  if (tag !== undefined && mayKeep(passing)) {
    const picture = { headers, tag, body: await readWhole(rendered, largestKept) };
    keep(asked.path, picture);
    return sendPicture(request, response, picture);
  }
  // Whether the reader has it comes before which part he wants (RFC 9110, 13.2.2).
  const known = status < 300 && tag !== undefined && hasTag(request.headers['if-none-match'], tag);
  const length = lengthOf(rendered);
  const { 'content-range': _part, ...whole } = headers;
  response.writeHead(known ? 304 : status, {
    ...(known ? whole : headers),
    ...(tag && { ETag: tag }),
    ...(length !== undefined && !known && { 'Content-Length': length }),
  });
  if (known || request.method === 'HEAD') {
    rendered.destroy();
    response.end();
    return { status: known ? 304 : status, bytes: 0 };
  }
  await pipeline(rendered, response);
  return { status, bytes: length ?? 0 };
};
