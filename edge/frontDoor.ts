/** The front door: every request of every reader comes through here, and every answer goes out here. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { isPrivate } from '#edge/address';
import type { AskedAddress } from '#edge/address';
import { send, sendFinished } from '#edge/answer';
import type { Sent } from '#edge/answer';
import type { Outcome } from '#edge/counting';
import { TooLarge } from '#edge/bodies';
import { encodingOf, finish, write } from '#edge/finished';
import type { Finished } from '#edge/finished';
import { healthAddress, healthReport } from '#edge/health';
import type { Health } from '#edge/health';
import { notFoundAsked } from '#edge/keeping';
import type { Keeping } from '#edge/keeping';
import { RendererAway } from '#edge/line';
import type { RendererLine } from '#edge/line';
import { complain } from '#edge/log';
import { meantFor } from '#edge/meant';
import { passThrough, posted } from '#edge/passing';
import type { Pictures } from '#edge/pictures';
import { plainAnswer } from '#edge/plainAnswer';
import { publishAddress } from '#edge/publishAddress';
import type { PublishDoor } from '#edge/publishDoor';
import { redirectTo } from '#edge/rendered';
import type { House } from '#edge/rendered';
import { RenderFault } from '#edge/renderFault';
import type { ReadTarget, Targets } from '#edge/targets';
import { noteOutcome } from '#edge/serverTiming';
import { sparingly } from '#edge/sparingly';
import { askStanding } from '#edge/standing';
import { sendPicture } from '#edge/streaming';
import type { TrustedProxies } from '#edge/trustedProxies';
import { meantBy } from '#model/strayForms';

/** What the door is made of. */
export type Door = House & {
  readonly line: RendererLine;
  readonly keeping: Keeping;
  readonly pictures: Pictures;
  readonly targets: Targets;
  readonly trusted: TrustedProxies;
  readonly health: () => Health;
  /** Hears the git host; absent where nobody is heard. */
  readonly publish?: PublishDoor;
  /** Told of each answer that went out, with what lay there. Must not throw. */
  readonly answered?: (request: IncomingMessage, asked: AskedAddress | undefined, told: Told) => void;
};

/** What went out, how it came about, and how long that took in milliseconds. */
export type Told = Sent & { readonly outcome: Outcome; readonly ms: number };

/** What went out, and how it came about. */
type Reported = Sent & { readonly outcome: Outcome };

const reported = async (
  response: ServerResponse,
  outcome: Outcome,
  send: () => Promise<Sent> | Sent,
): Promise<Reported> => {
  noteOutcome(response, outcome);
  return { ...(await send()), outcome };
};

/** Answers one request. Never rejects: what goes wrong becomes one of the door's own pages. */
export const frontDoor =
  (door: Door) =>
  (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const target = door.targets.read(request.url ?? '');
    const tell = (sent: Sent, outcome: Outcome): void =>
      door.answered?.(request, target?.asked, { ...sent, outcome, ms: performance.now() - began });
    const sent = atOnce(request, response, target, door);
    if (sent) return tell(sent, 'kept');
    answer(request, response, target, door).then(
      (late) => tell(late, late.outcome),
      (fault: unknown) => void answerFault(request, response, fault, door).then((said) => said && tell(said, 'door')),
    );
  };

/** The common case, without a promise: a finished response in memory, in the encoding this reader takes. */
const atOnce = (
  request: IncomingMessage,
  response: ServerResponse,
  target: ReadTarget | undefined,
  { keeping }: Door,
): Sent | undefined => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
  const finished =
    target?.file ?? (target?.key === undefined ? undefined : keeping.atHand(target.key, target.asked)?.finished);
  if (!finished) return undefined;
  const encoding = encodingOf(finished, request);
  return finished.forms.has(encoding) ? write(finished, encoding, request, response) : undefined;
};

const complainSparingly = sparingly((what) => complain('edge', what));

const answerFault = async (
  request: IncomingMessage,
  response: ServerResponse,
  fault: unknown,
  { policies }: Door,
): Promise<Sent | undefined> => {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return undefined;
  }
  const passing = fault instanceof RendererAway || fault instanceof RenderFault;
  const large = fault instanceof TooLarge && request.method === 'POST';
  if (!large) complainSparingly(`${passing ? '503' : '500'} to ${pathOf(request)}: ${reasonOf(fault)}`);
  const status = large ? 413 : passing ? 503 : 500;
  noteOutcome(response, 'door');
  return send(request, response, plainAnswer(status, policies, large ? { Connection: 'close' } : {})).catch(() => {
    response.destroy();
    return undefined;
  });
};

