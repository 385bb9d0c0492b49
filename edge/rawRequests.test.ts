import { connect } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';

const door = await openDoor();
const { get, takeAsked } = door;
beforeEach(() => void takeAsked());
afterAll(door.close);

/** Writes bytes; gives the statuses that came back, and `closed` if the door closed before nothing came for a moment. */
const statusesOf = (bytes: string): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    const socket = connect(door.port, '127.0.0.1', () => socket.write(Buffer.from(bytes, 'latin1')));
    const end = (...how: string[]): void => {
      socket.destroy();
      const statuses = Array.from(heard.matchAll(/^HTTP\/1\.1 (\d+)/gm), ([, status]) => status);
      resolve([...statuses, ...how].join(' '));
    };
    socket.setTimeout(700, end);
    socket.on('data', (chunk) => (heard += String(chunk)));
    socket.on('close', () => end('closed')).on('error', () => end('closed'));
  });

const form = (headers: string, body = ''): string =>
  `POST /api/newsletter/sign-up HTTP/1.1\r\nHost: news.example\r\n${headers}\r\n\r\n${body}`;
const hidden = 'GET /2026/10/15/bridge HTTP/1.1\r\nHost: news.example\r\n\r\n';
const chunks = `0\r\n\r\n${hidden}`;
const get11 = (headers: string): string => `GET / HTTP/1.1\r\nHost: news.example\r\n${headers}\r\n`;

