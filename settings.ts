/** What differs from one machine to the next: read once from the environment, checked, with a readable error. */
import { resolve } from 'node:path';
import { gitEnvironment, PlanFault, pullPlanFrom } from '#archive/remote/plan';
import type { PullPlan } from '#archive/remote/plan';
import { logFormats, logLevels } from '#edge/logWords';
import { ProxyFault, trustedProxiesFrom } from '#edge/trustedProxies';

/** Settings of this machine; folders are absolute. The table in `docs/operations.md` says what each is for. */
export type Settings = {
  readonly port: number;
  /** Absent: all interfaces. */
  readonly host?: string;
  /** Public address without a slash at the end. */
  readonly siteUrl: string;
  readonly contentDir: string;
  readonly dataDir: string;
  /** Proxies that may say for whom they ask, as `edge/trustedProxies.ts` reads them; empty: nobody. */
  readonly trustedProxies: string;
  /** Further host names of the site, in lower case; readers who use them are sent to `siteUrl`. */
  readonly alsoHosts: readonly string[];
  /** Megabytes of finished pages that the front door keeps in memory. */
  readonly keepMegabytes: number;
  /** Connections of readers that the front door has open at the same time. */
  readonly maxConnections: number;
  /** Absent: SQLite in `dataDir`. */
  readonly databaseUrl?: string;
  /** Absent: mail is written to `dataDir/outbox`. */
  readonly smtpUrl?: string;
  /** Absent: made once in `dataDir/secret`. */
  readonly siteSecret?: string;
  /** The git remote from which the paper comes, and what git may see of the environment; absent: nothing is pulled. */
  readonly pull?: PullPlan & { readonly env: Readonly<Record<string, string>> };
  /** Signs the word of the git host that there is something to pull; absent: nobody is heard. */
  readonly publishSecret?: string;
  /** Key for IndexNow; absent: the one of `site.config.ts`, if any. */
  readonly indexNowKey?: string;
  /** Where Prometheus reads the metrics; absent: nothing is counted. */
  readonly metrics?: { readonly port: number; readonly host: string };
  /** Each answer says in `Server-Timing` how it came about and what it cost: for development. */
  readonly serverTiming: boolean;
  /** Drafts and embargoed pieces are shown, marked: `npm run dev` only. */
  readonly preview: boolean;
};

/** A setting that cannot be used; the message names the variable, what it holds and what to write. */
export class SettingFault extends Error {}

const portOf = (name: string, text: string, without: string): number => {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new SettingFault(
    `${name} is "${text}", which is no port. Write a number from 1 to 65535, or leave it out for ${without}.`,
  );
};

/** Metrics tell nothing of readers, but much of the site: without `METRICS_HOST` only this machine can read them. */
const metricsOf = (port: string | undefined, host: string | undefined): Settings['metrics'] =>
  port ? { port: portOf('METRICS_PORT', port, 'no metrics'), host: host || '127.0.0.1' } : undefined;

const oneOf = (name: string, text: string | undefined, words: readonly string[]): void => {
  if (!text || words.includes(text)) return;
  throw new SettingFault(`${name} is "${text}". Write one of: ${words.join(', ')}.`);
};

type Bounds = { readonly from: number; readonly to: number; readonly without: number };

/** A whole number of things between two bounds. */
const numberOf = (name: string, text: string | undefined, things: string, { from, to, without }: Bounds): number => {
  if (text === undefined || text === '') return without;
  const count = Number(text);
  if (Number.isInteger(count) && count >= from && count <= to) return count;
  throw new SettingFault(
    `${name} is "${text}", which is no number of ${things}. Write one from ${from} to ${to}, or leave it out for ${without}.`,
  );
};

const siteUrlOf = (text: string | undefined, port: number): string => {
  if (text === undefined || text === '') return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const plain =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (url && plain) return url.origin;
  throw new SettingFault(`SITE_URL is "${text}". Write the public address alone, like https://news.example.`);
};

/** What an answer cost tells a stranger what is kept and what is not, and whom he can keep busy. */
const serverTimingOf = (text: string | undefined, siteUrl: string): boolean => {
  oneOf('SERVER_TIMING', text, ['0', '1']);
  if (text !== '1') return false;
  if (!siteUrl.startsWith('https:')) return true;
  throw new SettingFault(
    'SERVER_TIMING is set on a site with an https address. It is for development: take it out of the environment.',
  );
};

const urlOf = (name: string, text: string | undefined, protocols: RegExp, example: string): string | undefined => {
  if (text === undefined || text === '') return undefined;
  if (URL.canParse(text) && protocols.test(new URL(text).protocol)) return text;
  // The value may hold a password, so it is not repeated.
  throw new SettingFault(
    `${name} is not an address that can be used. Write something like ${example}, or leave it out.`,
  );
};

const secretOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined;
  if (text.length >= 32) return text;
  throw new SettingFault('SITE_SECRET is shorter than 32 characters. Make one with: openssl rand -hex 32');
};

const publishSecretOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined;
  if (text.length >= 24) return text;
  throw new SettingFault('PUBLISH_SECRET is shorter than 24 characters. Make one with: openssl rand -hex 32');
};

const pullOf = (env: Readonly<Record<string, string | undefined>>): Settings['pull'] => {
  try {
    const plan = pullPlanFrom(env);
    return plan && { ...plan, env: gitEnvironment(env) };
  } catch (fault) {
    if (!(fault instanceof PlanFault)) throw fault;
    throw new SettingFault(fault.message);
  }
};

const indexNowKeyOf = (text: string | undefined): string | undefined => {
  if (text === undefined || text === '') return undefined;
  if (/^[A-Za-z0-9-]{8,128}$/.test(text)) return text;
  throw new SettingFault(
    'INDEXNOW_KEY is no key: 8 to 128 letters, digits and hyphens. Make one with: openssl rand -hex 16',
  );
};

const proxiesOf = (text = ''): string => {
  try {
    trustedProxiesFrom(text);
    return text;
  } catch (fault) {
    if (!(fault instanceof ProxyFault)) throw fault;
    throw new SettingFault(`TRUSTED_PROXIES: ${fault.message}.`);
  }
};

const hostsOf = (text = ''): readonly string[] => {
  const names = text
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '');
  const bad = names.find((name) => !/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/.test(name));
  if (bad === undefined) return names;
  throw new SettingFault(
    `ALSO_HOSTS has "${bad}", which is no host name. Write names alone, with commas: www.news.example.`,
  );
};

/** The difference in milliseconds that `TEST_CLOCK` asks for; refused on a site that readers could reach by https. */
export const clockShiftFor = (text: string | undefined, siteUrl: string, at: number): number => {
  if (text === undefined || text === '') return 0;
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(moment)) {
    throw new SettingFault(`TEST_CLOCK is "${text}". Write a moment with its offset, like 2026-10-15T09:00:00+03:00.`);
  }
  if (siteUrl.startsWith('https:')) {
    throw new SettingFault(
      'TEST_CLOCK is set on a site with an https address. Take TEST_CLOCK out of the environment.',
    );
  }
  return moment - at;
};

/** Reads all settings; throws `SettingFault` for the first that cannot be used. */
export const settingsFrom = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const port = env.PORT ? portOf('PORT', env.PORT, '3000') : 3000;
  const metrics = metricsOf(env.METRICS_PORT, env.METRICS_HOST);
  // `edge/log.ts` reads these two, because it must speak before anything else; here they are only checked.
  oneOf('LOG_LEVEL', env.LOG_LEVEL, logLevels);
  oneOf('LOG_FORMAT', env.LOG_FORMAT, logFormats);
  const siteUrl = siteUrlOf(env.SITE_URL, port);
  const databaseUrl = urlOf('DATABASE_URL', env.DATABASE_URL, /^postgres(ql)?:$/, 'postgres://user:password@host/name');
  const smtpUrl = urlOf('SMTP_URL', env.SMTP_URL, /^smtps?:$/, 'smtps://user:password@mail.example');
  const siteSecret = secretOf(env.SITE_SECRET);
  const indexNowKey = indexNowKeyOf(env.INDEXNOW_KEY);
  const pull = pullOf(env);
  const publishSecret = publishSecretOf(env.PUBLISH_SECRET);
  return {
    port,
    ...(env.HOST && { host: env.HOST }),
    siteUrl,
    contentDir: resolve(/*turbopackIgnore: true*/ env.CONTENT_DIR || 'content'),
    keepMegabytes: numberOf('KEEP_MB', env.KEEP_MB, 'megabytes', { from: 1, to: 65_536, without: 128 }),
    maxConnections: numberOf('MAX_CONNECTIONS', env.MAX_CONNECTIONS, 'connections', {
      from: 10,
      to: 1_000_000,
      without: 10_000,
    }),
    trustedProxies: proxiesOf(env.TRUSTED_PROXIES),
    alsoHosts: hostsOf(env.ALSO_HOSTS),
    dataDir: resolve(/*turbopackIgnore: true*/ env.DATA_DIR || '.data'),
    ...(databaseUrl && { databaseUrl }),
    ...(smtpUrl && { smtpUrl }),
    ...(siteSecret && { siteSecret }),
    ...(indexNowKey && { indexNowKey }),
    ...(pull && { pull }),
    ...(publishSecret && { publishSecret }),
    ...(metrics && { metrics }),
    serverTiming: serverTimingOf(env.SERVER_TIMING, siteUrl),
    preview: env.STANDFIRST_PREVIEW === '1',
  };
};

/** A wrong setting ends the process with its message alone: the person who starts the site needs no stack. */
const settingsOfThisProcess = (): Settings => {
  try {
    return settingsFrom(process.env);
  } catch (fault) {
    if (!(fault instanceof SettingFault)) throw fault;
    console.error(fault.message);
    process.exit(1);
  }
};

/** The settings of this process. */
export const settings: Settings = settingsOfThisProcess();
