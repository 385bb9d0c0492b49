import { expect, test } from 'vitest';
import { clockShiftFor, SettingFault, settingsFrom } from './settings';

test('nothing is required', () => {
  expect(settingsFrom({})).toMatchObject({ port: 3000, siteUrl: 'http://localhost:3000', preview: false });
  expect(settingsFrom({ PORT: '8080' }).siteUrl).toBe('http://localhost:8080');
  expect(settingsFrom({ SITE_URL: 'https://news.example/' }).siteUrl).toBe('https://news.example');
});

test.each([
  [{ PORT: 'eighty' }, /PORT is "eighty"/],
  [{ PORT: '70000' }, /from 1 to 65535/],
  [{ SITE_URL: 'news.example' }, /https:\/\/news\.example/],
  [{ SITE_URL: 'https://news.example/paper' }, /public address alone/],
  [{ DATABASE_URL: 'mysql://x' }, /postgres:/],
  [{ SMTP_URL: 'mail.example' }, /smtps:/],
  [{ SITE_SECRET: 'short' }, /32 characters/],
  [{ INDEXNOW_KEY: 'no_key_at_all' }, /8 to 128/],
  [{ METRICS_PORT: 'yes' }, /METRICS_PORT is "yes".*no metrics/],
  [{ MAX_CONNECTIONS: 'many' }, /MAX_CONNECTIONS is "many".*10 to 1000000/],
  [{ SERVER_TIMING: 'yes' }, /SERVER_TIMING is "yes".*0, 1/],
  [{ SERVER_TIMING: '1', SITE_URL: 'https://news.example' }, /for development/],
  [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL is "loud".*debug, info/],
  [{ LOG_FORMAT: 'xml' }, /text, json/],
  [{ PULL_BRANCH: 'main' }, /PULL_BRANCH is set and PULL_FROM is not/],
  [{ PUBLISH_SECRET: 'x'.repeat(32) }, /PUBLISH_SECRET is set and PULL_FROM is not/],
  [{ PULL_FROM: 'origin', PUBLISH_SECRET: 'short' }, /24 characters.*openssl/],
  [{ PULL_FROM: 'origin', PULL_BRANCH: '--upload-pack=x' }, /no name of a branch/],
  [{ PULL_FROM: 'origin', PULL_BRANCH: 'a..b' }, /no name of a branch/],
  [{ PULL_FROM: 'origin', PULL_EVERY: '5' }, /PULL_EVERY is "5".*30s/],
  [{ PULL_FROM: 'origin', PULL_EVERY: '1s' }, /from 10s to 24h/],
  [{ PULL_FROM: 'origin', PULL_EVERY: '25h' }, /from 10s to 24h/],
  [{ PULL_FROM: '--upload-pack=touch /tmp/x' }, /no address of a git remote/],
  [{ PULL_FROM: 'ext::sh -c x' }, /no address of a git remote/],
  [{ PULL_FROM: 'ext::x' }, /no address of a git remote/],
  [{ PULL_FROM: 'git://git.example/paper.git' }, /open line/],
  [{ PULL_FROM: 'http://git.example/paper.git' }, /Use https or ssh/],
  [{ PULL_FROM: 'ftp://git.example/paper.git' }, /begins with ftp:/],
])('a setting that cannot be used is named with what to write: %j', (env, message) => {
  expect(() => settingsFrom(env)).toThrow(SettingFault);
  expect(() => settingsFrom(env)).toThrow(message);
});

test('metrics are off unless asked for, and then for this machine only unless asked for more', () => {
  expect(settingsFrom({}).metrics).toBeUndefined();
  expect(settingsFrom({ METRICS_PORT: '9100' }).metrics).toEqual({ port: 9100, host: '127.0.0.1' });
  expect(settingsFrom({ METRICS_PORT: '9100', METRICS_HOST: '::' }).metrics).toEqual({ port: 9100, host: '::' });
});

test('nothing is pulled unless a remote is named, and then from main, every five minutes', () => {
  expect(settingsFrom({}).pull).toBeUndefined();
  const five = settingsFrom({ PULL_FROM: 'git@git.example:paper.git' }).pull;
  expect(five).toMatchObject({ from: 'git@git.example:paper.git', branch: 'main', every: 300_000 });
  const never = settingsFrom({ PULL_FROM: 'origin', PULL_EVERY: 'never', PULL_BRANCH: 'print/2026' }).pull;
  expect([never?.every, never?.branch]).toEqual([undefined, 'print/2026']);
  for (const from of [
    'https://git.example/paper.git',
    'https://ada:token@git.example/paper.git',
    'ssh://git@git.example:2222/paper.git',
    'http://forgejo:3000/desk/paper.git',
    '/srv/paper.git',
  ]) {
    expect(settingsFrom({ PULL_FROM: from }).pull?.from).toBe(from);
  }
});

test('git sees its own part of the environment and no secret of the site', () => {
  const env = {
    PULL_FROM: 'origin',
    PATH: '/bin',
    HOME: '/home/paper',
    SSH_AUTH_SOCK: '/s',
    HTTPS_PROXY: 'http://p:1',
  };
  const secrets = { DATABASE_URL: 'postgres://x:y@z/w', SITE_SECRET: 's'.repeat(32), PUBLISH_SECRET: 'p'.repeat(32) };
  const { PULL_FROM: _from, ...seen } = env;
  expect(settingsFrom({ ...env, ...secrets, GIT_DIR: '/x', LD_PRELOAD: '/x', NODE_OPTIONS: '-r x' }).pull?.env).toEqual(
    seen,
  );
  const open = settingsFrom({ PULL_FROM: 'http://forgejo:3000/desk/paper.git' }).pull?.env;
  expect(open).toEqual({ GIT_ALLOW_PROTOCOL: 'http:https' });
});

test('a password in an address is never repeated in a message', () => {
  expect(() => settingsFrom({ PULL_FROM: 'http://me:hunter22@git.example/x' })).toThrow(/^(?!.*hunter22)/);
  expect(() => settingsFrom({ DATABASE_URL: 'mysql://me:hunter22@host/db' })).toThrow(/^(?!.*hunter22)/);
});

test('the test clock is a difference that runs on, and is refused on a site with an https address', () => {
  const at = Date.parse('2026-11-25T00:00:00Z');
  expect(clockShiftFor(undefined, 'http://localhost:3000', at)).toBe(0);
  expect(at + clockShiftFor('2026-10-15T09:00:00+03:00', 'http://localhost:3000', at)).toBe(
    Date.parse('2026-10-15T06:00:00Z'),
  );
  expect(() => clockShiftFor('2026-10-15', 'http://localhost:3000', at)).toThrow(/with its offset/);
  expect(() => clockShiftFor('2026-10-15T09:00:00Z', 'https://news.example', at)).toThrow(/https/);
});

test('proxies and further hosts are checked at start, and the message says what to write', () => {
  expect(settingsFrom({ ALSO_HOSTS: 'WWW.news.example, m.news.example' }).alsoHosts).toEqual([
    'www.news.example',
    'm.news.example',
  ]);
  expect(settingsFrom({ TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' }).trustedProxies).toBe('loopback, 10.0.0.0/8');
  expect(() => settingsFrom({ TRUSTED_PROXIES: 'nginx' })).toThrow(/TRUSTED_PROXIES: "nginx".*10\.0\.0\.0\/8/);
  expect(() => settingsFrom({ ALSO_HOSTS: 'https://www.news.example' })).toThrow(/ALSO_HOSTS.*www\.news\.example/);
});
