/** The front door: every request of every reader comes through here, and every answer goes out here. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import { send } from '#edge/answer';
import { readWhole, TooLarge } from '#edge/bodies';
import { healthAddress, healthReport } from '#edge/health';
import type { Health } from '#edge/health';
import { RendererAway } from '#edge/line';
import type { RendererLine } from '#edge/line';
import { complain } from '#edge/log';
import { orPageInstead } from '#edge/pageInstead';
import { headersInward } from '#edge/passage';
import { plainAnswer } from '#edge/plainAnswer';
import { redirectTo, relay } from '#edge/relay';
import type { Relay } from '#edge/relay';
import type { StaticFile } from '#edge/staticFiles';

/** What the door is made of. */
export type Door = Relay & {
  readonly line: RendererLine;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly health: () => Health;
};

/** Bytes of a form at most. */
const largestForm = 65_536;
/** Milliseconds a page may take; pictures and films, whose first rendition is made on demand, get longer. */
const pageLimit = 10_000;
const fileLimit = 30_000;

/** Answers one request. Never rejects: what goes wrong becomes one of the door's own pages. */
export const frontDoor =
  (door: Door) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await answer(request, response, door);
    } catch (fault) {
      if (response.headersSent || response.destroyed) return void response.destroy();
      const away = fault instanceof RendererAway;
      const large = fault instanceof TooLarge && request.method === 'POST';
      if (!large) complain('edge', `${away ? '503' : '500'} to ${pathOf(request)}: ${reasonOf(fault)}`);
      const status = large ? 413 : away ? 503 : 500;
      await send(request, response, plainAnswer(status, door.policies, large ? { Connection: 'close' } : {}));
    }
  };

/** For the log. Queries stay out of it: they hold what readers looked for, and the tokens of their letters. */
const pathOf = ({ url = '' }: IncomingMessage): string => (url.split('?', 1)[0] ?? '').slice(0, 200);

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

const answer = async (request: IncomingMessage, response: ServerResponse, door: Door): Promise<void> => {
  const { method } = request;
  const target = request.url ?? '';
  const asked = readAddress(target);
  const refused = asked === undefined || isPrivate(asked);
  const mayPost = asked?.known?.kind === 'form' && !healthAddress(asked.address);
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && mayPost)) {
    const allow = mayPost ? 'GET, HEAD, POST' : 'GET, HEAD';
    return send(request, response, plainAnswer(405, door.policies, { Allow: allow, Connection: 'close' }));
  }
  if (refused) return send(request, response, plainAnswer(404, door.policies));
  if (method === 'POST') return posted(request, response, asked, door);
  const file = door.files.get(target.split('?', 1)[0] ?? '');
  if (file) return send(request, response, fileAnswer(file, door));
  if (asked.known?.kind === 'static') return send(request, response, plainAnswer(404, door.policies));
  const health = healthAddress(asked.address);
  if (health) return send(request, response, healthAnswer(health, door));
  return got(request, response, asked, door);
};

/** Addresses with which the processes speak to each other; from outside they are nothing. */
const isPrivate = ({ address }: AskedAddress): boolean => /^\/(?:gone-notice|_not-found|_error)(?:\/|$)/.test(address);

const fileAnswer = ({ type, cacheControl, body }: StaticFile, { policies }: Door) => ({
  status: 200,
  headers: { ...policies.other, 'Content-Type': type, 'Cache-Control': cacheControl },
  body,
});

const healthAnswer = (which: 'live' | 'ready', { policies, health }: Door) => {
  const { status, body } = healthReport(which, health());
  const headers = { ...policies.other, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers, body: Buffer.from(body) };
};

/** Breaks off the question to the renderer when the reader goes away. */
const whileListening = (response: ServerResponse): AbortSignal => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return gone.signal;
};

const got = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedAddress,
  door: Door,
): Promise<void> => {
  const kind = asked.known?.kind;
  const rendered = await door.line.ask({
    method: 'GET',
    path: asked.path + asked.search,
    headers: headersInward(request.headers, { remote: request.socket.remoteAddress, siteUrl: door.siteUrl }),
    limit: kind === 'picture' || kind === 'file' ? fileLimit : pageLimit,
    signal: whileListening(response),
  });
  // Written otherwise than in its one form: one redirect there, unless the renderer sends further or knows of nothing.
  if (asked.astray && rendered.statusCode === 200) {
    rendered.destroy();
    return send(request, response, redirectTo(asked.path + asked.search, 308, door.policies));
  }
  return relay({ request, response, asked, rendered }, door);
};

const posted = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedAddress,
  door: Door,
): Promise<void> => {
  if (Number(request.headers['content-length'] ?? 0) > largestForm) throw new TooLarge('announced');
  const body = await readWhole(request, largestForm);
  const headers = headersInward(request.headers, { remote: request.socket.remoteAddress, siteUrl: door.siteUrl });
  const signal = whileListening(response);
  const answered = await door.line.ask({
    method: 'POST',
    path: asked.path + asked.search,
    headers: { ...headers, 'content-length': body.length },
    body,
    limit: pageLimit,
    signal,
  });
  const rendered = await orPageInstead(answered, ({ path, headers: told }) =>
    door.line.ask({ method: 'GET', path, headers: { ...headers, ...told }, limit: pageLimit, signal }),
  );
  return relay({ request, response, asked, rendered }, door);
};
