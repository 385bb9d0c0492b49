import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const backUp = (...args: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'backup.mjs'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: join(folder, 'data') },
  });
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
