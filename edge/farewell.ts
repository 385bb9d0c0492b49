/** Closes the port without breaking an answer off: who is about to ask on an open connection is answered once more. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds in which everybody is still answered, and told that the connection ends with it. A connection on which nothing
 * seems to happen may have a question on its way; closing it at once would take that question for an attack and reset it
 * (https://www.rfc-editor.org/rfc/rfc9112#section-9.6).
 */
const farewell = 250;
/** Milliseconds between two looks for connections that are finished with. */
const lookEvery = 50;

const sayGoodbye = (_request: IncomingMessage, response: ServerResponse): void =>
  void response.setHeader('Connection', 'close');

/** Stops accepting after a farewell, and waits for what is in flight; after `within` milliseconds in all, nobody is waited for. */
export const stopListening = async (server: Server, within: number): Promise<void> => {
  server.prependListener('request', sayGoodbye);
  const limit = setTimeout(() => server.closeAllConnections(), within);
  await pause(farewell);
  // A busy process comes late to its own farewell; who has stood at the door meanwhile is let in, and then heard.
  await turn();
  await turn();
  // Those whose answer began before the farewell stay open for the next question, which is not to come any more.
  const sweep = setInterval(() => server.closeIdleConnections(), lookEvery);
  await new Promise((closed) => server.close(closed));
  clearTimeout(limit);
  clearInterval(sweep);
};
