import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stopListening } from '#edge/farewell';

const request = 'GET / HTTP/1.1\r\nHost: news.example\r\n\r\n';
const waiting: ServerResponse[] = [];
let server: Server;
const sockets: Socket[] = [];
const slow = 'GET /slow HTTP/1.1\r\nHost: news.example\r\n\r\n';

beforeEach(async () => {
  server = createServer(({ url }, response) => {
    if (url === '/slow') waiting.push(response);
    else response.writeHead(200, { 'Content-Length': '2' }).end('ok');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.closeAllConnections();
  server.close();
  waiting.splice(0);
});

/** A reader with a connection. */
const reader = async () => {
  // A server that listens on a port has an address of this kind.
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  sockets.push(socket);
  let heard = '';
  let fault: Error | undefined;
  socket.on('data', (chunk) => (heard += String(chunk))).on('error', (error) => (fault = error));
  const ended = new Promise<void>((closed) => socket.once('close', () => closed()));
  await once(socket, 'connect');
  const hears = (words: string) => expect.poll(() => heard, { timeout: 10_000 }).toContain(words);
  return { ask: (text = request) => socket.write(text), heard: () => heard, fault: () => fault, ended, hears };
};

test('who asks on an open connection when the site is told to stop is answered, and the connection ends with it', async () => {
  const one = await reader();
  one.ask();
  await one.hears('ok');
  const stopped = stopListening(server, 8000);
  one.ask();
  await one.ended;
  expect([one.fault(), one.heard().match(/200 OK/g)?.length]).toEqual([undefined, 2]);
  expect(one.heard()).toContain('Connection: close');
  await stopped;
});

test('nobody new is let in, while those who are connected are still answered', async () => {
  const one = await reader();
  const { port } = server.address() as AddressInfo;
  const stopped = stopListening(server, 8000);
  await expect.poll(() => server.listening).toBe(false);
  const [fault] = (await once(connect(port, '127.0.0.1'), 'error')) as [NodeJS.ErrnoException];
  expect(fault.code).toBe('ECONNREFUSED');
  one.ask();
  await one.ended;
  expect([one.fault(), one.heard().includes('200 OK')]).toEqual([undefined, true]);
  await stopped;
});

test('an answer in the making is finished before the port is shut, and a connection that says nothing is ended', async () => {
  const silent = await reader();
  silent.ask();
  await silent.hears('ok');
  const one = await reader();
  one.ask(slow);
  await expect.poll(() => waiting.length).toBe(1);
  const stopped = stopListening(server, 8000);
  await silent.ended;
  waiting[0]?.end('late and whole');
  await one.hears('late and whole');
  await Promise.all([stopped, one.ended]);
  expect([silent.fault(), one.fault()]).toEqual([undefined, undefined]);
});

test('nobody is waited for longer than agreed', async () => {
  const one = await reader();
  one.ask(slow);
  await expect.poll(() => waiting.length).toBe(1);
  await stopListening(server, 300);
  await one.ended;
  expect(one.heard()).toBe('');
});
