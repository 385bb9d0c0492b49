import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith } from '#archive/newsroomForTests';
import { bodyComponents } from '#model/body';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';
import { frontMatterGuide } from '#newsroom/frontMatterGuide';

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => {
  desk.close();
});

const guide = readFileSync('docs/editing.md', 'utf8');

test('every example of the editors’ guide is a file without problems', async () => {
  const examples = [...guide.matchAll(/^```(?:mdx|yaml) content\/(\S+)\n([\s\S]*?)^```$/gm)];
  expect(examples.length).toBeGreaterThan(9);
  for (const [, file = '', text = ''] of examples) desk.write(file, text);
  const { problems, files } = await desk.report();
  expect(problems).toEqual([]);
  expect(files).toBe(examples.length);
});

test('what the guide shows of check is what check says', async () => {
  const [, example = ''] =
    /^```mdx content\/articles\/2026\/10\/15\/harbour-bridge-reopens\.mdx\n([\s\S]*?)^```$/m.exec(guide) ?? [];
  const broken = example
    .replace('amina-wafula,', 'amina-wafulah,')
    .replace('tags:', 'updatedAt: 2026-10-15 05:30\ntags:')
    .replace(/^leadImage.*\n/m, '')
    .replace('<5%', '5%');
  desk.write('articles/2026/10/15/harbour-bridge-reopens.mdx', broken);
  desk.write('authors/joseph-kiptoo.mdx', '---\nname: Joseph Kiptoo\nrole: Photographer\n---\n');
  const { out } = await desk.check();
  const shown = out.split('\n').slice(0, 3).join('\n');
  expect(guide).toContain(shown);
});

test('what the guide shows of move is what move says', async () => {
  const example = (file: string): string =>
    new RegExp(`^\`\`\`mdx content/${file}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(guide)?.[1] ?? '';
  const ferry = 'articles/2026/10/14/ferry-timetable.mdx';
  desk.write('articles/2026/10/15/bridge-rumour.mdx', articleWith());
  desk.write(ferry, example(ferry).replace('harbour-bridge-reopens', 'bridge-rumour'));
  const { out } = await desk.move('bridge-rumour', 'bridge-reopens');
  expect(out.split('\n').length).toBeGreaterThan(7);
  expect(out.split('\n').filter((line) => !guide.includes(line))).toEqual([]);
});

test('the reference names every field and every component, with what may be written', () => {
  const reference = frontMatterGuide();
  for (const name of bodyComponents) expect(reference).toContain(`### ${name}\n`);
  for (const field of [
    'headline',
    'corrections.N.on',
    'leadImage.alt',
    'pins.N.article',
    'captions',
    'usableUntil',
    'address',
  ])
    expect(reference).toContain(`\n| \`${field}\` |`);
});
