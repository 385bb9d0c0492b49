/** Opens and closes the site's port, with limits on how slowly and how much a client may send. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { plainPage } from '#edge/plainPages';
import type { PlainStatus } from '#edge/plainPages';

/** Where to listen; without a host on all interfaces. */
export type ListeningPlace = { readonly port: number; readonly host?: string };

const faultOf = (fault: NodeJS.ErrnoException & { rawPacket?: Buffer }): PlainStatus => {
  switch (fault.code) {
    case 'HPE_HEADER_OVERFLOW':
      // A first line without an end is an address, and one that long is none of ours.
      return fault.rawPacket?.subarray(0, 8192).includes('\r\n') ? 431 : 404;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
};

const reasons: Partial<Record<PlainStatus, string>> = {
  400: 'Bad Request',
  404: 'Not Found',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
};

/** Answers what is no HTTP, and closes. */
const answerFault = (fault: NodeJS.ErrnoException, socket: Duplex): void => {
  if (fault.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = faultOf(fault);
  const body = plainPage(status);
  socket.end(
    [
      `HTTP/1.1 ${status} ${reasons[status] ?? ''}`,
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'",
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
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

/** Opens the port; the process ends with a clear message where it cannot be had. */
export const listen = (place: ListeningPlace, onRequest: RequestListener): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(
      { headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 15_000, maxHeaderSize: 16_384 },
      onRequest,
    );
    server.on('clientError', answerFault);
    server.once('error', (fault) => explain(fault, place));
    server.listen({ port: place.port, ...(place.host && { host: place.host }) }, () => resolve(server));
  });

/** Stops accepting, and waits for what is in flight, so many milliseconds at most. */
export const stopListening = (server: Server, within: number): Promise<void> =>
  new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), within);
    // A connection whose answer is finished stays open for the next question, which is not to come any more.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(limit);
      clearInterval(sweep);
      resolve();
    });
    server.closeIdleConnections();
  });
