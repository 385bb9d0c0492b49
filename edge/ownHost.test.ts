import { connect } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '#edge/listening';
import { onOwnHost } from '#edge/ownHost';
import { policiesFor } from '#edge/policies';
import { noProxies } from '#edge/trustedProxies';

let door: Server;
let heardInside = 0;
const siteUrl = 'https://news.example';

beforeAll(async () => {
  const hosts = { siteUrl, also: ['www.news.example'], trusted: noProxies };
  const handle = onOwnHost(hosts, policiesFor({ siteUrl, frameOrigins: [] }), ({ url }, response) => {
    heardInside += 1;
    response.end(`page of ${url}`);
  });
  ({ server: door } = await listen({ port: 0, host: '127.0.0.1' }, handle));
});
afterAll(() => void door.close());

/** `fetch` writes the host itself, so the request is written by hand. */
const ask = (lines: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    let heard = '';
    // A server that listens on a port has an address of this kind.
    const { port } = door.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1', () => socket.write([...lines, 'Connection: close', '', ''].join('\r\n')));
    socket.on('data', (chunk) => (heard += String(chunk))).on('close', () => resolve(heard));
  });

test.each([
  [['GET / HTTP/1.1', 'Host: news.example'], '200', 'page'],
  [['GET / HTTP/1.1', 'Host: evil.example'], '421', '<h1>This is another paper</h1>'],
  [['GET / HTTP/1.1', 'Host: news.example', 'Host: evil.example'], '400', ''],
  [['GET / HTTP/1.1'], '400', ''],
  [['POST /api/publish HTTP/1.1', 'Host: node-2.news.example', 'Content-Length: 0'], '200', 'page'],
  [['GET /a?b=c HTTP/1.1', 'Host: www.news.example'], '308', 'Location: https://news.example/a?b=c'],
  [['GET http://news.example/a HTTP/1.1', 'Host: news.example'], '200', 'page of /a'],
  [['GET HTTPS://News.Example:443?b=c HTTP/1.1', 'Host: evil.example'], '200', 'page of /?b=c'],
  [['GET http://evil.example/ HTTP/1.1', 'Host: news.example'], '421', '<h1>This is another paper</h1>'],
  [['GET http://news.example@evil.example/ HTTP/1.1', 'Host: news.example'], '400', ''],
  [['GET http:///a HTTP/1.1', 'Host: news.example'], '400', ''],
  [['GET http://www.news.example//evil.example/ HTTP/1.1', 'Host: x'], '308', 'Location: https://news.example/\r\n'],
])('%j is answered %s', async (lines, status, words) => {
  const heard = await ask(lines);
  expect(heard.slice(9, 12)).toBe(status);
  expect(heard).toContain(words);
  if (status !== '200') expect(heard).not.toContain('evil.example');
});

test.each([
  ['no host', ['GET / HTTP/1.1'], '400'],
  ['two hosts', ['GET / HTTP/1.1', 'Host: news.example', 'Host: news.example'], '400'],
  ['another host', ['GET / HTTP/1.1', 'Host: evil.example'], '421'],
  ['a folded line', ['GET / HTTP/1.1', 'Host: news.example', 'X: a', ' b'], '400'],
  ['a coding of its own', ['POST / HTTP/1.1', 'Host: news.example', 'Transfer-Encoding: x'], '400'],
  ['an expectation of its own', ['GET / HTTP/1.1', 'Host: news.example', 'Expect: wonders'], '417'],
  ['too many words', ['GET / HTTP/1.1', 'Host: news.example', `X: ${'a'.repeat(20_000)}`], '431'],
  ['a tunnel', ['CONNECT evil.example:443 HTTP/1.1', 'Host: evil.example:443'], '405'],
])('the refusal of %s is a page of ours, under the policies of all pages', async (_, lines, status) => {
  const [head = '', body] = (await ask(lines)).split('\r\n\r\n');
  expect(head.slice(9, 12)).toBe(status);
  for (const header of [
    "content-security-policy: default-src 'none'",
    'x-content-type-options: nosniff',
    'x-frame-options: DENY',
    'referrer-policy: ',
    'cross-origin-opener-policy: same-origin',
    'cross-origin-resource-policy: same-origin',
    'content-type: text/html',
  ])
    expect(head.toLowerCase()).toContain(`\r\n${header.toLowerCase()}`);
  expect(body).toContain('<h1>');
});

test('of a flood of made-up hosts nothing is heard inside, so nothing of it is kept', async () => {
  heardInside = 0;
  for (let n = 0; n < 300; n += 1) {
    expect((await ask(['GET / HTTP/1.1', `Host: host-${n}.example`])).slice(9, 12)).toBe('421');
  }
  expect(heardInside).toBe(0);
});
