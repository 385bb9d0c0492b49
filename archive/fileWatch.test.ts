import { mkdtempSync, renameSync, rmSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { archiveFile } from '#archive/database';
import { openLook } from '#archive/fileWatch';

let folder: string;
let file: string;
/** Takes a file away but keeps it, so that the next one of its name has another number. */
const takeAway = (path: string): void => renameSync(path, `${path}.held`);
const put = (path: string): void => writeFileSync(path, 'x');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archive-'));
  file = archiveFile(folder);
  for (const end of ['', '-wal', '-shm']) put(file + end);
});
afterEach(() => rmSync(folder, { recursive: true }));

test('nothing is told while the same files stand, however often they are written', () => {
  const look = openLook(folder);
  writeFileSync(`${file}-wal`, 'more');
  expect([look(), look()]).toEqual([undefined, undefined]);
});

test.each<[string, () => void]>([
  ['deleted', () => unlinkSync(file)],
  ['emptied', () => truncateSync(file, 0)],
])('an archive that was %s is told once', (_, harm) => {
  const look = openLook(folder);
  harm();
  expect([look(), look()]).toEqual(['file', undefined]);
});

test('what lies beside the archive is told when another file stands for it, also when it was missing meanwhile', () => {
  const look = openLook(folder);
  takeAway(`${file}-shm`);
  expect(look(), 'nobody made a new one yet').toBeUndefined();
  put(`${file}-shm`);
  expect([look(), look()]).toEqual(['beside', undefined]);
});

test('what comes to lie beside an archive, or comes with another archive, is nothing to tell apart from that', () => {
  for (const end of ['-wal', '-shm']) unlinkSync(file + end);
  const look = openLook(folder);
  for (const end of ['-wal', '-shm']) put(file + end);
  expect(look()).toBeUndefined();
  for (const end of ['', '-wal', '-shm']) takeAway(file + end);
  for (const end of ['', '-wal', '-shm']) put(file + end);
  expect([look(), look()]).toEqual(['file', undefined]);
});
