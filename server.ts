/** The front door's process: listens to readers, and keeps the renderer and the publisher alive. */
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { frontDoor } from '#edge/frontDoor';
import { keep } from '#edge/keeper';
import { rendererLine } from '#edge/line';
import { listen, stopListening } from '#edge/listening';
import { log } from '#edge/log';
import type { ChildMessage, EditionNews } from '#edge/messages';
import { notFoundPage } from '#edge/notFound';
import { headersInward } from '#edge/passage';
import { policiesFor } from '#edge/policies';
import { staticFiles } from '#edge/staticFiles';
import { site } from '#site';
import { clockShiftFor, SettingFault, settings } from './settings';

/** Milliseconds within which everything in flight is finished once the server is told to stop; children get the rest of ten seconds. */
const drainWithin = 8000;
const childrenWithin = 1500;

const clockShift = (): number => {
  try {
    return clockShiftFor(process.env.TEST_CLOCK, settings.siteUrl, Date.now());
  } catch (fault) {
    console.error(fault instanceof SettingFault ? fault.message : fault);
    process.exit(1);
  }
};

/** The scripts lie beside this one and have its ending: `.js` when bundled, `.ts` under tsx. */
const scriptOf = (name: string): string => {
  const here = fileURLToPath(import.meta.url);
  return join(here, '..', name + extname(here));
};

/** Starts everything. */
const start = async (): Promise<void> => {
  const shift = clockShift();
  const line = rendererLine({ patience: 20_000 });
  let edition: EditionNews | undefined;
  let publisherIsReady = false;
  let handle: ReturnType<typeof frontDoor> | undefined;
  const server = await listen(settings, (request, response) => void handle?.(request, response));
  const { port } = server.address() as AddressInfo;
  const siteUrl = process.env.SITE_URL ? settings.siteUrl : `http://localhost:${port}`;
  const env = { SITE_URL: siteUrl, CLOCK_SHIFT: String(shift), NODE_ENV: process.env.NODE_ENV ?? 'production' };
  const notFound = notFoundPage(line, headersInward({}, { remote: undefined, siteUrl }));
  handle = frontDoor({
    line,
    files: staticFiles(process.cwd()),
    policies: policiesFor({ siteUrl, frameOrigins: [] }),
    siteUrl,
    notFound,
    health: () => ({
      renderer: line.isOpen() ? 'ready' : 'starting',
      publisher: publisherIsReady ? 'ready' : 'starting',
      edition: edition?.number,
    }),
  });
  if (shift !== 0)
    log('edge', `TEST_CLOCK: this site believes that it is ${new Date(Date.now() + shift).toISOString()}`);

  let announced = false;
  const announce = (): void => {
    if (announced) return;
    announced = true;
    console.log(`\n${site.name} is at ${siteUrl}\n`);
  };
  const renderer = keep({
    name: 'renderer',
    script: scriptOf('renderer'),
    execArgv: process.execArgv,
    env,
    mayMiss: 3,
    onMessage: (message: ChildMessage) => {
      if (message.type !== 'ready' || message.port === undefined) return;
      line.open(message.port);
      announce();
    },
    onStart: () => edition && renderer.tell({ type: 'edition', edition }),
    onGone: line.close,
  });
  const publisher = keep({
    name: 'publisher',
    script: scriptOf('publisher'),
    execArgv: process.execArgv,
    env,
    // One transaction of many thousand articles holds up its heart; nobody waits for it meanwhile.
    mayMiss: 30,
    onMessage: (message: ChildMessage) => {
      if (message.type === 'ready') publisherIsReady = true;
      if (message.type !== 'edition') return;
      edition = message.edition;
      notFound.forget();
      renderer.tell({ type: 'edition', edition });
    },
    onGone: () => (publisherIsReady = false),
  });

  let stops = 0;
  const stop = async (signal: string): Promise<void> => {
    stops += 1;
    if (stops > 1) process.exit(1);
    log('edge', `${signal}: finishing what is in flight`);
    await stopListening(server, drainWithin);
    await Promise.all([renderer.stop(childrenWithin), publisher.stop(childrenWithin)]);
    process.exit(0);
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
};

await start();
