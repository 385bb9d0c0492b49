import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { rendererLine } from '#edge/line';

test('readers of films who do not read on hold up neither pages nor pictures', async () => {
  const renderer = createServer((request, response) => {
    // A film whose end does not come: nobody reads it.
    if (request.url === '/film') response.write('the beginning');
    else response.end(request.url);
  }).listen(0, '127.0.0.1');
  await once(renderer, 'listening');
  const line = rendererLine({ patience: () => 300 });
  // A server that listens on a port has an address of this kind.
  line.open((renderer.address() as AddressInfo).port);
  const question = { method: 'GET', headers: {}, limit: 20_000 } as const;
  const films: Promise<IncomingMessage>[] = [];
  for (let nth = 0; nth < 256; nth += 1) films.push(line.ask({ ...question, path: '/film', way: 'file' }));
  await Promise.all(films);
  expect((await line.ask({ ...question, path: '/picture', way: 'picture' })).statusCode).toBe(200);
  expect((await line.ask({ ...question, path: '/page' })).statusCode).toBe(200);
  line.close();
  renderer.closeAllConnections();
  renderer.close();
});
