/** The line to the renderer: kept open while it lives, waited for while it starts, tried again when it died under a question. */
import { Agent, request } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';

/** One question to the renderer. */
export type Question = {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: Buffer;
  /** Milliseconds to wait for the beginning of the answer. */
  readonly limit: number;
  /** Breaks the question off: the reader has gone. */
  readonly signal?: AbortSignal;
  /**
   * By which way it goes; absent: by that of pages. A picture may take long to be made, a film is read as slowly as its reader
   * takes it: neither may hold a place that the others need.
   */
  readonly way?: 'picture' | 'file';
};

/** The renderer cannot answer now: it is starting, dead, or too slow. */
export class RendererAway extends Error {}

/** The line to a renderer that comes and goes. */
export type RendererLine = {
  /** It listens on this port of the loopback interface. */
  readonly open: (port: number) => void;
  /** It is gone; questions wait for the next one. */
  readonly close: () => void;
  readonly isOpen: () => boolean;
  /** Questions whose answer has not begun, and those among them that wait for a renderer. */
  readonly asked: () => number;
  readonly waiting: () => number;
  /** The beginning of its answer; rejects with `RendererAway`. */
  readonly ask: (question: Question) => Promise<IncomingMessage>;
};

/** Three ways to one renderer: readers of films who do not read on hold up neither pages nor pictures. */
type Connection = { readonly port: number; readonly ways: Readonly<Record<'page' | 'picture' | 'file', Agent>> };

/** Connections to the renderer at most: questions beyond wait in turn, within their limit. */
const most = { page: 64, picture: 64, file: 256 } as const;
/** Questions at most; a renderer that is so far behind will not answer one more in time. */
const mostAsked = 1000;

/** A question that waited so long, in milliseconds, when its renderer died may be the one that killed it. */
const suspicious = 1000;

/** Makes the line. `patience`: milliseconds that a question waits for a renderer that is just starting. */
export const rendererLine = ({ patience }: { readonly patience: () => number }): RendererLine => {
  let connection: Connection | undefined;
  const waiting = new Set<(connection: Connection) => void>();
  let asked = 0;

  const connected = (): Promise<Connection> =>
    connection
      ? Promise.resolve(connection)
      : new Promise((resolve, reject) => {
          const answer = (opened: Connection): void => (clearTimeout(timer), resolve(opened));
          const timer = setTimeout(() => {
            waiting.delete(answer);
            reject(new RendererAway('no renderer'));
          }, patience());
          waiting.add(answer);
        });

  const ask = async (question: Question): Promise<IncomingMessage> => {
    if (asked >= mostAsked) throw new RendererAway(`${asked} questions wait already`);
    asked += 1;
    try {
      return await askAgain(question);
    } finally {
      asked -= 1;
    }
  };

  const askAgain = async (question: Question): Promise<IncomingMessage> => {
    const used = await connected();
    const began = performance.now();
    try {
      return await exchange(question, used);
    } catch (fault) {
      // It died while it was asked. A form is not sent twice: it may have been answered. What hangs is not asked twice.
      const isLast = question.method === 'POST' || question.signal?.aborted || fault instanceof RendererAway;
      if (isLast || performance.now() - began > suspicious) throw asAway(fault);
      if (connection === used) await new Promise((next) => setTimeout(next, 100));
      return exchange(question, await connected()).catch((again: unknown) => Promise.reject(asAway(again)));
    }
  };

  const close = (): void => {
    for (const way of Object.values(connection?.ways ?? {})) way.destroy();
    connection = undefined;
  };
  return {
    open: (port) => {
      close();
      connection = {
        port,
        ways: {
          page: new Agent({ keepAlive: true, maxSockets: most.page }),
          picture: new Agent({ keepAlive: true, maxSockets: most.picture }),
          file: new Agent({ keepAlive: true, maxSockets: most.file }),
        },
      };
      for (const answer of waiting) answer(connection);
      waiting.clear();
    },
    close,
    isOpen: () => connection !== undefined,
    asked: () => asked,
    waiting: () => waiting.size,
    ask,
  };
};

const asAway = (fault: unknown): RendererAway =>
  fault instanceof RendererAway ? fault : new RendererAway(fault instanceof Error ? fault.message : String(fault));

const exchange = (question: Question, { port, ways }: Connection): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { method, path, headers, body, limit, signal, way = 'page' } = question;
    const agent = ways[way];
    const asked = request({ host: '127.0.0.1', port, agent, method, path, headers, ...(signal && { signal }) });
    const timer = setTimeout(() => asked.destroy(new RendererAway(`no answer within ${limit} ms`)), limit);
    asked.on('response', (answer) => (clearTimeout(timer), resolve(answer)));
    asked.on('error', (fault) => (clearTimeout(timer), reject(fault)));
    asked.end(body);
  });
