import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith } from '#archive/newsroomForTests';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';
import { saveInPlace } from '#newsroom/saveInPlace';

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => {
  desk.close();
});

const bridge = 'articles/2026/10/15/harbour-bridge-reopens.mdx';
const onDisk = (): string => join(desk.folder, 'content', bridge);

test('what a phone made of an article is mended, and every change is shown', async () => {
  const typed = articleWith({ headline: '“The bridge: open”', publishedAt: '15/10/2026 6am' }, 'Costs <5% of {1914}.');
  desk.write(bridge, typed.replaceAll('---', '———'));
  const { code, out } = await desk.check(['--fix']);
  expect(desk.read(bridge)).toBe(
    articleWith({ headline: '"The bridge: open"', publishedAt: '2026-10-15 06:00' }, 'Costs \\<5% of \\{1914}.'),
  );
  expect(out).toContain('  2   - headline: “The bridge: open”\n      + headline: "The bridge: open"');
  expect(out).toContain('Mended 5 lines in 1 file.');
  expect(out).toContain('No problems and no notes');
  expect(code).toBe(0);
});

test('what needs a person is left, reported, and the file is not touched', async () => {
  desk.write(bridge, articleWith({ expiresAt: '2026-10-15 05:00' }));
  const before = statSync(onDisk()).mtimeMs;
  const { code, out } = await desk.check(['--fix']);
  expect(out).toContain('Nothing to mend');
  expect(out).toContain('is not after publishedAt');
  expect(code).toBe(1);
  expect(statSync(onDisk()).mtimeMs).toBe(before);
});

test('old line ends, tabs and letters in two pieces are mended in one run, and a second run finds nothing', async () => {
  const text = articleWith({ headline: 'Cafe\u0301 opens', tags: '\n\t- Coffee' });
  desk.write(bridge, text.replaceAll('\n', '\r'));
  expect((await desk.check(['--fix'])).code).toBe(0);
  expect(desk.read(bridge)).toBe(articleWith({ headline: 'Café opens', tags: '\n  - Coffee' }));
  expect((await desk.check(['--fix'])).out).toContain('Nothing to mend');
});

test('a mark at the beginning and the line ends of Windows stay as they are', async () => {
  const text = `\ufeff${articleWith({ publishedAt: '2026-10-15 6am' })}`.replaceAll('\n', '\r\n');
  desk.write(bridge, text);
  const { out } = await desk.check(['--fix']);
  expect(desk.read(bridge)).toBe(text.replace('6am', '06:00'));
  expect(out).toContain('- publishedAt: 2026-10-15 6am\n      + publishedAt: 2026-10-15 06:00   (');
});

test('no word is altered: letters and digits of a body are the same before and after', async () => {
  const body = 'It <was> 3 < 5, {sic} and I <3 it.\n\nimport taxes rise.\n\n<!-- ask Amina --> © & “so” — {1914–18}';
  desk.write(bridge, articleWith({}, body));
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  const before = letters(desk.read(bridge));
  await desk.check(['--fix']);
  expect(letters(desk.read(bridge))).toBe(before);
});

test('only the chosen files are mended', async () => {
  desk.write(bridge, articleWith({ publishedAt: '2026-10-15 6am' }));
  desk.write('articles/2026/10/15/other.mdx', articleWith({ publishedAt: '2026-10-15 6am' }));
  await desk.check(['--fix', 'content/articles/2026/10/15/other.mdx']);
  expect(desk.read(bridge)).toContain('6am');
  expect(desk.read('articles/2026/10/15/other.mdx')).toContain('06:00');
});

test('a program that asks for mends still gets one object and nothing else', async () => {
  desk.write(bridge, articleWith({ publishedAt: '2026-10-15 6am' }));
  const { out, side } = await desk.check(['--fix', '--json']);
  expect(JSON.parse(out)).toMatchObject({ problems: [] });
  expect(side).toContain('Mended 1 line');
});

test('a mended file keeps its mode, and nothing is left beside it', async () => {
  desk.write(bridge, articleWith({ publishedAt: '2026-10-15 6am' }));
  chmodSync(onDisk(), 0o640);
  await desk.check(['--fix']);
  expect(statSync(onDisk()).mode & 0o777).toBe(0o640);
  expect(readdirSync(join(onDisk(), '..'))).toEqual(['harbour-bridge-reopens.mdx']);
});

test('a file that was changed meanwhile is left to the one who changed it', () => {
  desk.write(bridge, 'one');
  const read = readFileSync(onDisk());
  writeFileSync(onDisk(), 'two');
  expect(saveInPlace(onDisk(), read, 'three')).toContain('was changed meanwhile');
  expect(desk.read(bridge)).toBe('two');
  expect(readdirSync(join(onDisk(), '..'))).toEqual(['harbour-bridge-reopens.mdx']);
});

test('what lies behind a link is never written', () => {
  desk.write('outside.txt', 'mine');
  const link = join(desk.folder, 'content', 'link.mdx');
  symlinkSync(join(desk.folder, 'content', 'outside.txt'), link);
  expect(saveInPlace(link, Buffer.from('mine'), 'yours')).toContain('cannot be written');
  expect(desk.read('outside.txt')).toBe('mine');
});
