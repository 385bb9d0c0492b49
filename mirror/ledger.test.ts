import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, type Entry, type Ledger } from '#mirror/ledger';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const maker = { siteUrl: 'https://news.example', layout: 'folder', build: 'a' };
const entry: Entry = { file: 'x/index.html', hash: 'h', bytes: 3, type: 'text/html', edition: 4 };
const related = { names: ['/', '/y'], under: ['/x'] };
const open = () => openLedger(join(folder, 'ledger'));

const relatedTo = (ledger: Ledger, address: string): typeof related => {
  const { names, under, numberOf, addressOf } = ledger.relations();
  const found: typeof related = { names: [], under: [] };
  names.each(numberOf(address), (number) => found.names.push(addressOf(number)));
  under.each(numberOf(address), (number) => found.under.push(addressOf(number)));
  return found;
};

test('what was noted is there for the next process, whatever the last one was doing when it was killed', () => {
  const first = open();
  first.adopt(maker, { number: 4, at: 40 });
  first.put('/x', entry, related);
  first.put('/gone', entry, related);
  first.drop('/gone');
  first.begin('/z', 'z/index.html');
  appendFileSync(join(folder, 'ledger'), '{"a":1,"e":{"fi');
  const second = open();
  expect([...second.entries]).toEqual([['/x', entry]]);
  expect(relatedTo(second, '/x')).toEqual(related);
  expect([...second.begun]).toEqual([['/z', 'z/index.html']]);
  expect(second.reached()).toEqual({ number: 4, at: 40 });
  second.put('/z', entry, related);
  expect([...open().entries.keys()]).toEqual(['/x', '/z']);
});

test('what headers each kind of file has is known to the next process too, and noted once', () => {
  const first = open();
  first.adopt(maker, { number: 4, at: 40 });
  first.learnHeaders('/*', { 'x-frame-options': 'DENY' });
  const size = readFileSync(join(folder, 'ledger')).length;
  first.learnHeaders('/*', { 'x-frame-options': 'DENY' });
  expect(readFileSync(join(folder, 'ledger')).length).toBe(size);
  first.learnHeaders('/feed.xml', { 'content-type': 'application/rss+xml' });
  expect([...open().headers]).toEqual([
    ['/*', { 'x-frame-options': 'DENY' }],
    ['/feed.xml', { 'content-type': 'application/rss+xml' }],
  ]);
});

test('another build or another address of the site leaves every file to be made anew, and only once', () => {
  const first = open();
  first.adopt(maker, { number: 4, at: 40 });
  first.put('/x', entry, related);
  first.put('/y', entry, related);
  const second = open();
  second.adopt({ ...maker, build: 'b' });
  expect([...second.entries.values()].map(({ late }) => late)).toEqual([true, true]);
  second.put('/x', entry, related);
  const third = open();
  third.adopt({ ...maker, build: 'b' });
  expect([...third.entries.values()].map(({ late }) => late ?? false)).toEqual([false, true]);
});

test('the list does not grow for ever, and forgets addresses that nothing names any more', () => {
  const ledger = open();
  ledger.adopt(maker, { number: 1, at: 1 });
  for (let nth = 0; nth < 3000; nth += 1)
    ledger.put('/x', { ...entry, bytes: nth }, { names: [`/${nth}`, '/y'], under: ['/x'] });
  ledger.reach({ number: 2, at: 2 });
  const written = readFileSync(join(folder, 'ledger'), 'utf8');
  expect(written.split('\n').length).toBeLessThan(10);
  expect(written).toContain('"/2999"');
  expect(written).not.toContain('"/2998"');
  const again = open();
  expect(again.entries.get('/x')).toEqual({ ...entry, bytes: 2999 });
  expect(relatedTo(again, '/x')).toEqual({ names: ['/2999', '/y'], under: ['/x'] });
  expect(again.reached()).toEqual({ number: 2, at: 2 });
});

test('a whole list is read as it was written, with what was noted behind it, and not written again', () => {
  const file = join(folder, 'ledger');
  const ledger = open();
  ledger.adopt(maker, { number: 1, at: 1 });
  const all = Array.from({ length: 3000 }, (_, nth): [string, Entry] => [
    `/${nth}`,
    {
      ...entry,
      file: nth % 7 === 0 ? '' : `${nth}/index.html`,
      hash: `h${nth}`,
      bytes: nth,
      type: `text/${nth % 3}`,
      edition: nth % 5,
      ...(nth % 7 === 0 && { to: `/to-${nth}` }),
      ...(nth % 11 === 0 && { until: nth + 1 }),
      ...(nth % 4 === 0 && { place: { lists: `l${nth}`, corrections: '' } }),
      ...(nth % 13 === 0 && { late: true }),
    },
  ]);
  for (const [address, each] of all) ledger.put(address, each, { names: [`/name${address}`, '/'], under: [address] });
  ledger.reach({ number: 2, at: 2 });
  const before = statSync(file).ino;
  const second = open();
  expect([...second.entries]).toEqual(all);
  expect(relatedTo(second, '/77')).toEqual({ names: ['/name/77', '/'], under: ['/77'] });
  second.put('/new', entry, { names: ['/77', '/newer'], under: [] });
  second.putLate('/77');
  second.drop('/78');
  second.reach({ number: 3, at: 3 });
  const third = open();
  expect(statSync(file).ino).toBe(before);
  expect(third.entries.get('/77')?.late).toBe(true);
  expect(third.entries.has('/78')).toBe(false);
  expect([relatedTo(third, '/77').names, relatedTo(third, '/new').names]).toEqual([
    ['/name/77', '/'],
    ['/77', '/newer'],
  ]);
});

test('the list of an earlier release is known as ours, and everything in it is made anew', () => {
  const old = [
    { v: 1, maker },
    { names: ['/x', '/y'] },
    { a: 0, e: { ...entry, names: [1, 0] } },
    { reached: { number: 4, at: 40 } },
  ];
  appendFileSync(join(folder, 'ledger'), old.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const ledger = open();
  ledger.adopt(maker);
  expect([...ledger.entries]).toEqual([['/x', { ...entry, late: true }]]);
  expect(relatedTo(ledger, '/x').names).toEqual(['/y', '/x']);
});
