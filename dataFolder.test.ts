import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from './dataFolder';
import { SettingFault } from './settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a data folder that is new is made with those above it; one that is there, or linked, is taken as it is', () => {
  for (const _ of [1, 2]) openDataFolder(join(folder, 'a/b/c'));
  expect(existsSync(join(folder, 'a/b/c'))).toBe(true);
  symlinkSync(join(folder, 'a'), join(folder, 'link'));
  openDataFolder(join(folder, 'link/d'));
  expect(existsSync(join(folder, 'a/d'))).toBe(true);
});

test('a place that nobody can write to is named with the reason and the remedy, in time', () => {
  writeFileSync(join(folder, 'file'), '');
  symlinkSync(join(folder, 'nowhere'), join(folder, 'loose'));
  for (const place of [
    '/proc/x',
    '/proc/x/y',
    join(folder, 'file'),
    join(folder, 'file/below'),
    join(folder, 'loose'),
  ]) {
    expect(() => openDataFolder(place), place).toThrow(SettingFault);
    expect(() => openDataFolder(place)).toThrow(`DATA_DIR is ${place}, which this user cannot write to: `);
  }
});
