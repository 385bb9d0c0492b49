/** For tests: a hub or search engine on this machine that answers as it is told, and remembers what it heard. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How it answers: a status with headers, or not at all. */
export type Manner = { readonly status: number; readonly headers?: Record<string, string> } | 'hangs';

/** One call as it arrived. */
export type Heard = { readonly method: string; readonly type: string; readonly body: string };

/** Opens a receiver on a port of its own. */
export const openReceiver = async () => {
  const heard: Heard[] = [];
  let manner: Manner = { status: 204 };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      heard.push({ method: request.method ?? '', type: request.headers['content-type'] ?? '', body });
      if (manner === 'hangs') return;
      response.writeHead(manner.status, manner.headers ?? {}).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    heard,
    answers: (next: Manner) => void (manner = next),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

/** What `openReceiver` gives. */
export type TestReceiver = Awaited<ReturnType<typeof openReceiver>>;
