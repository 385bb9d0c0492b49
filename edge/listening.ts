/** Opens and closes the site's port, with limits on how slowly and how much a client may send. */
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerClientFault, plainHeaders, sayAndClose } from '#edge/clientFaults';
import { largestForm } from '#edge/passing';
import { isWellFramed } from '#edge/framing';
import { complain } from '#edge/log';
import { plainPage } from '#edge/plainPages';
import type { PlainStatus } from '#edge/plainPages';
import { publishAddress } from '#edge/publishAddress';
import { openPlaces } from '#edge/places';
import type { Places, PlacesPlan } from '#edge/places';
import { watchSlowReaders } from '#edge/slowReaders';
import type { Slowness } from '#edge/slowReaders';
import { sparingly } from '#edge/sparingly';
import { takeTurns } from '#edge/turns';
import type { Turns } from '#edge/turns';

/** Where to listen; without a host on all interfaces. */
export type ListeningPlace = { readonly port: number; readonly host?: string };

/** How much a client may take of the site, and how slowly. */
export type ListeningLimits = {
  /** Milliseconds until the headers are there, until the whole request is, and between two requests on one connection. */
  readonly headers: number;
  readonly request: number;
  readonly keepAlive: number;
  /** Milliseconds in which nothing at all moves on a connection: longer than the slowest answer may take to begin. */
  readonly silence: number;
  /** Milliseconds between two looks at slow clients. */
  readonly look: number;
  /** How slowly an answer may be read. */
  readonly slowness: Slowness;
  /** Requests of one connection that are in work at the same time. */
  readonly atOnce: number;
};

/** The limits of a site in the open. */
export const usualLimits: ListeningLimits = {
  headers: 10_000,
  request: 30_000,
  keepAlive: 15_000,
  silence: 60_000,
  look: 5000,
  slowness: { grace: 60_000, rate: 500 },
  atOnce: 32,
};

/** Places where nobody says how many there are: what Node takes without much memory. */
export const usualPlaces = 10_000;

/** How the door listens; what is absent is as usual. */
export type Listening = {
  readonly limits?: Partial<ListeningLimits>;
  /** How many connections there may be. */
  readonly places?: Omit<PlacesPlan, 'tidy'>;
};

/** The open port. */
export type OpenPort = {
  readonly server: Server;
  /** Connections that are open now. */
  readonly connections: () => number;
};

/** Ends the process with the remedy where the port cannot be had. */
const explain = (fault: NodeJS.ErrnoException, { port, host }: ListeningPlace): never => {
  const where = host === undefined ? `Port ${port}` : `Port ${port} on ${host}`;
  switch (fault.code) {
    case 'EADDRINUSE':
      console.error(`${where} is taken by another program. Stop it, or use another port: PORT=${port + 1} npm start`);
      break;
    case 'EACCES':
      console.error(`${where} needs rights that this user does not have. Use a port above 1023: PORT=3000 npm start`);
      break;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      console.error(`HOST is "${host}", which is no address of this machine. Leave it out to listen everywhere.`);
      break;
    default:
      console.error(`${where} cannot be opened: ${fault.message}`);
  }
  process.exit(1);
};

/** Whoever announces more than a form may hold is refused before sending it; what a git host says of a push is long. */
const mayContinue = ({ headers, url }: IncomingMessage): boolean =>
  url === publishAddress || Number(headers['content-length'] ?? 0) <= largestForm;

const guard = (server: Server, { limits, places }: { limits: ListeningLimits; places: Places }): void => {
  // Node leaves out headers beyond a number without a word; their bytes are bounded anyway.
  server.maxHeadersCount = 0;
  server.timeout = limits.silence;
  server.prependListener('connection', (socket: Socket) => {
    if (places.take(socket)) return;
    sayAndClose(socket, 503, { 'Retry-After': '5' });
    socket.destroySoon();
  });
  const lookAtReaders = watchSlowReaders(limits.slowness);
  const looking = setInterval(() => {
    for (const _ of lookAtReaders(places.open(), performance.now())) places.ended('slow');
  }, limits.look).unref();
  server.once('close', () => clearInterval(looking));
  server.on('timeout', (socket: Socket) => {
    // The pause between two requests ends here too, and is nobody's fault.
    if (socket.writableLength > 0) places.ended('slow');
    socket.destroy();
  });
};

const refuse = (response: ServerResponse, status: PlainStatus): void =>
  void response.writeHead(status, { ...plainHeaders, Connection: 'close' }).end(plainPage(status));

const complainSparingly = sparingly((what) => complain('edge', what));

/** One request that is answered wrongly must not end the process, and with it the answers of everybody else. */
const withoutDying = (onRequest: RequestListener, request: IncomingMessage, response: ServerResponse): void => {
  try {
    onRequest(request, response);
  } catch (fault) {
    complainSparingly(`500: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    if (response.headersSent) response.destroy();
    else refuse(response, 500);
  }
};

/** What asks for more than an answer. */
const guardExpectations = (server: Server, { answer, endWith, standing }: Turns): void => {
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    if (mayContinue(request)) response.writeContinue();
    answer(request, response);
  });
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    endWith(request);
    refuse(response, 417);
  });
  // A tunnel to elsewhere: we are no proxy.
  server.on('connect', (_request, socket: Duplex) => {
    if (standing(socket) === 'free') sayAndClose(socket, 405, { Allow: 'GET, HEAD' });
    else socket.destroy();
  });
  server.on('clientError', (fault, socket) => answerClientFault(fault, socket, standing(socket)));
};

/** Opens the port; the process ends with a clear message where it cannot be had. */
export const listen = (place: ListeningPlace, onRequest: RequestListener, how: Listening = {}): Promise<OpenPort> =>
  new Promise((resolve) => {
    const limits = { ...usualLimits, ...how.limits };
    const turns: Turns = takeTurns(limits.atOnce, (request, response) => {
      if (isWellFramed(request)) return withoutDying(onRequest, request, response);
      turns.endWith(request);
      refuse(response, 400);
    });
    const server = createServer(
      {
        headersTimeout: limits.headers,
        requestTimeout: limits.request,
        keepAliveTimeout: limits.keepAlive,
        connectionsCheckingInterval: limits.look,
        maxHeaderSize: 16_384,
        // Node refuses a request without a host in its own bare words; `edge/hosts.ts` does it in those of the site.
        requireHostHeader: false,
      },
      turns.answer,
    );
    const places = openPlaces({ most: usualPlaces, ...how.places, tidy: () => server.closeIdleConnections() });
    guard(server, { limits, places });
    guardExpectations(server, turns);
    server.once('error', (fault) => explain(fault, place));
    server.listen({ port: place.port, ...(place.host && { host: place.host }) }, () =>
      resolve({ server, connections: () => places.open().size }),
    );
  });
