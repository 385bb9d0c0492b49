import { expect, test } from 'vitest';
import { readerAddress } from '#edge/readerAddress';
import { ProxyFault, trustedProxiesFrom } from '#edge/trustedProxies';

const trusted = trustedProxiesFrom('loopback, 10.0.0.0/8, 2001:db8:1::/48, ::ffff:192.0.2.9');
const from = (remoteAddress: string | undefined, headers: Record<string, string> = {}): string | undefined =>
  readerAddress({ headers, socket: { remoteAddress } }, trusted);

test('what a stranger writes into a header is not believed', () => {
  const headers = { 'x-forwarded-for': '203.0.113.1', forwarded: 'for=203.0.113.1' };
  expect(from('198.51.100.7', headers)).toBe('198.51.100.7');
  expect(readerAddress({ headers, socket: { remoteAddress: '127.0.0.1' } })).toBe('127.0.0.1');
});

test.each([
  ['one proxy', '10.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['a proxy in IPv6’s clothes', '::ffff:10.0.0.1', '203.0.113.1', '203.0.113.1'],
  ['one in the other way of writing it', '::ffff:a00:1', '::ffff:cb00:7101', '203.0.113.1'],
  ['a proxy that was named so', '192.0.2.9', '203.0.113.1', '203.0.113.1'],
  ['two proxies', '127.0.0.1', '203.0.113.1, 10.0.0.2', '203.0.113.1'],
  ['a forged beginning', '10.0.0.1', '1.1.1.1, 203.0.113.1', '203.0.113.1'],
  ['IPv6 with a port', '2001:db8:1::5', '[2001:db8:2::1]:4711', '2001:db8:2::1'],
  ['only proxies', '10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ['no address', '10.0.0.1', 'unknown', '10.0.0.1'],
  ['a header without end', '10.0.0.1', `${'1.1.1.1, '.repeat(2000)}203.0.113.1`, '10.0.0.1'],
])('behind %s the reader is the last who is no proxy', (_, remote, list, reader) => {
  expect(from(remote, { 'x-forwarded-for': list })).toBe(reader);
});

test.each([
  ['for=203.0.113.1', '203.0.113.1'],
  ['For="[2001:db8:2::1]:47";proto=https, for=10.0.0.2', '2001:db8:2::1'],
  ['for=_hidden, for=10.0.0.2', '10.0.0.2'],
  ['for="203.0.113.1', '10.0.0.1'],
  ['nonsense', '10.0.0.1'],
])('Forwarded: %s is %s', (forwarded, reader) => {
  expect(from('10.0.0.1', { forwarded })).toBe(reader);
});

test('two headers that contradict each other are both not believed', () => {
  const same = { 'x-forwarded-for': '203.0.113.1', forwarded: 'for=203.0.113.1' };
  expect(from('10.0.0.1', same)).toBe('203.0.113.1');
  expect(from('10.0.0.1', { ...same, forwarded: 'for=203.0.113.2' })).toBe('10.0.0.1');
});

test('a connection that is gone has no address', () => {
  expect(from(undefined)).toBeUndefined();
});

test.each(['10.0.0.0/33', 'proxy.example', '10.0.0', '10.0.0.0/8/8', 'fe80::1%eth0', '10.0.0.0/x'])(
  '%s is no proxy, and the message says what to write',
  (entry) => {
    expect(() => trustedProxiesFrom(entry)).toThrow(ProxyFault);
    expect(() => trustedProxiesFrom(entry)).toThrow(/10\.0\.0\.0\/8/);
  },
);
