import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mirrorFolder } from '#mirror/folder';

let base: string;
beforeEach(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), 'folder-')));
  for (const part of ['clone/content', 'clone/.data', 'clone/app', 'full'])
    mkdirSync(join(base, part), { recursive: true });
  writeFileSync(join(base, 'full/letter.txt'), 'mine');
});
afterEach(() => rmSync(base, { recursive: true }));

const judge = (typed: string, intoExisting = false): string => {
  const root = join(base, 'clone');
  const facts = { root, contentDir: join(root, 'content'), dataDir: join(root, '.data'), typedIn: base, intoExisting };
  try {
    return mirrorFolder({ typed, ...facts });
  } catch (fault) {
    return fault instanceof Error ? fault.message : 'no error';
  }
};

test('a new, an empty and an earlier folder of a mirror will do', () => {
  mkdirSync(join(base, 'empty'));
  mkdirSync(join(base, 'earlier/.mirror'), { recursive: true });
  writeFileSync(join(base, 'earlier/.mirror/ledger.jsonl'), '');
  writeFileSync(join(base, 'earlier/x'), '');
  for (const name of ['new/deep', 'empty', 'earlier', 'clone/out']) expect(judge(name)).toBe(join(base, name));
});

test.each([
  ['/', 'no folder for a mirror'],
  [homedir(), 'no folder for a mirror'],
  ['clone', 'folder of this project'],
  ['.', 'folder of this project'],
  ['clone/content', 'words of the publication'],
  ['clone/content/mirror', 'words of the publication'],
  ['clone/.data/mirror', 'data of the site'],
  ['clone/app/mirror', 'among the sources'],
  ['link', 'words of the publication'],
  ['full', 'holds files that no mirror wrote'],
  ['full/letter.txt', 'is a file'],
])('%s is refused, with the reason', (typed, reason) => {
  symlinkSync(join(base, 'clone/content'), join(base, 'link'));
  expect(judge(typed)).toContain(reason);
});

test('a full folder will do where its owner says so', () => expect(judge('full', true)).toBe(join(base, 'full')));
