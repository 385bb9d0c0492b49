import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLedger, type Entry } from '#mirror/ledger';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const maker = { siteUrl: 'https://news.example', layout: 'folder', build: 'a' };
const entry: Entry = { file: 'x/index.html', hash: 'h', bytes: 3, type: 'text/html', edition: 4, names: ['/', '/y'] };
const open = () => openLedger(join(folder, 'ledger'));

test('what was noted is there for the next process, whatever the last one was doing when it was killed', () => {
  const first = open();
  first.adopt(maker, { number: 4, at: 40 });
  first.put('/x', entry);
  first.put('/gone', entry);
  first.drop('/gone');
  first.begin('/z', 'z/index.html');
  appendFileSync(join(folder, 'ledger'), '{"a":1,"e":{"fi');
  const second = open();
  expect([...second.entries]).toEqual([['/x', entry]]);
  expect([...second.begun]).toEqual([['/z', 'z/index.html']]);
  expect(second.reached()).toEqual({ number: 4, at: 40 });
  second.put('/z', entry);
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
  first.put('/x', entry);
  first.put('/y', entry);
  const second = open();
  second.adopt({ ...maker, build: 'b' });
  expect([...second.entries.values()].map(({ late }) => late)).toEqual([true, true]);
  second.put('/x', entry);
  const third = open();
  third.adopt({ ...maker, build: 'b' });
  expect([...third.entries.values()].map(({ late }) => late ?? false)).toEqual([false, true]);
});

test('the list does not grow for ever', () => {
  const ledger = open();
  ledger.adopt(maker, { number: 1, at: 1 });
  for (let nth = 0; nth < 3000; nth += 1) ledger.put('/x', { ...entry, bytes: nth });
  ledger.reach({ number: 2, at: 2 });
  expect(readFileSync(join(folder, 'ledger'), 'utf8').split('\n').length).toBeLessThan(10);
  const again = open();
  expect(again.entries.get('/x')).toEqual({ ...entry, bytes: 2999 });
  expect(again.reached()).toEqual({ number: 2, at: 2 });
});

test('a list that says nothing twice is not written anew', () => {
  const ledger = open();
  ledger.adopt(maker, { number: 1, at: 1 });
  for (let nth = 0; nth < 3000; nth += 1) ledger.put(`/${nth}`, { ...entry, names: [`/name-${nth}`] });
  ledger.reach({ number: 2, at: 2 });
  const before = statSync(join(folder, 'ledger')).ino;
  open().reach({ number: 3, at: 3 });
  expect(statSync(join(folder, 'ledger')).ino).toBe(before);
});
