/** For tests: a front door before a renderer that answers from a list. */
import { once } from 'node:events';
import { createServer, request as ask } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { buildDoorway } from '#edge/doorway';
import type { Doorway } from '#edge/doorway';
import type { Told } from '#edge/frontDoor';
import type { EditionNews } from '#edge/messages';
import { rendererLine } from '#edge/line';
import { listen } from '#edge/listening';
import type { Listening } from '#edge/listening';
import { policiesFor } from '#edge/policies';
import { openPublishDoor } from '#edge/publishDoor';
import type { PublishPlan } from '#edge/publishDoor';
import { noProxies } from '#edge/trustedProxies';

const siteUrl = 'https://news.example';
const empty = '<!DOCTYPE html><html id="__next_error__"><head></head><body><script>1</script></body></html>';
export const words = 'Habari ya asubuhi. '.repeat(200);

/** A question as it reached the renderer. */
export type Asked = {
  readonly url: string;
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

export type Reply = readonly [status: number, headers: Record<string, string>, body: string];
const html = { 'content-type': 'text/html; charset=utf-8', 'x-middleware-rewrite': '/inner', 'set-cookie': 'a=b' };
const firstReplies: Readonly<Record<string, Reply>> = {
  '/': [200, { ...html, link: '</f.woff2>; rel=preload; as=font' }, `<html><script>next</script>${words}</html>`],
  '/_not-found': [404, html, '<html><script>next</script><h1>Nothing here</h1></html>'],
  '/2026/10/15/bridge': [200, html, '<html><h1>Bridge</h1></html>'],
  '/2026/10/15/lost': [404, html, empty],
  '/2026/10/15/broken': [500, html, empty],
  '/2026/10/15/streamed': [200, html, '<html><template id="B:0"></template></html>'],
  '/2026/10/15/wordless': [200, html, empty],
  '/2026/10/15/moved': [308, { location: '/2026/10/15/bridge' }, 'moved'],
  '/2026/10/15/hijacked': [308, { location: 'https://evil.example/' }, ''],
  '/2026/10/15/gone': [410, html, '<html><h1>Taken down</h1></html>'],
  '/feed.xml': [
    200,
    { 'content-type': 'application/rss+xml', 'cache-control': 'public, max-age=60' },
    `<rss>${words}</rss>`,
  ],
  '/2026/10/15/bridge.md': [
    200,
    {
      'content-type': 'text/markdown; charset=utf-8',
      link: '<https://news.example/2026/10/15/bridge>; rel="canonical"',
      'x-robots-tag': 'noindex',
    },
    `# Bridge\n\n${words}`,
  ],
  '/pictures/abc/x.jpg': [
    200,
    { 'content-type': 'image/jpeg', etag: '"p"', 'cache-control': 'public, immutable', 'x-body-length': '4' },
    'JPEG',
  ],
  '/api/newsletter/sign-up': [303, { location: 'http://news.example/newsletter/check' }, ''],
  '/api/newsletter/unwelcome': [415, { 'content-type': 'text/plain' }, 'no'],
};

/** An answer as it reached the reader. */
export type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A front door before a fake renderer, on ports of their own. */
export type TestDoor = {
  /** `fetch` would mend addresses and forbid headers, so requests are written as they stand. */
  readonly get: (path: string, headers?: Record<string, string>, method?: string, body?: string) => Promise<Got>;
  /** Bytes as an attacker writes them; gives everything that comes back. */
  readonly raw: (bytes: string) => Promise<string>;
  /** What the renderer was asked since the last call. */
  readonly takeAsked: () => readonly Asked[];
  /** What was told of the answers since the last call. */
  readonly takeTold: () => readonly Told[];
  /** Takes the renderer away, and brings it back. */
  readonly loseRenderer: () => void;
  readonly findRenderer: () => void;
  /** Publishes: what the publisher would tell. */
  readonly publish: (news: Partial<EditionNews> & { readonly number: number }) => void;
  /** Changes what the renderer answers to a path. */
  readonly rewrite: (path: string, reply: Reply) => void;
  /** Holds back what the renderer answers until the function that it gives is called. */
  readonly hold: () => () => void;
  /** Tells the parameters of old addresses. */
  readonly learn: (parameters: readonly string[]) => void;
  /** Responses in memory and their bytes. */
  readonly size: () => { readonly count: number; readonly bytes: number };
  /** The port, for those who write to it as they like. */
  readonly port: number;
  readonly connections: () => number;
  /** Questions to the renderer whose answer has not begun. */
  readonly questions: () => number;
  readonly close: () => void;
};

/** What a door is opened with; `around`: what stands before it in the site. */
export type TestDoorPlan = {
  readonly publish?: Pick<PublishPlan, 'secret' | 'branch' | 'pull'>;
  readonly around?: (answer: Doorway['handle']) => Doorway['handle'];
};

/** Opens the door. */
export const openDoor = async (
  listening: Listening = {},
  { publish, around = (answer) => answer }: TestDoorPlan = {},
): Promise<TestDoor> => {
  let asked: Asked[] = [];
  const told: Told[] = [];
  const replies: Record<string, Reply> = { ...firstReplies };
  let held: Promise<void> | undefined;
  const reply = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push({ url: request.url ?? '', method: request.method ?? '', headers: request.headers, body });
    // What is held back is what was true when it was asked for.
    const [status, headers, text] = replies[(request.url ?? '').split('?', 1)[0] ?? ''] ?? [404, {}, ''];
    await held;
    const isKnown = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    if (isKnown) return void response.writeHead(304, headers).end();
    response.writeHead(status, headers).end(text);
  };
  const renderer = createServer((request, response) => void reply(request, response)).listen(0, '127.0.0.1');
  await once(renderer, 'listening');
  // Servers that listen on a port have an address of this kind.
  const rendererPort = (renderer.address() as AddressInfo).port;
  const line = rendererLine({ patience: () => 300 });
  line.open(rendererPort);
  const css = { type: 'text/css; charset=utf-8', cacheControl: 'public, immutable', body: Buffer.from(words) };
  const policies = policiesFor({ siteUrl, frameOrigins: [] });
  const doorway = buildDoorway({
    line,
    siteUrl,
    keep: 20_000_000,
    answered: (_request, _asked, each) => void told.push(each),
    policies,
    ...(publish && { publish: openPublishDoor({ ...publish, policies, trusted: noProxies }) }),
    files: new Map([['/_next/static/A.css', css]]),
    health: () => ({ renderer: line.isOpen() ? 'ready' : 'starting', publisher: 'ready', edition: 3 }),
  });
  const { server: door, connections } = await listen({ port: 0, host: '127.0.0.1' }, around(doorway.handle), listening);
  const { port } = door.address() as AddressInfo;
  return {
    get: getFrom(port),
    raw: rawTo(port),
    takeAsked: () => {
      const taken = asked;
      asked = [];
      return taken;
    },
    takeTold: () => told.splice(0),
    loseRenderer: line.close,
    findRenderer: () => line.open(rendererPort),
    publish: (news) => doorway.turnTo({ at: news.number, changes: [], removed: [], ...news }),
    rewrite: (path, reply) => void (replies[path] = reply),
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => (release = resolve));
      return release;
    },
    learn: doorway.learnParameters,
    size: doorway.shelf.size,
    port,
    connections,
    questions: line.asked,
    close: () => {
      door.close();
      line.close();
      renderer.close();
    },
  };
};

const getFrom =
  (port: number): TestDoor['get'] =>
  (path, headers = {}, method = 'GET', body) =>
    new Promise((resolve, reject) => {
      const sent = ask({ port, host: '127.0.0.1', path, method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

const rawTo =
  (port: number): TestDoor['raw'] =>
  (bytes) =>
    new Promise((resolve) => {
      let heard = '';
      const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
      socket.on('data', (chunk) => (heard += String(chunk)));
      socket.on('close', () => resolve(heard));
      socket.on('error', () => resolve(heard));
    });
