/** The mirror's folder is made where it can be, and where it cannot that is said at once. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDisk } from '#mirror/disk';

let base: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterEach(() => rmSync(base, { recursive: true }));

test('a new folder is made with those above it, and what a killed process left unfinished goes', () => {
  openDisk(join(base, 'a/b'));
  writeFileSync(join(base, 'a/b/.mirror/part-1'), 'half');
  openDisk(join(base, 'a/b'));
  expect(existsSync(join(base, 'a/b/.mirror/part-1'))).toBe(false);
  expect(existsSync(join(base, 'a/b/.mirror'))).toBe(true);
});

test.each(['letter.txt/mirror', '/proc/self/mirror/deeper'])(
  '%s, where no folder can be made, is refused at once',
  (path) => {
    writeFileSync(join(base, 'letter.txt'), 'mine');
    expect(() => openDisk(path.startsWith('/') ? path : join(base, path))).toThrow();
  },
);
