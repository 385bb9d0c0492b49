/** An answer that is made for one reader alone: of a form, a refusal, a redirect. What is kept goes out by `finished.ts`. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { encodingOf, finish, prepare, write } from '#edge/finished';
import type { Finished } from '#edge/finished';

/** A finished answer before it is compressed. */
export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

/** What went out: the status (304 where the reader had it) and the bytes of its body. */
export type Sent = { readonly status: number; readonly bytes: number };

/** Sends a finished response, compressed as this reader likes it. */
export const sendFinished = async (
  request: IncomingMessage,
  response: ServerResponse,
  finished: Finished,
): Promise<Sent> => {
  const encoding = encodingOf(finished, request);
  await prepare(finished, encoding);
  return write(finished, encoding, request, response);
};

/** Sends an answer that nobody else will get. */
export const send = (request: IncomingMessage, response: ServerResponse, answer: Answer): Promise<Sent> =>
  sendFinished(request, response, finish(answer));
