/** Requests that come at once on one connection take turns: a few are in work, the others wait, and no more are read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

type Answering = (request: IncomingMessage, response: ServerResponse) => void;
type Exchange = readonly [request: IncomingMessage, response: ServerResponse];

/** The requests of one connection. */
type Line = { readonly inWork: Set<Exchange>; readonly waiting: Exchange[] };

/** How a connection stands when a fault is found on it. */
export type Standing =
  /** Nothing is being answered, or nothing but the very request in which the fault is. */
  | 'free'
  /** Another request is being answered. */
  | 'busy'
  /** Its last answer was given; it is about to be closed. */
  | 'over';

/** The turns of all connections. */
export type Turns = {
  /** Answers a request in its turn. */
  readonly answer: Answering;
  /** What stands behind this request on its connection is not heard. */
  readonly endWith: (request: IncomingMessage) => void;
  readonly standing: (socket: Duplex) => Standing;
};

/**
 * Lets `most` requests of a connection be in work at the same time; further ones wait, and meanwhile the connection is not
 * read. What was read already is at most one piece of 64 kB, so a reader who sends ten thousand requests in a row costs
 * memory for that, whatever is slow behind the door. Answers that are finished at once take no turn.
 */
export const takeTurns = (most: number, answer: Answering): Turns => {
  const lines = new WeakMap<Duplex, Line>();
  const over = new WeakSet<Duplex>();

  const lineOf = (socket: Duplex): Line => {
    const line: Line = { inWork: new Set(), waiting: [] };
    lines.set(socket, line);
    // Node resumes a connection whenever an answer is finished; ours stays as it is while somebody waits.
    socket.on('resume', () => void (line.waiting.length > 0 && socket.pause()));
    return line;
  };

  const begin = (exchange: Exchange): void => {
    const [request, response] = exchange;
    const { socket } = request;
    if (socket.destroyed || over.has(socket)) return;
    answer(request, response);
    if (response.writableEnded) return;
    const line = lines.get(socket) ?? lineOf(socket);
    line.inWork.add(exchange);
    response.once('close', () => {
      line.inWork.delete(exchange);
      goOn(line, socket);
    });
  };

  const goOn = (line: Line, socket: Duplex): void => {
    if (line.waiting.length === 0) return;
    while (line.inWork.size < most) {
      const next = line.waiting.shift();
      if (!next) return void socket.resume();
      begin(next);
    }
  };

  return {
    answer: (request, response) => {
      const line = lines.get(request.socket);
      const isFree = !line || (line.inWork.size < most && line.waiting.length === 0);
      if (isFree) return begin([request, response]);
      line.waiting.push([request, response]);
      request.socket.pause();
    },
    endWith: ({ socket }) => void over.add(socket),
    standing: (socket) => {
      if (over.has(socket)) return 'over';
      const [only, ...others] = lines.get(socket)?.inWork ?? [];
      if (!only) return 'free';
      const [request, response] = only;
      return others.length === 0 && !request.complete && !response.headersSent ? 'free' : 'busy';
    },
  };
};
