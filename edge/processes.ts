/** Opens the front door and keeps the two processes behind it: what they say to each other meets here. */
import type { AddressInfo } from 'node:net';
import { uncounted } from '#edge/counting';
import type { Counting } from '#edge/counting';
import { buildDoorway } from '#edge/doorway';
import { keep } from '#edge/keeper';
import type { Keeper } from '#edge/keeper';
import { rendererLine } from '#edge/line';
import { stopListening } from '#edge/farewell';
import { listen, usualPlaces } from '#edge/listening';
import type { ListeningPlace } from '#edge/listening';
import type { ChildMessage, EditionNews, PullNews } from '#edge/messages';
import { placesFor } from '#edge/openFiles';
import { byMovedClock } from '#edge/movedClock';
import { onOwnHost } from '#edge/ownHost';
import { openPublishDoor } from '#edge/publishDoor';
import type { PublishPlan } from '#edge/publishDoor';
import { policiesFor } from '#edge/policies';
import { openReads } from '#edge/reads';
import { timed } from '#edge/serverTiming';
import { type StaticFile, staticFiles } from '#edge/staticFiles';
import { noProxies } from '#edge/trustedProxies';
import type { TrustedProxies } from '#edge/trustedProxies';
import { warmUp } from '#edge/warmUp';

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
  /** Proxies that may say for whom they ask; absent: nobody. */
  readonly trusted?: TrustedProxies;
  /** Further host names, whose readers are sent to `siteUrl`. */
  readonly alsoHosts?: readonly string[];
  /** Who may say that there is something to publish; absent: nobody. */
  readonly publish?: Pick<PublishPlan, 'secret' | 'branch'>;
  /** Bytes of finished pages in memory at most; pictures get a quarter of that beside. */
  readonly keep: number;
  /** Connections of readers at most; absent: what `edge/listening.ts` says. */
  readonly connections?: number;
  /** Says in each answer what it cost: for development. */
  readonly serverTiming?: boolean;
  /** The day on the newsroom's wall, in any writing that differs from one day to the next. */
  readonly day: () => string;
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
  /** Says farewell to readers, finishes what is in flight, ends the children: within ten seconds. */
  readonly stop: () => Promise<void>;
};

/** Milliseconds that what is in flight gets at the end; the children get the rest of ten seconds. */
const drainWithin = 8000;
const childrenWithin = 1500;
/** Milliseconds that the last counts of reads may take to the database at the end. */
const readsWithin = 400;
/** Milliseconds that a reader waits for a renderer which is starting, before the 503 page. A restart takes one or two seconds. */
const patience = { atStart: 20_000, later: 5000 };

/** Milliseconds between two looks at the calendar on the newsroom's wall: every page names the day. */
const lookEvery = 1000;

/** What the door knows of the processes behind it. */
type State = {
  edition: EditionNews | undefined;
  pulled?: PullNews;
  publisherIsReady: boolean;
  /** Deaths of the publisher before its first edition. */
  publisherDeaths: number;
  opened: boolean;
  /** The first pages are in memory. */
  warm: boolean;
};

/** A publisher that cannot even begin (a full disk, say) must not keep back the paper that lies in the archive. */
const deathsBeforeOldPaper = 3;

