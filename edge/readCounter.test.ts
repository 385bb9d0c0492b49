import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { type AnsweredFacts, createReadCounter, type ReadBounds } from '#edge/readCounter';
import { sourceOf } from '#edge/source';
import { knownAddress } from '#model/addresses';

const hour = 3_600_000;
const noon = Date.parse('2026-10-15T12:00:00Z');
const android =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0';

type Asked = Partial<AnsweredFacts> & {
  readonly path?: string;
  readonly agent?: string;
  readonly more?: Record<string, string>;
};

const counting = (bounds: Partial<ReadBounds> = {}) => {
  let at = noon;
  let salts = 0;
  const counter = createReadCounter({ now: () => at, salt: () => (salts++, randomBytes(32)), bounds });
  return {
    ...counter,
    salts: () => salts,
    later: (by: number) => void (at += by),
    ask: ({ path = '/2026/10/15/bridge', agent = android, more = {}, ...facts }: Asked = {}) =>
      counter.count({
        method: 'GET',
        remote: '192.0.2.7',
        status: 200,
        known: knownAddress(path),
        headers: { 'user-agent': agent, ...more },
        ...facts,
      }),
    reads: () => counter.take().reduce((sum, { reads }) => sum + reads, 0),
  };
};

test('a reader counts once for an article and a day, however often it is opened', () => {
  const door = counting();
  door.ask();
  door.ask({ status: 304 });
  door.later(3 * hour);
  door.ask();
  expect(door.take()).toEqual([{ address: '/2026/10/15/bridge', hour: noon, reads: 1 }]);
  door.later(12 * hour);
  door.ask();
  expect(door.take()).toEqual([{ address: '/2026/10/15/bridge', hour: noon + 15 * hour, reads: 1 }]);
  expect(door.salts()).toBe(2);
});

test('two readers, two browsers and two articles are counted apart', () => {
  const door = counting();
  door.ask();
  door.ask({ agent: firefox });
  door.ask({ remote: '192.0.2.8' });
  door.ask({ path: '/2026/10/15/cat' });
  expect(door.take().map(({ address, reads }) => [address, reads])).toEqual([
    ['/2026/10/15/bridge', 3],
    ['/2026/10/15/cat', 1],
  ]);
  expect(door.take()).toEqual([]);
});

test.each([
  ['a crawler', { agent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  ['a program', { agent: 'curl/8.5.0' }],
  ['somebody without a name', { agent: '' }],
  ['a prefetch', { more: { 'sec-purpose': 'prefetch' } }],
  ['a prerender', { more: { 'sec-purpose': 'prefetch;prerender' } }],
  ['an older prefetch', { more: { purpose: 'prefetch' } }],
  ['a prefetch of Firefox', { more: { 'x-moz': 'prefetch' } }],
  ['a script', { more: { 'sec-fetch-dest': 'empty' } }],
  ['a question for the head alone', { method: 'HEAD' }],
  ['the Markdown twin', { path: '/2026/10/15/bridge.md' }],
  ['a front', { path: '/' }],
  ['a redirect', { status: 308 }],
  ['a piece taken down', { status: 410 }],
  ['a fault', { status: 503 }],
  ['a made-up address', { path: '/wp-login.php', status: 404 }],
])('%s is no reader', (_, asked: Asked) => {
  const door = counting();
  door.ask(asked);
  expect(door.take()).toEqual([]);
});

test('one source cannot push an article by changing its name, nor the whole paper', () => {
  const door = counting({ perArticle: 5, perHour: 20 });
  for (let nth = 0; nth < 500; nth += 1) door.ask({ agent: `${firefox} ${nth}` });
  expect(door.reads()).toBe(5);
  for (let nth = 0; nth < 500; nth += 1) door.ask({ path: `/2026/10/15/piece-${nth}` });
  expect(door.reads()).toBe(15);
  door.later(hour);
  for (let nth = 0; nth < 500; nth += 1) door.ask({ path: `/2026/10/15/later-${nth}` });
  expect(door.reads()).toBe(20);
});

test('a household with many IPv6 addresses is one source', () => {
  const door = counting({ perArticle: 2 });
  for (let nth = 0; nth < 50; nth += 1)
    door.ask({ remote: `2001:db8:1:2${nth + 10}::${nth}`, agent: `${firefox} ${nth}` });
  expect(door.reads()).toBe(2);
  expect([sourceOf('2001:db8:0:1234::1'), sourceOf('2001:DB8:0:12ff:0:0:0:1'), sourceOf('::ffff:192.0.2.7')]).toEqual([
    '2001:db8:0:12',
    '2001:db8:0:12',
    '192.0.2.7',
  ]);
});

test('a flood of addresses finds memory bounded', () => {
  const door = counting({ pairs: 100, sources: 50, waiting: 30 });
  for (let nth = 0; nth < 2000; nth += 1) {
    door.ask({ remote: `10.1.${nth >> 8}.${nth & 255}`, path: `/2026/10/15/piece-${nth}` });
  }
  expect(door.size()).toEqual({ pairs: 100, sources: 50, waiting: 30 });
});

test('counts that could not be sent are sent with the next ones', () => {
  const door = counting();
  door.ask();
  const taken = door.take();
  door.ask({ remote: '192.0.2.9' });
  door.putBack(taken);
  expect(door.take()).toEqual([{ address: '/2026/10/15/bridge', hour: noon, reads: 2 }]);
});
