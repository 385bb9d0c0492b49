import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formsIn } from '#compositor/forms';

let root: string;
const build = (manifest: string): void => {
  mkdirSync(join(root, '.next', 'server'), { recursive: true });
  writeFileSync(join(root, '.next', 'server', 'app-paths-manifest.json'), manifest);
};
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'forms-'))));
afterEach(() => rmSync(root, { recursive: true }));

test('forms are taken where the build has a route for them, and no page or feed takes one', () => {
  build('{"/page":"a.js","/api/newsletter/sign-up/route":"b.js","/feed.xml/route":"c.js","/api/x/page":"d.js"}');
  expect([...(formsIn(root) ?? [])]).toEqual(['/api/newsletter/sign-up']);
});

test.each(['', 'null', '[]', '{"/page":"a.js"}'])('a build that says %j leaves it to Next', (manifest) => {
  build(manifest);
  expect(formsIn(root)).toBeUndefined();
});

test('without a build it is left to Next', () => {
  expect(formsIn(root)).toBeUndefined();
});
