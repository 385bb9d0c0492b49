/** The front door's process: `npm start` ends here. Opens the site, tells where it is, and closes it when told to. */
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keyFileAddress } from '#audience/receivers';
import { uncounted } from '#edge/counting';
import type { Counting } from '#edge/counting';
import { frameOrigins } from '#edge/frameOrigins';
import { log, logIsForMachines, takeConsole } from '#edge/log';
import { openMetricsPort } from '#edge/metricsPort';
import { openSite } from '#edge/processes';
import type { StaticFile } from '#edge/staticFiles';
import { trustedProxiesFrom } from '#edge/trustedProxies';
import { contentUsage } from '#model/machinePolicy';
import { siteFaults } from '#model/siteRules';
import { formatDay } from '#model/dates';
import { site } from '#site';
import { openDataFolder } from './dataFolder';
import { clockShiftFor, SettingFault, settings } from './settings';

takeConsole('edge');

/** What the settings ask for; the person who wrote a wrong one is told of it, and the process ends. */
const orEnd = <T>(work: () => T): T => {
  try {
    return work();
  } catch (fault) {
    if (!(fault instanceof SettingFault)) throw fault;
    console.error(fault.message);
    process.exit(1);
  }
};

/** The scripts lie beside this one and have its ending: `.js` when bundled, `.ts` under tsx. */
const scriptOf = (name: string): string => {
  const here = fileURLToPath(import.meta.url);
  return join(here, '..', name + extname(here));
};

const faults = siteFaults(site);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

const shift = orEnd(() => clockShiftFor(process.env.TEST_CLOCK, settings.siteUrl, Date.now()));
orEnd(() => openDataFolder(settings.dataDir));
if (shift !== 0) {
  const believed = new Date(Date.now() + shift).toISOString();
  log('edge', `ATTENTION: TEST_CLOCK is set, and this site believes that it is ${believed}`);
}
/** The file by which search engines know that who tells them of changes is this site. */
const keyFile = (): ReadonlyMap<string, StaticFile> => {
  const key = settings.indexNowKey ?? site.indexNow.key;
  if (key === undefined) return new Map();
  const body = Buffer.from(key);
  return new Map([
    [keyFileAddress(key), { type: 'text/plain; charset=utf-8', cacheControl: 'public, max-age=3600', body }],
  ]);
};

/** Counts only where somebody will read it: the package that counts takes memory, and each answer a little time. */
const countingOf = async (): Promise<Counting> => {
  if (!settings.metrics) return uncounted;
  const { createMetrics } = await import('#edge/metrics');
  const metrics = createMetrics(() => Date.now() + shift);
  await openMetricsPort(settings.metrics, metrics);
  return metrics.counting;
};

const { stop } = await openSite({
  counting: await countingOf(),
  place: settings,
  siteUrl: process.env.SITE_URL ? settings.siteUrl : undefined,
  root: process.cwd(),
  scripts: { renderer: scriptOf('renderer'), publisher: scriptOf('publisher') },
  execArgv: process.execArgv,
  clockShift: shift,
  frameOrigins,
  files: keyFile(),
  trusted: trustedProxiesFrom(settings.trustedProxies),
  alsoHosts: settings.alsoHosts,
  ...(settings.pull &&
    settings.publishSecret !== undefined && {
      publish: { secret: settings.publishSecret, branch: settings.pull.branch },
    }),
  keep: settings.keepMegabytes * 1_000_000,
  connections: settings.maxConnections,
  serverTiming: settings.serverTiming,
  day: () => formatDay(Date.now() + shift, site),
  contentUsage: contentUsage(site.machines),
  opened: (siteUrl) => {
    if (logIsForMachines) log('edge', `${site.name} is at ${siteUrl}`);
    else console.log(`\n${site.name} is at ${siteUrl}\n`);
  },
});

let asked = false;
const close = async (signal: NodeJS.Signals): Promise<void> => {
  // Whoever presses Ctrl-C twice means it.
  if (asked) process.exit(1);
  asked = true;
  log('edge', `${signal}: finishing what is in flight`);
  await stop();
  process.exit(0);
};
process.on('SIGTERM', close).on('SIGINT', close);