/** Opens the site. The process ends with a clear message where the port cannot be had. */
export const openSite = async (plan: SitePlan): Promise<OpenSite> => {
  const { counting = uncounted, trusted = noProxies } = plan;
  const line = rendererLine({ patience: () => (state.warm ? patience.later : patience.atStart) });
  const state: State = { edition: undefined, publisherIsReady: false, publisherDeaths: 0, opened: false, warm: false };
  const reads = openReads({
    now: () => Date.now() + plan.clockShift,
    trusted,
    canTell: line.isOpen,
    tell: (message) => renderer.tell(message),
  });
  const { server, connections } = await listen(plan.place, (request, response) => handle(request, response), {
    places: { most: placesFor(plan.connections ?? usualPlaces), isProxy: trusted.has, ended: counting.ended },
  });
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  const siteUrl = plan.siteUrl ?? `http://localhost:${port}`;
  const policies = policiesFor({
    siteUrl,
    frameOrigins: plan.frameOrigins,
    ...(plan.contentUsage && { contentUsage: plan.contentUsage }),
  });
  const doorway = buildDoorway({
    line,
    siteUrl,
    files: new Map([...staticFiles(plan.root), ...(plan.files ?? [])]),
    keep: plan.keep,
    policies,
    trusted,
    ...(plan.publish && {
      publish: openPublishDoor({ ...plan.publish, policies, trusted, pull: () => publisher.tell({ type: 'pull' }) }),
    }),
    answered: (request, asked, told) => {
      reads.answered(request, asked, told);
      counting.answered({ kind: asked?.known?.kind, ...told });
    },
    health: () => ({
      renderer: line.isOpen() && state.warm ? 'ready' : 'starting',
      publisher: state.publisherIsReady ? 'ready' : 'starting',
      edition: state.edition?.number,
      pulled: state.pulled,
    }),
  });
  // Without a configured address nobody knows under which names the site is reached.
  const hosts = { siteUrl: plan.siteUrl, also: plan.alsoHosts ?? [], trusted };
  const onHost = onOwnHost(hosts, policies, doorway.handle);
  const handle = byMovedClock(plan.clockShift, plan.serverTiming ? timed(onHost) : onHost);
  counting.gauge('keptResponses', () => doorway.shelf.size().count);
  counting.gauge('keptBytes', () => doorway.shelf.size().bytes);
  counting.gauge('questionsAsked', line.asked);
  counting.gauge('questionsWaiting', line.waiting);
  counting.gauge('connections', connections);
  counting.gauge('rendererReady', () => Number(line.isOpen()));
  counting.gauge('publisherReady', () => Number(state.publisherIsReady));
  let day = plan.day();
  const midnight = setInterval(() => {
    if (plan.day() === day) return;
    day = plan.day();
    doorway.keeping.turnDay();
  }, lookEvery).unref();
  const shared = {
    execArgv: plan.execArgv,
    ...(plan.heartbeat !== undefined && { heartbeat: plan.heartbeat }),
    // The secret of the webhook is the door's alone.
    env: { SITE_URL: siteUrl, CLOCK_SHIFT: String(plan.clockShift), PUBLISH_SECRET: '' },
  };
  /** Readiness is told when the front and the newest articles are in memory; without a page that fails, in half a second. */
  const openOnce = async (): Promise<void> => {
    if (state.opened) return;
    state.opened = true;
    await warmUp(doorway.keeping);
    state.warm = true;
    plan.opened(siteUrl);
  };
  const renderer: Keeper = keep({
    ...shared,
    name: 'renderer',
    script: plan.scripts.renderer,
    mayMiss: 3,
    onStart: (tell) => {
      if (state.edition || state.publisherDeaths >= deathsBeforeOldPaper) {
        tell({ type: 'edition', edition: state.edition });
      }
    },
    onMessage: (message: ChildMessage) => {
      switch (message.type) {
        case 'parameters':
          return doorway.learnParameters(message.names);
        case 'reads':
          return reads.heard(message.load, message.kept);
        case 'damaged':
          return publisher.tell({ type: 'mend', file: message.file });
        case 'ready':
          if (message.port !== undefined) line.open(message.port);
          void openOnce();
      }
    },
    onGone: () => {
      line.close();
      reads.lost();
    },
    onRestart: () => counting.restarted('renderer'),
  });
  const publisher: Keeper = keep({
    ...shared,
    name: 'publisher',
    script: plan.scripts.publisher,
    // One transaction of many thousand articles holds up its heart; no reader waits for it.
    mayMiss: 30,
    onStart: (tell) => tell({ type: 'edition', edition: state.edition }),
    onMessage: (message: ChildMessage) => {
      if (message.type === 'ready') state.publisherIsReady = true;
      if (message.type === 'pulled') {
        state.pulled = message.pulled;
        counting.pulled(message.pulled);
      }
      if (message.type !== 'edition') return;
      const isNew = message.edition.number !== state.edition?.number || message.edition.at !== state.edition.at;
      state.edition = message.edition;
      if (!isNew) return;
      counting.edition(message.edition);
      doorway.turnTo(message.edition);
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
    clearInterval(midnight);
    await stopListening(server, drainWithin);
    await reads.finish(readsWithin);
    await Promise.all([renderer.stop(childrenWithin), publisher.stop(childrenWithin)]);
  };
  return { siteUrl, renderer, publisher, stop };
};
