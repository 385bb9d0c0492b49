/** Opens the front door and keeps the two processes behind it: what they say to each other meets here. */
import type { AddressInfo } from 'node:net';
import { uncounted } from '#edge/counting';
import type { Counting } from '#edge/counting';
import { frontDoor } from '#edge/frontDoor';
import { keep } from '#edge/keeper';
import type { Keeper } from '#edge/keeper';
import { rendererLine } from '#edge/line';
import { listen, stopListening } from '#edge/listening';
import type { ListeningPlace } from '#edge/listening';
import type { ChildMessage, EditionNews } from '#edge/messages';
import { notFoundPage } from '#edge/notFound';
import { headersInward } from '#edge/passage';
import { policiesFor } from '#edge/policies';
import { type StaticFile, staticFiles } from '#edge/staticFiles';

/** What it takes to open the site. */
export type SitePlan = {
  readonly place: ListeningPlace;
  /** Public address; absent: `http://localhost` with the port that was opened. */
  readonly siteUrl?: string | undefined;
  /** The folder of the clone, where the build lies. */
  readonly root: string;
  /** Scripts to fork, and the arguments to Node that they need. */
  readonly scripts: { readonly renderer: string; readonly publisher: string };
  readonly execArgv: readonly string[];
  /** Milliseconds by which the site's clock differs from the machine's. */
  readonly clockShift: number;
  /** Origins that embeds may show in a frame. */
  readonly frameOrigins: readonly string[];
  /** Files that the settings make rather than the build, by address. */
  readonly files?: ReadonlyMap<string, StaticFile>;
  /** Value of the header `Content-Usage`; absent: none is sent. */
  readonly contentUsage?: string;
  /** Milliseconds between heartbeats, where a test has no seconds to spare. */
  readonly heartbeat?: number;
  /** Told of what is counted; absent: nothing is. */
  readonly counting?: Counting;
  /** Told once, when readers can come. */
  readonly opened: (siteUrl: string) => void;
};

/** The open site. */
export type OpenSite = {
  readonly siteUrl: string;
  readonly renderer: Keeper;
  readonly publisher: Keeper;
  /** Stops accepting, finishes what is in flight, ends the children: within ten seconds. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds that what is in flight gets at the end; the children get the rest of ten seconds. */
const drainWithin = 8000;
const childrenWithin = 1500;
/** Milliseconds that a reader waits for a renderer which is starting, before the 503 page. */
const patience = 20_000;

/** What the door knows of the processes behind it. */
type State = {
  edition: EditionNews | undefined;
  publisherIsReady: boolean;
  /** Deaths of the publisher before its first edition. */
  publisherDeaths: number;
  opened: boolean;
};

/** A publisher that cannot even begin (a full disk, say) must not keep back the paper that lies in the archive. */
const deathsBeforeOldPaper = 3;

/** Opens the site. The process ends with a clear message where the port cannot be had. */
export const openSite = async (plan: SitePlan): Promise<OpenSite> => {
  const line = rendererLine({ patience });
  const { counting = uncounted } = plan;
  const state: State = { edition: undefined, publisherIsReady: false, publisherDeaths: 0, opened: false };
  const server = await listen(plan.place, (request, response) => void handle(request, response));
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const siteUrl = plan.siteUrl ?? `http://localhost:${port}`;
  const notFound = notFoundPage(line, headersInward({}, { remote: undefined, siteUrl }));
  const handle = frontDoor({
    line,
    siteUrl,
    notFound,
    files: new Map([...staticFiles(plan.root), ...(plan.files ?? [])]),
    policies: policiesFor({
      siteUrl,
      frameOrigins: plan.frameOrigins,
      ...(plan.contentUsage && { contentUsage: plan.contentUsage }),
    }),
    health: () => ({
      renderer: line.isOpen() ? 'ready' : 'starting',
      publisher: state.publisherIsReady ? 'ready' : 'starting',
      edition: state.edition?.number,
    }),
  });
  counting.gauge('rendererReady', () => Number(line.isOpen()));
  counting.gauge('publisherReady', () => Number(state.publisherIsReady));
  const shared = {
    execArgv: plan.execArgv,
    ...(plan.heartbeat !== undefined && { heartbeat: plan.heartbeat }),
    env: { SITE_URL: siteUrl, CLOCK_SHIFT: String(plan.clockShift) },
  };
  const renderer: Keeper = keep({
    ...shared,
    name: 'renderer',
    script: plan.scripts.renderer,
    mayMiss: 3,
    onStart: () => {
      if (state.edition || state.publisherDeaths >= deathsBeforeOldPaper) {
        renderer.tell({ type: 'edition', edition: state.edition });
      }
    },
    onMessage: (message: ChildMessage) => {
      if (message.type !== 'ready' || message.port === undefined) return;
      line.open(message.port);
      if (!state.opened) plan.opened(siteUrl);
      state.opened = true;
    },
    onGone: line.close,
    onRestart: () => counting.restarted('renderer'),
  });
  const publisher = keep({
    ...shared,
    name: 'publisher',
    script: plan.scripts.publisher,
    // One transaction of many thousand articles holds up its heart; no reader waits for it.
    mayMiss: 30,
    onMessage: (message: ChildMessage) => {
      if (message.type === 'ready') state.publisherIsReady = true;
      if (message.type !== 'edition') return;
      state.edition = message.edition;
      counting.edition(message.edition);
      notFound.forget();
      renderer.tell({ type: 'edition', edition: message.edition });
    },
    onRestart: () => counting.restarted('publisher'),
    onGone: () => {
      state.publisherIsReady = false;
      state.publisherDeaths += 1;
      if (!state.edition && state.publisherDeaths === deathsBeforeOldPaper) {
        renderer.tell({ type: 'edition', edition: undefined });
      }
    },
  });
  const stop = async (): Promise<void> => {
    await stopListening(server, drainWithin);
    await Promise.all([renderer.stop(childrenWithin), publisher.stop(childrenWithin)]);
  };
  return { siteUrl, renderer, publisher, stop };
};
