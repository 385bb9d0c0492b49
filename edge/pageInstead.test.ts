import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildDoorway } from '#edge/doorway';
import { rendererLine } from '#edge/line';
import { listen } from '#edge/listening';
import { policiesFor } from '#edge/policies';
import { formHeader, pageHeader } from '#model/innerHeaders';

const siteUrl = 'https://news.example';
let asked: { method: string; url: string; headers: IncomingHttpHeaders }[] = [];
/** What the route answers to the next form. */
let refusal: readonly [status: number, headers: Record<string, string>] = [400, {}];
let renderer: Server;
let door: Server;
const line = rendererLine({ patience: () => 300 });

const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  for await (const chunk of request) void chunk;
  const { method = '', url = '', headers } = request;
  asked.push({ method, url, headers });
  if (method === 'POST') return void response.writeHead(...refusal).end('plain words');
  if (url !== '/newsletter') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html' }).end(`<html>told ${String(headers[formHeader])}</html>`);
};

beforeAll(async () => {
  renderer = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1');
  await once(renderer, 'listening');
  line.open((renderer.address() as AddressInfo).port);
  const { handle } = buildDoorway({
    line,
    siteUrl,
    keep: 1_000_000,
    policies: policiesFor({ siteUrl, frameOrigins: [] }),
    files: new Map(),
    health: () => ({ renderer: 'ready', publisher: 'ready', edition: 1 }),
  });
  ({ server: door } = await listen({ port: 0, host: '127.0.0.1' }, (request, response) => handle(request, response)));
});
afterAll(() => {
  door.close();
  line.close();
  renderer.close();
});
beforeEach(() => {
  asked = [];
});

const send = (method: string, path: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    const { port } = door.address() as AddressInfo;
    const sent = ask({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.on('error', reject);
    sent.end(method === 'POST' ? 'email=x' : undefined);
  });
const form = '/api/newsletter/sign-up';

test('a form that comes back is the page with the form, under the status of the refusal, kept by nobody', async () => {
  refusal = [429, { [pageHeader]: '/newsletter', [formHeader]: 'abc', 'retry-after': '600' }];
  const { status, headers, body } = await send('POST', form);
  expect([status, body]).toEqual([429, '<html>told abc</html>']);
  expect(headers).toMatchObject({
    'cache-control': 'no-store',
    'retry-after': '600',
    'referrer-policy': 'strict-origin',
  });
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining([pageHeader]));
  expect(Object.keys(headers)).not.toEqual(expect.arrayContaining([formHeader]));
});

test('nobody outside can tell a page that a form came back', async () => {
  const { body } = await send('GET', '/newsletter', { [formHeader]: 'forged', 'x-forwarded-for': '203.0.113.9' });
  expect(body).toBe('<html>told undefined</html>');
  expect(asked[0]?.headers['x-forwarded-for']).toMatch(/127\.0\.0\.1$/);
});

test.each([
  ['a page that is none of the newsletter’s', 400, '/'],
  ['an address of another site', 400, 'https://evil.example/newsletter'],
  ['a page that is not there', 400, '/newsletter/nowhere'],
])('%s is not shown: the refusal stands in plain words', async (_, status, page) => {
  refusal = [status, { [pageHeader]: page, 'content-type': 'text/plain' }];
  const answer = await send('POST', form);
  expect(answer.status).toBe(status);
  expect(answer.body).toContain('<h1>This request cannot be read</h1>');
});
