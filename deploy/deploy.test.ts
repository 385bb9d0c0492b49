import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { healthAddress } from '#edge/health';
import { usualLimits } from '#edge/listening';
import { createMetrics } from '#edge/metrics';
import { openedBy } from '#edge/opened';
import { placesFor } from '#edge/openFiles';
import { fileLimit, largestForm } from '#edge/passing';
import { largestHook } from '#edge/publishDoor';
import { settingsFrom } from '../settings';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const docker = read('Dockerfile').replaceAll('\\\n', ' ');
const unit = read('deploy/standfirst.service');
const nginx = read('deploy/nginx.conf');
const caddy = read('deploy/Caddyfile');

/** The first group of each match. */
const all = (text: string, form: RegExp): string[] => Array.from(text.matchAll(form), ([, found = '']) => found);
const one = (text: string, form: RegExp): string => all(text, form)[0] ?? `nothing like ${String(form)}`;
const seconds = (text: string): number => Number(/^(\d+)s$/.exec(text)?.[1]);

/** What the site reads of its environment: asked of the reader itself. */
const settingNames = new Set(['TEST_CLOCK']);
settingsFrom(
  new Proxy<Record<string, string | undefined>>(
    {},
    {
      get: (_, name) => {
        settingNames.add(String(name));
        return undefined;
      },
    },
  ),
);
/** With the two that Node and Next read. */
const known = new Set([...settingNames, 'NODE_ENV', 'NEXT_TELEMETRY_DISABLED']);

const unitSettings = Object.fromEntries(all(unit, /^Environment=(.+)$/gm).map((pair) => pair.split('=', 2)));
type Compose = {
  readonly services: { readonly site: Record<string, never> & { environment: Record<string, string> } };
};
const { site: composed } = (parse(read('deploy/compose.yaml')) as Compose).services;
const composeSettings = Object.fromEntries(
  Object.entries(composed.environment).map(([name, value]) => [name, value.replace(/^\$\{\w+:-(.*)\}$/, '$1')]),
);
const dockerSettings = Object.fromEntries(
  all(docker, /^ENV (.+)$/gm).flatMap((line) =>
    line
      .trim()
      .split(/\s+/)
      .map((pair) => pair.split('=', 2)),
  ),
);

test.each([
  ['the container', dockerSettings],
  ['the systemd unit', unitSettings],
  ['the composition', composeSettings],
])('%s sets nothing that the site does not know, and nothing that it refuses', (_, env: Record<string, string>) => {
  expect(Object.keys(env).filter((name) => !known.has(name))).toEqual([]);
  expect(() => settingsFrom(env)).not.toThrow();
});

test('every setting stands in the table of settings, and is kept out of the tests of this machine', () => {
  const told = new Set(all(read('docs/operations.md'), /`([A-Z][A-Z_]+)`/g));
  const foreign = read('press/test.mjs');
  const own = [...settingNames].filter((name) => name !== 'STANDFIRST_PREVIEW');
  expect(own.filter((name) => !told.has(name))).toEqual([]);
  expect([...settingNames].filter((name) => !foreign.includes(`'${name}'`))).toEqual([]);
});

/** Files that the builder of an image would see. */
const isLetThrough = (path: string): boolean =>
  !read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .some((rule) => path === rule || path.startsWith(`${rule}/`));

test('the container is made of what is there, and of everything that the build reads', () => {
  const copied = all(docker, /^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm).flatMap((names) => names.split(' '));
  expect(copied.filter((name) => !existsSync(join(root, name)) || !isLetThrough(name))).toEqual([]);
  const sources = all(one(read('press/build.mjs'), /const sources = \[([^]*?)\]\.flat/g), /'([^']+)'/g);
  expect(sources.length).toBeGreaterThan(10);
  expect([...sources, 'press/make.mjs'].filter((name) => !existsSync(join(root, name)) || !isLetThrough(name))).toEqual(
    [],
  );
  for (const kept of ['.env.local', 'node_modules', '.git', '.data', '.next', '.build']) {
    expect(isLetThrough(kept) && kept !== '.env.local', kept).toBe(false);
  }
});

test('the container runs what the build makes, on a Node that will do, as somebody without rights', () => {
  const versions = all(docker, /^FROM node:(\d+)/gm);
  expect(new Set(versions).size).toBe(1);
  expect(Number(versions[0])).toBeGreaterThanOrEqual(24);
  expect(docker).toMatch(/^USER node$/m);
  expect(JSON.parse(one(docker, /^CMD (.+)$/gm))).toEqual(['node', '--enable-source-maps', '.build/server.js']);
  expect(one(docker, /^EXPOSE (\d+)$/gm)).toBe(String(settingsFrom({}).port));
  expect(one(docker, /^VOLUME (.+)$/gm)).toBe(settingsFrom(dockerSettings).dataDir);
  expect(docker).toContain(`ENTRYPOINT ["/usr/bin/tini", "--"]`);
});