test.each([
  ['a length beside chunks', form('Content-Length: 4\r\nTransfer-Encoding: chunked', chunks)],
  ['chunks beside a length', form('Transfer-Encoding: chunked\r\nContent-Length: 4', chunks)],
  ['two lengths', form('Content-Length: 4\r\nContent-Length: 5', 'abcde')],
  ['the same length twice', form('Content-Length: 5\r\nContent-Length: 5', 'abcde')],
  ['a list of lengths', form('Content-Length: 5, 5', 'abcde')],
  ['a length with a sign', form('Content-Length: +5', 'abcde')],
  ['a length in hexadecimal', form('Content-Length: 0x5', 'abcde')],
  ['a length below nothing', form('Content-Length: -1', 'abcde')],
  ['a length beyond all numbers', form(`Content-Length: ${'9'.repeat(30)}`, 'abcde')],
  ...['xchunked', 'identity', 'chunked, identity', 'chunked, chunked', 'gzip, chunked', '"chunked"', 'chunked;x=1'].map(
    (coding) => [`the coding ${coding}`, form(`Transfer-Encoding: ${coding}`, chunks)],
  ),
  ['a coding behind a vertical tab', form('Transfer-Encoding: \x0bchunked', chunks)],
  ['a coding named twice', form('Transfer-Encoding: identity\r\nTransfer-Encoding: chunked', chunks)],
  ['a coding with a space before the colon', form('Transfer-Encoding : chunked', chunks)],
  ['a coding on a folded line', form('Transfer-Encoding:\r\n chunked', chunks)],
  ['chunks in HTTP/1.0', form('Transfer-Encoding: chunked', chunks).replace('HTTP/1.1', 'HTTP/1.0')],
  ['a folded line', get11('X: a\r\n b\r\n')],
  ['lines that end in LF alone', 'GET / HTTP/1.1\nHost: news.example\n\n'],
  ['one line that ends in LF alone', 'GET / HTTP/1.1\r\nHost: news.example\nX: y\r\n\r\n'],
  ['a lone CR', 'GET / HTTP/1.1\r\nHost: news.example\rX: y\r\n\r\n'],
  ['a space before the colon', 'GET / HTTP/1.1\r\nHost : news.example\r\n\r\n'],
  ['a space before the first header', 'GET / HTTP/1.1\r\n Host: news.example\r\n\r\n'],
  ['NUL in a value', get11('X: a\0b\r\n')],
  ['NUL in a name', get11('X\0: a\r\n')],
  ['a header without a colon', get11('Xyz\r\n')],
  ['a header without a name', get11(': y\r\n')],
  ['a chunk that ends in LF alone', form('Transfer-Encoding: chunked', '1\nx\n0\n\n')],
  ['words behind a chunk’s size', form('Transfer-Encoding: chunked', '1 x\r\nx\r\n0\r\n\r\n')],
  ['a chunk beyond all numbers', form('Transfer-Encoding: chunked', 'ffffffffffffffffff\r\nx\r\n0\r\n\r\n')],
  ['a chunk longer than it says', form('Transfer-Encoding: chunked', '1\r\nxy0\r\n\r\n')],
  ['a length in a trailer', form('Transfer-Encoding: chunked', '1\r\nx\r\n0\r\nContent-Length: 5\r\n\r\n')],
  ['HTTP/0.9', 'GET /\r\n\r\n'],
  ['HTTP/1.2', get11('').replace('1.1', '1.2')],
  ['HTTP/2 on a line of HTTP/1', get11('').replace('1.1', '2.0')],
  ['the preface of HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['the beginning of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
  ['a method of five thousand letters', `${'A'.repeat(5000)} / HTTP/1.1\r\nHost: x\r\n\r\n`],
  ['tabs in the first line', 'GET\t/\tHTTP/1.1\r\nHost: news.example\r\n\r\n'],
  ['a space in the address', 'GET /a b HTTP/1.1\r\nHost: news.example\r\n\r\n'],
])('%s: 400, closed, and nothing of it is heard inside', async (_, bytes) => {
  // What stands behind must not be read as a request of its own.
  expect(await statusesOf(bytes + hidden)).toBe('400 closed');
  expect(takeAsked()).toEqual([]);
});

test.each([
  ['an address of another site', 'GET http://evil.example/ HTTP/1.1\r\nHost: evil.example\r\n\r\n', '404'],
  ['a tunnel', 'CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n', '405'],
  ['a question about the server', 'OPTIONS * HTTP/1.1\r\nHost: news.example\r\n\r\n', '405'],
  ['the method of another protocol', 'SOURCE / HTTP/1.1\r\nHost: news.example\r\n\r\n', '405'],
  ['an extension of a chunk without end', form('Transfer-Encoding: chunked', `1;${'a'.repeat(40_000)}`), '413'],
  ['a form of five megabytes, announced', form('Expect: 100-continue\r\nContent-Length: 5000000'), '413'],
  ['an expectation that nobody knows', get11('Expect: a miracle\r\n'), '417'],
  ['five thousand headers', get11(Array.from({ length: 5000 }, (_, n) => `x-${n}: y\r\n`).join('')), '431'],
  ['a broken escape', 'GET /%zz HTTP/1.1\r\nHost: news.example\r\n\r\n', '404'],
  ['a broken escape in a query', 'GET /search?q=%zz HTTP/1.1\r\nHost: news.example\r\n\r\n', '404'],
  ['a fragment', 'GET /#a HTTP/1.1\r\nHost: news.example\r\n\r\n', '404'],
])('%s: its own status, and nothing of it is heard inside', async (_, bytes, status) => {
  expect((await statusesOf(bytes)).split(' ')[0]).toBe(status);
  expect(takeAsked()).toEqual([]);
});

test('a form that waits for leave to be sent gets it, and is answered', async () => {
  expect(await statusesOf(form('Expect: 100-continue\r\nContent-Length: 5', 'a=b&c'))).toBe('100 303');
  expect(takeAsked()).toMatchObject([{ method: 'POST', body: 'a=b&c' }]);
});

test.each([
  [
    'a web socket',
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x\r\nSec-WebSocket-Version: 13\r\n',
  ],
  ['HTTP/2', 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n'],
])('who would rather speak %s is answered in HTTP/1.1', async (_, headers) => {
  expect(await statusesOf(get11(headers))).toBe('200');
});

test('a request inside the body of another is no request', async () => {
  const body = 'GET /2026/10/15/bridge HTTP/1.1\r\nHost: x\r\n\r\n';
  expect(await statusesOf(`${get11(`Content-Length: ${body.length}\r\n`)}${body}`)).toBe('200');
  expect(takeAsked().map(({ url }) => url)).not.toContain('/2026/10/15/bridge');
});

test('words that are no HTTP are never put into the answer to the request before them', async () => {
  const release = door.hold();
  const heard = statusesOf(`GET /newsletter HTTP/1.1\r\nHost: news.example\r\n\r\ngarbage\r\n\r\n`);
  expect(await heard).toBe('closed');
  release();
});

test('after all this the site serves as before', async () => {
  expect((await get('/')).status).toBe(200);
  expect((await get('/2026/10/15/bridge')).status).toBe(200);
});
