import { expect, test } from 'vitest';
import { hostVerdictFor } from '#edge/hosts';
import type { Addressed, SiteHosts } from '#edge/hosts';
import { trustedProxiesFrom } from '#edge/trustedProxies';

const trusted = trustedProxiesFrom('10.0.0.0/8');
const site: SiteHosts = { siteUrl: 'https://news.example', also: ['www.news.example'], trusted };

const asked = (host: string | readonly string[] | undefined, more: Partial<Addressed> = {}): Addressed => {
  const hosts = host === undefined ? [] : typeof host === 'string' ? [host] : host;
  return {
    httpVersion: '1.1',
    url: '/2026/10/15/bridge',
    socket: { remoteAddress: '198.51.100.7' },
    ...more,
    headers: { ...(hosts[0] !== undefined && { host: hosts[0] }), ...more.headers },
    rawHeaders: hosts.flatMap((each) => ['Host', each]),
  };
};
const verdict = (request: Addressed, hosts = site): string => {
  const found = hostVerdictFor(hosts)(request);
  return found.is === 'elsewhere' ? `${found.is} ${found.to} ${found.forEver}` : found.is;
};
const page = 'https://news.example/2026/10/15/bridge';

test.each([
  ['news.example', 'ours'],
  ['NEWS.example:8443', 'ours'],
  ['news.example:', 'ours'],
  ['www.news.example', `elsewhere ${page} true`],
  ['WWW.news.example.', `elsewhere ${page} true`],
  ['news.example.', `elsewhere ${page} true`],
  ['evil.example', 'foreign'],
  ['news.example.evil.example', 'foreign'],
  ['localhost', 'foreign'],
  ['127.0.0.1', 'foreign'],
  ['news.example/evil', 'malformed'],
  ['a b', 'malformed'],
  ['', 'malformed'],
])('a request to %j is %s', (host, is) => {
  expect(verdict(asked(host))).toBe(is);
});

test('two hosts, and none, are refused; HTTP/1.0 knows none', () => {
  expect(verdict(asked(['news.example', 'news.example']))).toBe('malformed');
  expect(verdict(asked(undefined))).toBe('malformed');
  expect(verdict(asked(undefined, { httpVersion: '1.0' }))).toBe('ours');
});

test('whoever watches over the site asks for health by any name, and programs on this machine say localhost', () => {
  expect(verdict(asked('10.1.2.3', { url: '/api/health/ready' }))).toBe('ours');
  expect(verdict(asked('localhost:3000', { socket: { remoteAddress: '::ffff:127.0.0.1' } }))).toBe('ours');
});

test('a site that was not told its address answers to every name', () => {
  expect(verdict(asked('any.example'), { ...site, siteUrl: undefined })).toBe('ours');
});

test('http becomes https where a trusted proxy says so, and no cache may remember it', () => {
  const headers = { 'x-forwarded-proto': 'http' };
  expect(verdict(asked('news.example', { headers }))).toBe('ours');
  const byProxy = { headers, socket: { remoteAddress: '10.1.2.3' } };
  expect(verdict(asked('news.example', byProxy))).toBe(`elsewhere ${page} false`);
  expect(verdict(asked('news.example', { ...byProxy, headers: { forwarded: 'for=1.2.3.4;proto=http' } }))).toBe(
    `elsewhere ${page} false`,
  );
});

test('only a trusted proxy may say for which host it asks', () => {
  const headers = { 'x-forwarded-host': 'evil.example' };
  expect(verdict(asked('news.example', { headers }))).toBe('ours');
  expect(verdict(asked('news.example', { headers, socket: { remoteAddress: '10.1.2.3' } }))).toBe('foreign');
  const said = { headers: { 'x-forwarded-host': 'news.example' }, socket: { remoteAddress: '10.1.2.3' } };
  expect(verdict(asked('inner.local', said))).toBe('ours');
});

test('a redirect never leaves the site, whatever the target says', () => {
  for (const url of ['//evil.example/', '/\\evil.example', 'http://evil.example/', '*'])
    expect(verdict(asked('www.news.example', { url }))).toBe('elsewhere https://news.example/ true');
});
