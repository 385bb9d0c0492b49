/** Shuts the port without breaking an answer off: who is about to ask on an open connection is answered once more. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as Port } from 'node:net';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds in which readers who are connected are still answered, and told that the connection ends with it. One on which
 * nothing seems to happen may have a question on its way; closing it at once would take that question for an attack and reset
 * the connection (https://www.rfc-editor.org/rfc/rfc9112#section-9.6).
 */
const farewell = 250;
/** Milliseconds between two looks for connections that are finished with. */
const lookEvery = 50;

const sayGoodbye = (_request: IncomingMessage, response: ServerResponse): void =>
  void response.setHeader('Connection', 'close');

/** Stops accepting, and waits for what is in flight; after `within` milliseconds nobody is waited for. */
export const stopListening = async (server: Server, within: number): Promise<void> => {
  server.prependListener('request', sayGoodbye);
  const limit = setTimeout(() => server.closeAllConnections(), within);
  // Whoever has reached the port is let in before it is shut.
  await turn();
  await turn();
  // A web server's own `close` ends connections on which nothing happens in the same breath.
  const shut = new Promise((closed) => Port.prototype.close.call(server, closed));
  await pause(farewell);
  // A busy process comes late to its own farewell; what has arrived meanwhile is heard first.
  await turn();
  server.closeIdleConnections();
  // Those whose answer began before stay open for the next question, which is not to come any more.
  const sweep = setInterval(() => server.closeIdleConnections(), lookEvery);
  await shut;
  clearTimeout(limit);
  clearInterval(sweep);
};
