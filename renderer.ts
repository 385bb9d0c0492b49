/** The renderer's process: says truthfully how an address stands, has the compositor set what is there, and Next the rest. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openArchive } from '#archive/archive';
import { onDamage } from '#archive/damage';
import { watchFiles } from '#archive/fileWatch';
import type { Archive } from '#archive/questions';
import { audienceAt } from '#audience/thisProcess';
import { openRendering, type Render } from '#compositor/rendering';
import { joinServer } from '#edge/child';
import { complain, takeConsole } from '#edge/log';
import { sparingMark } from '#edge/messages';
import type { ServerMessage } from '#edge/messages';
import { verdictFor } from '#edge/verdict';
import { standingHeader } from '#model/innerHeaders';
import { now } from './clock';
import { settings } from './settings';

process.title = 'standfirst renderer';
takeConsole('renderer');

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

type Say = ReturnType<typeof joinServer>;

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));

/** Answers one question of the door. */
const answering =
  (archive: Archive, render: Render) =>
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
          if (request.headers[standingHeader] === undefined) break;
          response.writeHead(204).end();
          return;
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

/** Letters that waited while the process was away go out now. A fault here must not keep anybody from reading. */
const openPost = (): void => {
  try {
    audienceAt(settings, now);
  } catch (fault) {
    complain('renderer', `no letters can be sent: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
};

let toldParameters = '';

/** Tells the door which query parameters may be those of an old address. */
const tellParameters = (archive: Archive, say: Say): void => {
  const names = [...archive.aliasParameters()].sort();
  if (names.join() === toldParameters) return;
  toldParameters = names.join();
  say({ type: 'parameters', names });
};

/** Whether there is an archive with an edition in it. */
const hasEdition = (archive: Archive): boolean => {
  try {
    return archive.edition().number > 0;
  } catch {
    // Not there yet, of another release, or damaged: the publisher makes it anew.
    return false;
  }
};

/** Milliseconds for warming up: a page that hangs must not keep the renderer from answering the others. */
const warmLimit = 5000;

/**
 * Renders one page of each type before the first reader asks: the first rendering of a type takes ten times as long as the
 * next ones. What fails here fails again where somebody asks for it.
 */
const warmUp = async (archive: Archive, ownPort: number): Promise<void> => {
  const newest = archive.latest(1, 1, now()).items[0];
  const day = newest?.address.split('/').slice(0, 4).join('/');
  const pages = newest && [newest.address, `/category/${newest.category.slug}`, day, day?.slice(0, 8)];
  const until = AbortSignal.timeout(warmLimit);
  for (const path of [
    '/_not-found',
    '/corrections/feed.xml',
    '/',
    ...(pages ?? []),
    ...(newest ? [newest.address] : []),
  ]) {
    if (path === undefined || until.aborted) continue;
    await fetch(`http://${host}:${ownPort}${encodeURI(path)}`, { signal: until, redirect: 'manual' })
      .then((response) => response.arrayBuffer())
      .catch(() => undefined);
  }
};

/** Writes what the front door counted into the database, and says whether it is there; if not, it comes again. */
const keepLoad = async ({ load, counts }: Extract<ServerMessage, { type: 'reads' }>, say: Say): Promise<void> => {
  try {
    const { addReads, renewRanking } = audienceAt(settings, now);
    await addReads(counts);
    say({ type: 'reads', load, kept: true });
    await renewRanking();
  } catch (fault) {
    complain('renderer', `reads could not be kept: ${reasonOf(fault)}`);
    // Said twice for one load, the second is passed over.
    say({ type: 'reads', load, kept: false });
  }
};

/** Milliseconds between two looks at what is most read, and those that a start waits for the first. */
const rankingEvery = 60_000;
const rankingWithin = 1000;

/** Holds what is most read, also by what other nodes counted. A fault here must not keep anybody from reading. */
const followReads = async (): Promise<void> => {
  const renew = async (): Promise<void> => {
    try {
      await audienceAt(settings, now).renewRanking();
    } catch (fault) {
      complain('renderer', `what is most read is not known: ${reasonOf(fault)}`);
    }
  };
  setInterval(() => void renew(), rankingEvery).unref();
  await Promise.race([renew(), new Promise((late) => setTimeout(late, rankingWithin))]);
};

const start = async (): Promise<void> => {
  const isSparing = process.env[sparingMark] !== undefined;
  const server = createServer({ keepAliveTimeout: 0 });
  const archive = openArchive({ dataDir: settings.dataDir });
  let say: Say = () => undefined;
  let open = false;
  const firstEdition = new Promise<void>((resolve) => {
    const onEdition = (): void => {
      resolve();
      if (open) tellParameters(archive, say);
    };
    say = joinServer({ onEdition, onReads: (load) => void keepLoad(load, say), onStop: () => void server.close() });
  });
  onDamage(({ file }) => say({ type: 'damaged', file }));
  watchFiles(settings.dataDir, (what) => {
    // Another archive is gone over to by itself; what lies beside it is shared by all that this process has open.
    if (what === 'file') return;
    complain('renderer', 'what SQLite keeps beside archive.db was replaced: this process would see no more editions');
    process.exit(1);
  });
  const render = await openRendering({
    root: process.cwd(),
    siteUrl: settings.siteUrl,
    nextAhead: !isSparing,
    complain: (what) => complain('renderer', what),
  });
  const answer = answering(archive, render);
  server.on('request', (request, response) => void answer(request, response));
  server.listen(0, host);
  await once(server, 'listening');
  // A server that listens on a port has an address of this kind.
  const { port: ownPort } = server.address() as AddressInfo;
  // Nobody knows the port yet: while the publisher compares the folder, the last archive is good enough to warm up on.
  const isWarm = isSparing || hasEdition(archive);
  if (isWarm && !isSparing) await warmUp(archive, ownPort);
  await firstEdition;
  openPost();
  await followReads();
  if (!isWarm && hasEdition(archive)) await warmUp(archive, ownPort);
  open = true;
  if (hasEdition(archive)) tellParameters(archive, say);
  say({ type: 'ready', port: ownPort });
};

await start();
