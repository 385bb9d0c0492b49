/** The site as `npm start` runs it, on a newsroom of the benchmark: opened, asked, and ended with all its processes. */
import { benchClock } from './newsrooms';
import { siteScript } from './scripts';
import { descendantsOf, titleOf } from './spent';
import { freePort, start } from './started';

/** What a site is opened on. */
export type SitePlace = {
  readonly contentDir: string;
  readonly dataDir: string;
  /** Further settings of the environment. */
  readonly env?: Readonly<Record<string, string>>;
};

/** The processes of a site. */
export type SitePids = { readonly door: number; readonly renderer: number; readonly publisher: number };

/** A site that readers can come to. */
export type MeasuredSite = {
  readonly url: string;
  /** Milliseconds from the start of the process to readiness. */
  readonly readyAfter: number;
  readonly pids: () => SitePids;
  /** Number of the edition that the door knows of. */
  readonly edition: () => Promise<number>;
  readonly end: () => Promise<void>;
};

/** Milliseconds that a site may take until it is ready: a large archive may have to be made. */
const patience = 300_000;
const lookEvery = 10;

type Report = { readonly ready: boolean; readonly edition?: number };

const reportOf = async (url: string): Promise<Report | undefined> => {
  try {
    const answer = await fetch(`${url}/api/health/ready`);
    // What `edge/health.ts` writes.
    return (await answer.json()) as Report;
  } catch {
    return undefined;
  }
};

/** What the environment of every measured program holds. */
export const environmentOf = ({ contentDir, dataDir, env }: SitePlace, port: number): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  PORT: String(port),
  HOST: '127.0.0.1',
  CONTENT_DIR: contentDir,
  DATA_DIR: dataDir,
  TEST_CLOCK: benchClock,
  LOG_LEVEL: 'error',
  ...env,
});

const pidsUnder = (door: number): SitePids => {
  const children = descendantsOf(door);
  const named = (name: string): number => children.find((pid) => titleOf(pid).includes(name)) ?? 0;
  return { door, renderer: named('renderer'), publisher: named('publisher') };
};

/** Starts the site and waits until it says that it is ready. */
export const openMeasuredSite = async (place: SitePlace): Promise<MeasuredSite> => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const started = start(process.execPath, [siteScript('server')], { env: environmentOf(place, port) });
  while (!(await reportOf(url))?.ready) {
    if (started.child.exitCode !== null || performance.now() - began > patience) {
      await started.end();
      throw new Error(`The site did not become ready. It said:\n${started.said()}`);
    }
    await new Promise((again) => setTimeout(again, lookEvery));
  }
  return {
    url,
    readyAfter: performance.now() - began,
    pids: () => pidsUnder(started.pid),
    edition: async () => (await reportOf(url))?.edition ?? 0,
    end: started.end,
  };
};