/** For the log. Queries stay out of it: they hold what readers looked for, and the tokens of their letters. */
const pathOf = ({ url = '' }: IncomingMessage): string => (url.split('?', 1)[0] ?? '').slice(0, 200);

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  target: ReadTarget | undefined,
  door: Door,
): Promise<Reported> => {
  const { method } = request;
  const asked = target?.asked;
  if (asked?.address === publishAddress) return reported(response, 'door', () => heardFrom(request, response, door));
  const health = asked && healthAddress(asked.address);
  const mayPost = asked?.known?.kind === 'form' && !health;
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && mayPost)) {
    const allow = mayPost ? 'GET, HEAD, POST' : 'GET, HEAD';
    return reported(response, 'door', () =>
      send(request, response, plainAnswer(405, door.policies, { Allow: allow, Connection: 'close' })),
    );
  }
  if (!target || !asked || isPrivate(asked)) {
    return reported(response, 'door', () => send(request, response, plainAnswer(404, door.policies)));
  }
  if (method === 'POST') return reported(response, 'passed', () => posted({ request, response, asked }, door));
  const { file } = target;
  if (file) return reported(response, 'kept', () => sendFinished(request, response, file));
  if (health) return reported(response, 'door', () => send(request, response, healthAnswer(health, door)));
  return got(request, response, asked, door);
};

/** What the git host says is heard here: no form and no page of the renderer lies at that address. */
const heardFrom = async (request: IncomingMessage, response: ServerResponse, door: Door): Promise<Sent> => {
  const answered = door.publish
    ? await door.publish(request)
    : plainAnswer(404, door.policies, { Connection: 'close' });
  return send(request, response, answered);
};

const healthAnswer = (which: 'live' | 'ready', { policies, health }: Door) => {
  const { status, body } = healthReport(which, health());
  const headers = { ...policies.other, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers, body: Buffer.from(body) };
};

const got = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedAddress,
  door: Door,
): Promise<Reported> => {
  switch (asked.known?.kind) {
    case 'static':
      return reported(response, 'door', () => send(request, response, plainAnswer(404, door.policies)));
    case 'picture':
    case 'card': {
      const picture = request.headers.range === undefined ? await door.pictures.find(asked.path) : undefined;
      return picture
        ? reported(response, 'kept', () => sendPicture(request, response, picture))
        : reported(response, 'passed', () => passThrough({ request, response, asked }, door));
    }
    case 'newsletter':
      // `/newsletter/amp` has the form of a step and is none.
      if (meantBy(asked.address).length > 0) return nothingAt(request, response, asked, door);
      return reported(response, 'passed', () => passThrough({ request, response, asked }, door));
    case 'file':
    case 'form':
      return reported(response, 'passed', () => passThrough({ request, response, asked }, door));
    default:
      return kept(request, response, asked, door);
  }
};

const kept = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedAddress,
  door: Door,
): Promise<Reported> => {
  const old = door.targets.mayBeOld(asked) ? await askStanding(asked, door) : undefined;
  if (old) return reported(response, 'rendered', () => send(request, response, old));
  const outcome = await door.keeping.bring(asked.path, asked);
  if (outcome.is === 'nothing') return nothingAt(request, response, asked, door);
  // Written otherwise than in its one form: one redirect there, unless what lies there leads further or is gone.
  if (asked.astray && outcome.finished.status === 200) {
    return reported(response, 'door', () => sendTo(request, response, { ...asked, search: '' }, door));
  }
  return reported(response, outcome.by, () => sendFinished(request, response, outcome.finished));
};

/** To the one form of an address, for ever; the query does not go along, since none of these pages reads one. */
const sendTo = (request: IncomingMessage, response: ServerResponse, at: AskedAddress, door: Door): Promise<Sent> =>
  send(request, response, redirectTo(at.path + at.search, 308, { ...door, asked: at }));

/** Nothing is there: to the page that was meant, if there is one. */
const nothingAt = async (
  request: IncomingMessage,
  response: ServerResponse,
  asked: AskedAddress,
  door: Door,
): Promise<Reported> => {
  const meant = await meantFor(asked, door.keeping);
  if (!meant) {
    const page = await notFoundPage(door);
    return reported(response, 'door', () => sendFinished(request, response, page));
  }
  return reported(response, 'door', () =>
    'at' in meant ? sendTo(request, response, meant.at, door) : sendFinished(request, response, meant.said),
  );
};

const plainNotFound = ({ policies }: Door): Finished => finish(plainAnswer(404, policies));

/** The rendered 404 page: kept like any other, so that a flood of made-up addresses renders nothing. */
const notFoundPage = (door: Door): Promise<Finished> =>
  door.keeping.bring(notFoundAsked.path, notFoundAsked).then(
    (page) => (page.is === 'there' && page.finished.status === 404 ? page.finished : plainNotFound(door)),
    () => plainNotFound(door),
  );
