/** The network address a request comes from: the one place that says whom a limit or a count is about. */
import type { IncomingMessage } from 'node:http';

/** The reader's network address; `undefined` once the connection is gone. */
export const readerAddress = (request: IncomingMessage): string | undefined => request.socket.remoteAddress;
