/** Answers what is no HTTP, or came too slowly: a short page, and the connection is closed. */
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { always } from '#edge/policies';
import { plainPage } from '#edge/plainPages';
import type { PlainStatus } from '#edge/plainPages';
import type { Standing } from '#edge/turns';

const faultOf = (fault: NodeJS.ErrnoException & { rawPacket?: Buffer }): PlainStatus => {
  switch (fault.code) {
    case 'HPE_HEADER_OVERFLOW':
      // A first line without an end is an address, and one that long is none of ours.
      return fault.rawPacket?.subarray(0, 8192).includes('\r\n') ? 431 : 404;
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413;
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408;
    default:
      return 400;
  }
};

/** Headers of what is said where nothing of the site is known. */
export const plainHeaders: Readonly<Record<string, string>> = {
  ...always,
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Writes one of the door's own pages where there is no request to answer, and says goodbye. */
export const sayAndClose = (
  socket: Duplex,
  status: PlainStatus,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const body = plainPage(status);
  const length = { 'Content-Length': String(Buffer.byteLength(body)), Connection: 'close' };
  const lines = Object.entries({ ...plainHeaders, ...headers, ...length }).map(([name, value]) => `${name}: ${value}`);
  socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'));
};

/**
 * Answers a fault of a client. Where another request is being answered the connection is closed without a word, because
 * the reader, or the proxy before him, would take the word for the answer to that request.
 */
export const answerClientFault = (fault: NodeJS.ErrnoException, socket: Duplex, standing: Standing): void => {
  if (standing === 'over' && socket.writable) return;
  if (fault.code === 'ECONNRESET' || !socket.writable || standing !== 'free') return void socket.destroy();
  sayAndClose(socket, faultOf(fault));
};