test('the container is asked for a health address that there is', () => {
  const path = one(docker, /(\/api\/health\/\w+)/g);
  expect(healthAddress(path)).toBe('live');
});

test('the unit starts the same, waits longer than the site takes to end, and lets it open its files', () => {
  expect(one(unit, /^ExecStart=(.+)$/gm)).toBe('/usr/bin/node --enable-source-maps .build/server.js');
  expect(seconds(one(unit, /^TimeoutStopSec=(.+)$/gm))).toBeGreaterThan(10);
  expect(seconds(String(composed.stop_grace_period))).toBeGreaterThan(10);
  const { maxConnections } = settingsFrom({});
  const limits = `Max open files ${one(unit, /^LimitNOFILE=(\d+)$/gm)} x files`;
  expect(placesFor(maxConnections, limits)).toBe(maxConnections);
  expect(unit).toMatch(/^OOMPolicy=continue$/m);
});

test('the site, its proxies and whoever watches it speak of the same ports', () => {
  const { port, metrics } = settingsFrom(unitSettings);
  expect(one(nginx, /server 127\.0\.0\.1:(\d+)/g)).toBe(String(port));
  expect(one(caddy, /reverse_proxy 127\.0\.0\.1:(\d+)/g)).toBe(String(port));
  expect(one(read('deploy/alerts.yaml'), /targets: \['127\.0\.0\.1:(\d+)'\]/g)).toBe(String(metrics?.port));
});

test('proxies wait longer than the site, and let go of a connection before it does', () => {
  for (const limit of [one(nginx, /proxy_read_timeout (\w+);/g), one(caddy, /response_header_timeout (\w+)/g)]) {
    expect(seconds(limit) * 1000).toBeGreaterThan(fileLimit);
  }
  for (const limit of [one(nginx, /^\s+keepalive_timeout (\w+);/gm), one(caddy, /keepalive (\d+s)/g)]) {
    expect(seconds(limit) * 1000).toBeLessThan(usualLimits.keepAlive);
  }
  expect(one(nginx, /^ {2}client_max_body_size (\w+);/gm)).toBe(`${largestForm / 1024}k`);
  expect(one(nginx, /^ {4}client_max_body_size (\w+);/gm)).toBe(`${largestHook / 1_000_000}m`);
  expect(all(caddy, /max_size (\w+)/g)).toEqual([`${largestForm / 1024}KB`, `${largestHook / 1_000_000}MB`]);
});

test('proxies say for whom they ask, believe no reader about it, and keep the tags to themselves', () => {
  for (const name of ['X-Forwarded-For $remote_addr', 'X-Forwarded-Proto $scheme', 'X-Forwarded-Host $host']) {
    expect(nginx).toContain(`proxy_set_header ${name};`);
  }
  expect(nginx).toContain("proxy_set_header Forwarded '';");
  expect(caddy).toContain('header_up -Forwarded');
  for (const name of all(read('edge/caching.ts'), /'(Surrogate-Control|Cache-Tag)'/g)) {
    expect(nginx).toContain(`proxy_hide_header ${name};`);
    expect(caddy).toContain(`header_down -${name}`);
  }
});

test('nginx shows an old copy while the site fails, and never because nobody asked for a while', () => {
  expect(one(nginx, /proxy_cache_use_stale ([^;]+);/g).split(' ')).toEqual([
    'http_500',
    'http_502',
    'http_503',
    'http_504',
  ]);
  expect(nginx).not.toContain('proxy_ignore_headers Cache-Control');
});

test('nginx keeps apart what varies, and no address can be written that meets the copy of another', () => {
  const key = one(nginx, /proxy_cache_key "([^"]+)";/g);
  for (const header of ['Accept-Encoding', openedBy]) {
    const [, name = 'no map'] =
      new RegExp(`map \\$http_${header.toLowerCase().replaceAll('-', '_')} (\\$\\w+)`).exec(nginx) ?? [];
    expect(key.split(' '), header).toContain(name);
  }
  // What a reader writes stands last: at the end of a key it could pass for a word of ours.
  expect(key).toMatch(/ \$scheme:\/\/\$host\$request_uri$/);
});

test('every figure of an alarm is one that the site tells', async () => {
  const { counting, page } = createMetrics(() => 0);
  for (const gauge of ['rendererReady', 'publisherReady'] as const) counting.gauge(gauge, () => 1);
  counting.answered({ kind: 'article', status: 200, outcome: 'kept', bytes: 1, ms: 1 });
  const told = await page();
  const used = all(read('deploy/alerts.yaml'), /\b(standfirst_\w+)/g);
  expect(used.length).toBeGreaterThan(5);
  expect(used.filter((name) => !told.includes(`${name}{`) && !told.includes(`${name} `))).toEqual([]);
});
