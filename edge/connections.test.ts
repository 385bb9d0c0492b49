import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import type { TestDoor } from '#edge/doorForTests';
import type { Listening } from '#edge/listening';

const opened: TestDoor[] = [];
const open = async (listening: Listening = {}): Promise<TestDoor> => {
  const door = await openDoor(listening);
  opened.push(door);
  return door;
};
/** Nothing here is about how long it takes. */
const patiently = { timeout: 20_000 };
const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  for (const door of opened.splice(0)) door.close();
});

/** A client that writes what it likes and may forget to read. */
const client = async (door: TestDoor, from = '127.0.0.1') => {
  const socket = connect({ port: door.port, host: '127.0.0.1', localAddress: from });
  sockets.push(socket);
  let heard = '';
  let closed = false;
  socket.on('data', (chunk) => (heard += String(chunk)));
  socket.on('error', () => undefined).on('close', () => (closed = true));
  await new Promise((connected) => socket.once('connect', connected));
  return { socket, heard: () => heard, closed: () => closed, write: (text: string) => socket.write(text) };
};
const get = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: news.example\r\n\r\n`;
const answersIn = (text: string): number => text.match(/HTTP\/1\.1 \d/g)?.length ?? 0;
const soon = { limits: { headers: 150, request: 300, keepAlive: 200, look: 50 } };

test('ten thousand requests in a row on one connection are answered in turn, and few are in work at a time', async () => {
  const door = await open();
  await door.get('/2026/10/15/bridge');
  const { write, heard } = await client(door);
  const release = door.hold();
  door.takeAsked();
  // What only the renderer can answer, and what lies in memory behind it.
  write(get('/newsletter').repeat(100) + get('/2026/10/15/bridge').repeat(9900));
  await expect.poll(() => door.takeAsked().length, patiently).toBeGreaterThan(0);
  await new Promise((next) => setTimeout(next, 200));
  expect(door.questions()).toBeLessThanOrEqual(32);
  release();
  await expect.poll(() => answersIn(heard()), patiently).toBe(10_000);
});

test('a client that asks for ever and takes no answer is not read on, and the others are served', async () => {
  const door = await open();
  await door.get('/');
  const { socket } = await client(door);
  socket.pause();
  const asked = 200_000;
  socket.write(get('/').repeat(asked));
  let answered = 0;
  let still = 0;
  while (still < 5) {
    await new Promise((next) => setTimeout(next, 100));
    const more = door.takeTold().length;
    answered += more;
    still = more === 0 && answered > 0 ? still + 1 : 0;
  }
  expect(answered).toBeLessThan(asked / 4);
  expect((await door.get('/')).status).toBe(200);
});

test.each([
  ['sends nothing', ''],
  ['sends a header a second', 'GET / HTTP/1.1\r\nHost: news.example\r\nX-Slow: '],
  ['sends half a form', 'POST /api/newsletter/sign-up HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\nemail='],
])('a client that %s is told 408 and closed, and its form reaches nobody', async (_, text) => {
  const door = await open(soon);
  const { write, heard, closed } = await client(door);
  if (text) write(text);
  const drip = setInterval(() => write('a'), 40);
  if (!text) clearInterval(drip);
  await expect.poll(closed, patiently).toBe(true);
  clearInterval(drip);
  expect(heard()).toMatch(/^HTTP\/1\.1 408 /);
  expect(door.takeAsked()).toEqual([]);
});

test('a connection on which nothing is asked any more is closed', async () => {
  const door = await open(soon);
  const { write, heard, closed } = await client(door);
  write(get('/'));
  await expect.poll(closed, patiently).toBe(true);
  expect(answersIn(heard())).toBe(1);
});

test('a reader who does not take the answer is let go, and counted', async () => {
  const ended: string[] = [];
  const door = await open({
    limits: { look: 50, slowness: { grace: 100, rate: 1_000_000_000 } },
    places: { most: 100, ended: (reason) => ended.push(reason) },
  });
  door.rewrite('/2026/10/15/bridge', [
    200,
    { 'content-type': 'text/html' },
    `<html>${'long '.repeat(4_000_000)}</html>`,
  ]);
  const { socket, write, closed } = await client(door);
  socket.pause();
  write(get('/2026/10/15/bridge'));
  await expect.poll(() => ended, patiently).toEqual(['slow']);
  socket.resume();
  await expect.poll(closed, patiently).toBe(true);
  expect((await door.get('/')).status).toBe(200);
});

test('when all places are taken, whoever has most of them gives one up, and a reader from elsewhere gets in', async () => {
  const ended: string[] = [];
  const door = await open({ places: { most: 20, ended: (reason) => ended.push(reason) } });
  const crowd = [];
  for (let n = 0; n < 20; n += 1) crowd.push(await client(door, '127.0.0.66'));
  await expect.poll(door.connections, patiently).toBe(20);
  expect((await door.get('/')).status).toBe(200);
  expect([ended, crowd.filter(({ closed }) => closed()).length]).toEqual([['crowd'], 1]);
  // The crowd itself gets no more than it has.
  const { write, heard, closed } = await client(door, '127.0.0.66');
  write(get('/'));
  await expect.poll(closed, patiently).toBe(true);
  expect(heard()).toMatch(/^HTTP\/1\.1 503 [^]*Retry-After: 5/);
  expect(ended).toEqual(['crowd', 'full']);
  expect(door.connections()).toBeLessThanOrEqual(20);
});

test('a proxy of the publisher’s stands for many readers and gives up no place', async () => {
  const door = await open({ places: { most: 10, isProxy: (address) => address === '127.0.0.66' } });
  const proxied = [];
  for (let n = 0; n < 10; n += 1) proxied.push(await client(door, '127.0.0.66'));
  await expect.poll(door.connections, patiently).toBe(10);
  const { heard, closed } = await client(door);
  await expect.poll(closed, patiently).toBe(true);
  expect(heard()).toMatch(/^HTTP\/1\.1 503 /);
  expect(proxied.some((one) => one.closed())).toBe(false);
});

test('when few places are left, connections on which nothing happens are closed before anybody is refused', async () => {
  const door = await open({ places: { most: 10 } });
  const idle = await client(door);
  idle.write(get('/'));
  await expect.poll(() => answersIn(idle.heard()), patiently).toBe(1);
  for (let n = 0; n < 9; n += 1) await client(door, `127.0.1.${n + 1}`);
  await expect.poll(idle.closed, patiently).toBe(true);
});

test('readers of a hundred films who do not read on hold up no page', async () => {
  const door = await open();
  let begun = 0;
  const film = 'film '.repeat(1_000_000);
  for (let n = 0; n < 100; n += 1) {
    door.rewrite(`/files/abc${n}/a.mp4`, [200, { 'content-type': 'video/mp4', etag: '"f"' }, film]);
    const { socket, write } = await client(door);
    socket.pause();
    write(get(`/files/abc${n}/a.mp4`));
  }
  await expect.poll(() => (begun += door.takeAsked().length), patiently).toBe(100);
  expect((await door.get('/2026/10/15/bridge')).status).toBe(200);
});
