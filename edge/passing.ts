/** What is not kept goes through: forms and their answers, the newsletter's pages, films and documents. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AskedAddress } from '#edge/address';
import { send } from '#edge/answer';
import type { Sent } from '#edge/answer';
import { readWhole, TooLarge } from '#edge/bodies';
import type { RendererLine } from '#edge/line';
import { orPageInstead } from '#edge/pageInstead';
import { headersInward } from '#edge/passage';
import type { Pictures } from '#edge/pictures';
import { answerOf, redirectTo } from '#edge/rendered';
import type { House } from '#edge/rendered';
import { readerAddress } from '#edge/readerAddress';
import { sendStream } from '#edge/streaming';
import type { TrustedProxies } from '#edge/trustedProxies';

/** A request that goes through to the renderer. */
export type Through = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly asked: AskedAddress;
};

/** What going through needs. */
export type Passage = House & {
  readonly line: RendererLine;
  readonly pictures: Pictures;
  /** Proxies that may say for whom they ask. */
  readonly trusted: TrustedProxies;
};

/** Bytes of a form at most. */
export const largestForm = 65_536;
/** Milliseconds until the answer begins; pictures and films, whose first rendition is made on demand, get longer. */
const pageLimit = 10_000;
export const fileLimit = 30_000;

/** Breaks off the question to the renderer when the reader goes away. */
const whileListening = (response: ServerResponse): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};

const headersOf = (request: IncomingMessage, { siteUrl, trusted }: Passage) =>
  headersInward(request.headers, { remote: readerAddress(request, trusted), siteUrl });

const isFile = ({ known }: AskedAddress): boolean =>
  known?.kind === 'picture' || known?.kind === 'card' || known?.kind === 'file';

const wayOf = ({ known }: AskedAddress): { readonly way?: 'picture' | 'file' } => {
  switch (known?.kind) {
    case 'file':
      return { way: 'file' };
    case 'picture':
    case 'card':
      return { way: 'picture' };
    default:
      return {};
  }
};

/** Asks the renderer and sends what it says, to this reader alone. */
export const passThrough = async (through: Through, passage: Passage): Promise<Sent> => {
  const { request, response, asked } = through;
  const keep = passage.pictures.asking();
  const rendered = await passage.line.ask({
    method: 'GET',
    // The address of a file names its bytes; a query says nothing there.
    path: isFile(asked) ? asked.path : asked.path + asked.search,
    headers: headersOf(request, passage),
    limit: isFile(asked) ? fileLimit : pageLimit,
    ...wayOf(asked),
    signal: whileListening(response),
  });
  if (asked.astray && rendered.statusCode === 200) {
    rendered.destroy();
    return send(request, response, redirectTo(asked.path + asked.search, 308, { ...passage, asked }));
  }
  const streams = isFile(asked) && [200, 206, 304, 416].includes(rendered.statusCode ?? 0);
  if (streams) return sendStream({ ...through, rendered }, passage, keep);
  return send(request, response, await answerOf(asked, rendered, passage));
};

/** Sends a form to its route, once, and what the route says back to the reader. */
export const posted = async ({ request, response, asked }: Through, passage: Passage): Promise<Sent> => {
  if (Number(request.headers['content-length'] ?? 0) > largestForm) throw new TooLarge('announced');
  const body = await readWhole(request, largestForm);
  const headers = headersOf(request, passage);
  const signal = whileListening(response);
  const answered = await passage.line.ask({
    method: 'POST',
    path: asked.path + asked.search,
    headers: { ...headers, 'content-length': body.length },
    body,
    limit: pageLimit,
    signal,
  });
  const rendered = await orPageInstead(answered, ({ path, headers: told }) =>
    passage.line.ask({ method: 'GET', path, headers: { ...headers, ...told }, limit: pageLimit, signal }),
  );
  return send(request, response, await answerOf(asked, rendered, passage));
};
