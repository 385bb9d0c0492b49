/** The renderer's process: says truthfully how an address stands, and lets Next render what is there. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import next from 'next';
import { openArchive } from '#archive/archive';
import type { Archive } from '#archive/questions';
import { audienceAt } from '#audience/thisProcess';
import { joinServer } from '#edge/child';
import { complain } from '#edge/log';
import { verdictFor } from '#edge/verdict';
import { now } from './clock';
import { settings } from './settings';

process.title = 'standfirst renderer';

/** Only the door of this machine may come in. */
const host = '127.0.0.1';

/** Where Next renders the notice of a piece that was taken down; from outside it is no address at all. */
const goneNotice = '/gone-notice';

/** Makes every way of writing the head say this status: Next writes 200 for a page that it rendered. */
const forceStatus = (response: ServerResponse, status: number): void => {
  const writeHead = response.writeHead.bind(response);
  // The overloads of `writeHead` differ in what follows the status, which is handed on as it comes.
  response.writeHead = ((_status: number, ...rest: unknown[]) =>
    Reflect.apply(writeHead, response, [status, ...rest]) as ServerResponse) as ServerResponse['writeHead'];
};

/** Answers one question of the door. */
const answering =
  (archive: Archive, render: (request: IncomingMessage, response: ServerResponse) => Promise<void>) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const verdict = verdictFor(request.url ?? '/', (address) => archive.standing(address, now()));
      switch (verdict.is) {
        case 'moved':
          response.writeHead(308, { Location: verdict.to }).end();
          return;
        case 'gone':
          request.url = `${goneNotice}?address=${encodeURIComponent(verdict.address)}`;
          forceStatus(response, 410);
          break;
        case 'unknown':
          response.writeHead(404).end();
          return;
        case 'rendered':
          break;
      }
      await render(request, response);
    } catch (fault) {
      // Without the query, which may hold a reader's token.
      const path = request.url?.split('?', 1)[0] ?? '';
      complain('renderer', `${path}: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  };

/** Opens the archive; one that is not there yet, or is being mended, is tried again. */
const openPatiently = async (): Promise<Archive> => {
  for (;;) {
    try {
      return openArchive({ dataDir: settings.dataDir });
    } catch (fault) {
      complain('renderer', `the archive cannot be opened: ${fault instanceof Error ? fault.message : String(fault)}`);
      await new Promise((again) => setTimeout(again, 1000));
    }
  }
};

/** Letters that waited while the process was away go out now. A fault here must not keep anybody from reading. */
const openPost = (): void => {
  try {
    audienceAt(settings, now);
  } catch (fault) {
    complain('renderer', `no letters can be sent: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
};

const start = async (): Promise<void> => {
  // Routes build absolute addresses from `request.url`, which Next makes of these: the public ones, not this port.
  const { hostname, port, protocol } = new URL(settings.siteUrl);
  const publicPort = Number(port || (protocol === 'https:' ? 443 : 80));
  const app = next({ dev: false, dir: process.cwd(), hostname, port: publicPort, quiet: true });
  const handle = app.getRequestHandler();
  const server = createServer({ keepAliveTimeout: 0 });
  let say: ReturnType<typeof joinServer> = () => undefined;
  const firstEdition = new Promise<void>((resolve) => {
    say = joinServer({ onEdition: () => resolve(), onStop: () => void server.close() });
  });
  await Promise.all([app.prepare(), firstEdition]);
  const archive = await openPatiently();
  const answer = answering(archive, handle);
  openPost();
  server.on('request', (request, response) => void answer(request, response));
  server.listen(0, host, () => say({ type: 'ready', port: (server.address() as AddressInfo).port }));
};

await start();
