/** Writes an answer to a reader: compressed, with its ETag, 304 where the reader has it, no body for HEAD. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compress, encodingFor, varies } from '#edge/compression';

/** A finished answer before it is compressed. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** Bytes of a hash that tell two answers apart: 16, as 22 letters. */
const tagOf = (body: Buffer): string =>
  createHash('sha256').update(body).digest().subarray(0, 16).toString('base64url');

/** Whether `If-None-Match` names this tag; the comparison is weak, as RFC 9110 (13.1.2) wants it. */
export const hasTag = (header: string | undefined, tag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((entry) => entry.trim().replace(/^W\//, '') === tag));

/** Sends a finished answer. Statuses other than 200 go out whole and without a tag. */
export const send = async (request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> => {
  const type = answer.headers['Content-Type'] ?? answer.headers['content-type'];
  const encoding = encodingFor(request.headers['accept-encoding'] as string | undefined, type, answer.body.length);
  response.statusCode = answer.status;
  for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
  if (varies(type)) response.setHeader('Vary', 'Accept-Encoding');
  if (answer.status === 200) {
    // A strong tag names bytes, so each encoding has its own.
    const tag = `"${tagOf(answer.body)}${encoding === 'identity' ? '' : `-${encoding}`}"`;
    response.setHeader('ETag', tag);
    if (hasTag(request.headers['if-none-match'], tag)) {
      response.statusCode = 304;
      response.removeHeader('Content-Type');
      response.removeHeader('content-type');
      response.end();
      return;
    }
  }
  const body = await compress(answer.body, encoding);
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.setHeader('Content-Length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
};
