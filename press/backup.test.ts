import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-'));
  mkdirSync(join(folder, 'data'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const backUpFrom = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'backup.mjs'), ...args], {
    cwd,
    encoding: 'utf8',
    // One that never ends is a fault: it answers with a signal then.
    timeout: 60_000,
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
  });
const backUp = (...args: string[]) => backUpFrom(process.cwd(), ...args);
const namesIn = (file: string): unknown[] => {
  const copy = new Libsql(file);
  const rows = copy.prepare('select name from readers order by name').raw(true).all() as [string][];
  copy.close();
  return rows.map(([name]) => name);
};

test('a database that is written to is copied whole, with the secret, for this user’s eyes alone', () => {
  const database = new Libsql(join(folder, 'data', 'audience.db'));
  database.exec("pragma journal_mode = wal; create table readers (name); insert into readers values ('amina')");
  writeFileSync(join(folder, 'data', 'secret'), 'abc', { mode: 0o600 });
  writeFileSync(join(folder, 'data', 'archive.db'), 'made again by itself');
  const to = join(folder, 'kept');
  expect(backUp(to)).toMatchObject({ status: 0, stderr: '' });
  expect(namesIn(join(to, 'audience.db'))).toEqual(['amina']);
  expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('abc');
  expect([join(to, 'audience.db'), join(to, 'secret')].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0]);
  database.exec("insert into readers values ('joseph')");
  expect(backUp(to).status).toBe(0);
  expect(namesIn(join(to, 'audience.db'))).toEqual(['amina', 'joseph']);
  database.close();
});

test('without a place, or without anything to keep, it says what to write', () => {
  expect(backUp()).toMatchObject({ status: 1, stderr: 'Say where to: npm run backup -- /srv/backup\n' });
  const empty = backUp(join(folder, 'kept'));
  expect([empty.status, empty.stderr]).toEqual([1, expect.stringContaining('DATA_DIR=… npm run backup')]);
});

test.each([
  ['a word too many', ['a', 'b'], 'One folder at a time'],
  ['a flag that there is not', ['--all'], 'There is no --all'],
  ['an empty word', [''], 'Say where to'],
  ['a file', ['taken'], 'is a file or a link that leads nowhere, or lies below one. Name a folder'],
  ['a place below a file', ['taken/below'], 'is a file or a link that leads nowhere, or lies below one. Name a folder'],
  ['a link that leads nowhere', ['loose'], 'a link that leads nowhere'],
  ['a place below such a link', ['loose/below'], 'a link that leads nowhere'],
  ['the folder of the site', ['data'], 'is the folder of the site itself. Name another one'],
  ['another way to the folder of the site', ['way/../data/.'], 'is the folder of the site itself'],
  ['a place that is taken by a folder', ['full'], 'was not copied'],
])('%s is no place for a backup: it says why, and writes nothing', (_, places, words) => {
  writeFileSync(join(folder, 'data', 'secret'), 'abc');
  writeFileSync(join(folder, 'taken'), 'here first');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'loose'));
  mkdirSync(join(folder, 'full', 'secret', 'x'), { recursive: true });
  const before = readdirSync(folder, { recursive: true }).sort();
  const answer = backUpFrom(folder, ...places);
  expect([answer.status, answer.stdout, answer.stderr]).toEqual([1, '', expect.stringContaining(words)]);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(before);
  expect(readFileSync(join(folder, 'data', 'secret'), 'utf8')).toBe('abc');
});

test('a place where the system makes no folders is refused in time', () => {
  writeFileSync(join(folder, 'data', 'secret'), 'abc');
  for (const place of ['/proc/x', '/proc/x/y/z', '/sys/x']) {
    const answer = backUp(place);
    expect([answer.signal, answer.status, answer.stdout]).toEqual([null, 1, '']);
    expect(answer.stderr).toContain(`${place} cannot be written to: `);
    expect(answer.stderr).toContain('Name a folder that this user may write to');
  }
});

test('--help says what is copied, and copies nothing', () => {
  writeFileSync(join(folder, 'data', 'secret'), 'abc');
  expect(backUpFrom(folder, '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('audience.db') });
  expect(readdirSync(folder)).toEqual(['data']);
});
