import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isCorrupt, onDamage } from '#archive/damage';
import { archiveFile, archiveIdentity, openForReading, openForWriting } from '#archive/database';
import type { Database } from '#archive/database';

let folder: string;
let file: string;
const opened: Database[] = [];
const others: ChildProcess[] = [];

/** Another process that has the archive open: SQLite's locks and what it shares are between processes, not within one. */
const other = async (what: 'write' | 'read'): Promise<ChildProcess> => {
  const program = `
    const Libsql = require(${JSON.stringify(createRequire(import.meta.url).resolve('libsql'))});
    const database = new Libsql(${JSON.stringify(file)});
    if (${JSON.stringify(what)} === 'write') for (let n = 0; n < 500; n += 1)
      database.prepare('insert into changed (address, at) values (?, ?)').run('/' + n + 'x'.repeat(200), n);
    database.prepare('select count(*) from changed').all();
    process.send('done');
    setInterval(() => 0, 1000);`;
  const script = join(folder, `${what}.cjs`);
  writeFileSync(script, program);
  const child = fork(script, { execArgv: [] });
  others.push(child);
  await once(child, 'message');
  return child;
};
const end = async (child: ChildProcess): Promise<void> => {
  child.kill('SIGKILL');
  await once(child, 'exit');
};
const countIn = (database: Database): number =>
  database.one<{ n: number }>('select count(*) as n from changed')?.n ?? NaN;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
  file = archiveFile(folder);
  openForWriting(folder).close();
});
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  for (const child of others.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

test.each<[string, () => void]>([
  ['was deleted, without what SQLite keeps beside it', () => unlinkSync(file)],
  ['was deleted with half of that', () => [file, `${file}-wal`].forEach((each) => unlinkSync(each))],
  ['lost its newest pages', () => unlinkSync(`${file}-wal`)],
  ['has garbage for its newest pages', () => writeFileSync(`${file}-wal`, 'x'.repeat(5000))],
  ['was cut off', () => truncateSync(file, 5000)],
  ['was emptied', () => truncateSync(file, 0)],
])('an archive that %s is made anew while others have it open', async (_, harm) => {
  const writer = await other('write');
  await other('read');
  await end(writer);
  harm();
  const database = openForWriting(folder);
  opened.push(database);
  database.run('insert into changed (address, at) values (?, ?)', '/new', 1);
  const reader = openForReading(folder);
  opened.push(reader);
  expect([countIn(database), countIn(reader)]).toEqual([1, 1]);
});

test('whoever reads a damaged archive says which file it is, and says it once however often he asks', () => {
  const said: number[] = [];
  onDamage(({ file: damaged }) => said.push(damaged));
  const damaged = archiveIdentity(folder);
  writeFileSync(file, 'x'.repeat(100_000));
  for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  for (let n = 0; n < 50; n += 1) expect(() => openForReading(folder)).toThrow(/not a database/);
  expect(said).toEqual([damaged]);
});

test('a file that ends before its last page is damaged; a full disk is not', () => {
  const faultWith = (code: string): Error => Object.assign(new Error('disk I/O error'), { code });
  expect(isCorrupt(faultWith('SQLITE_IOERR_SHORT_READ'))).toBe(true);
  expect(isCorrupt(faultWith('SQLITE_IOERR_WRITE'))).toBe(false);
  expect(isCorrupt(faultWith('SQLITE_FULL'))).toBe(false);
});
