import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith } from '#archive/newsroomForTests';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';
import { optionFor } from '#newsroom/questions';

let desk: TestDesk;
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(() => {
  desk.close();
});

const day = 'articles/2026/10/15';
const needed = ['--category', 'counties', '--authors', 'amina-wafula'];
const article = (headline: string, ...more: string[]) =>
  desk.make(['article', `--headline=${headline}`, ...needed, ...more]);
const filesOf = (folder: string): string[] => {
  try {
    return readdirSync(join(desk.folder, 'content', folder)).sort();
  } catch {
    return [];
  }
};

test('flags make a draft in the folder of its day, and the command prints its path and address', async () => {
  const made = await article('Harbour bridge reopens', '--date', '2026-10-15 06:00', '--kind', 'news');
  expect(made).toEqual({
    code: 0,
    side: '',
    out: `content/${day}/harbour-bridge-reopens.mdx
Its address: /2026/10/15/harbour-bridge-reopens
Next: write it, take out the line  draft: true, then  npm run check
`,
  });
  expect(desk.read(`${day}/harbour-bridge-reopens.mdx`)).toBe(`---
headline: Harbour bridge reopens
standfirst: Still to be written, in a sentence or two that say what happened and why it matters to readers.
category: counties
authors: [amina-wafula]
publishedAt: 2026-10-15 06:00
draft: true
---

`);
});

test('a draft whose line was taken out before the standfirst was written stays back and says so', async () => {
  await article('Unfinished');
  const file = `${day}/unfinished.mdx`;
  expect((await desk.report()).problems).toEqual([]);
  desk.write(file, desk.read(file).replace('draft: true\n', ''));
  expect((await desk.report()).problems).toEqual([
    expect.objectContaining({ field: 'standfirst', line: 3, message: 'is still to be written.' }),
  ]);
});

test('without a date it is the next full five minutes on the newsroom’s wall', async () => {
  await article('Now');
  expect(desk.read(`${day}/now.mdx`)).toMatch(/publishedAt: 2026-10-15 09:0[05]\n/);
});

const hostile = [
  'He said: "No" # and \\ left',
  "It's 'quoted' — twice",
  '🎉🏳️‍🌈 party',
  'افتتاح الجسر من جديد',
  '桥又开了',
  '- yes: [x] {y} & *z* !w %v @u `t`',
  '1984',
  'null',
  'true',
  '2026-10-15',
  '{{ template }} ${x}',
  '<script>alert(1)</script>',
  '--- # 1 ---',
  'a\tb\nc',
  'trailing colon:',
  '“Curly” and ‘single’',
  'Brid\u200bge \u202e turned \u0000 here',
  `Very ${'long '.repeat(60)}headline`,
  'x'.repeat(300),
];

test('whatever a headline holds, its file has no problem', async () => {
  for (const headline of hostile) expect(await article(headline)).toMatchObject({ code: 0, side: '' });
  const report = await desk.report();
  expect(report.problems).toEqual([]);
  expect(report.articles).toBe(hostile.length);
});

test.each(['', '…', '~', '--- # ---', '\u200b'])('a headline without a word, %j, is refused', async (headline) => {
  expect(await article(headline)).toMatchObject({ code: 1, side: expect.stringContaining('at least one word') });
  expect(filesOf('articles')).toEqual([]);
});

test('a headline comes back from the file as it was typed', async () => {
  await article('He said: "No" # and \\ left', '--slug', 'said');
  expect(desk.read(`${day}/said.mdx`)).toContain('headline: "He said: \\"No\\" # and \\\\ left"');
});

test('the same headline twice on a day makes two files, and neither is overwritten', async () => {
  await article('Bridge');
  await article('Bridge');
  expect(filesOf(day)).toEqual(['bridge-2.mdx', 'bridge.mdx']);
});

test('a name that is asked for and taken is refused', async () => {
  desk.write(`${day}/bridge.mdx`, 'mine');
  expect(await article('Bridge', '--slug', 'bridge')).toMatchObject({ code: 1 });
  expect(desk.read(`${day}/bridge.mdx`)).toBe('mine');
});

test('an address that was taken down, or that an article of the day had before, is not given out again', async () => {
  desk.write('gone.yaml', '- { address: /2026/10/15/bridge, on: 2026-10-15 08:00 }\n');
  desk.write(`${day}/other.mdx`, articleWith({ aliases: '[/2026/10/15/bridge-2]' }));
  await article('Bridge');
  expect(filesOf(day)).toEqual(['bridge-3.mdx', 'other.mdx']);
});

test('a long headline gives a name of at most eighty signs that ends at a word', async () => {
  await article('counties '.repeat(20));
  const [name = ''] = filesOf(day);
  expect(name.length).toBeLessThanOrEqual(84);
  expect(name).toMatch(/-counties\.mdx$/);
});

test.each([
  [['article'], 'needs --headline, --category and --authors'],
  [['article', '--headlin', 'x'], 'Did you mean --headline?'],
  [['artcle'], 'Did you mean article?'],
  [['article', '--headline'], 'needs a value'],
  [['article', '--headline', 'A', '--category', 'count', '--authors', 'amina-wafula'], 'There are: counties.'],
  [['article', '--headline', 'A', ...needed, '--date', '2026-10-32 06:00'], 'is no day'],
  [['article', '--headline', 'A', ...needed, '--date', '6am'], '--date'],
  [['article', '--headline', 'A', ...needed, '--kind', 'poem'], 'There is no kind "poem"'],
  [['article', '--headline', 'A', ...needed, '--slug', '../../x'], '--slug'],
  [['article', '--headline', 'A', ...needed, '--publish'], '--publish needs --standfirst'],
  [['article', '--headline', 'A', ...needed, '--kind', 'sponsored'], '--sponsor'],
  [['author', '--name', 'A', '--role', 'B', '--headline', 'C'], '--headline says nothing'],
  [['update', '--of', '/2026/10/15/nothing', '--headline', 'A'], 'There is no article'],
  [
    ['video', '--title', 'A', '--provider', 'file', '--src', 'a.mp4', '--poster', 'a.jpg', '--duration', 'PT1M'],
    'is not there',
  ],
])('new %j says what is wrong, ends with 1 and leaves nothing behind', async (args, words) => {
  const { code, side } = await desk.make(args);
  expect(side).toContain(words);
  expect(code).toBe(1);
  expect(filesOf('articles')).toEqual([]);
});

test('an editor is asked, chooses by number or name, and is asked again after a slip', async () => {
  const answers = ['1', '', 'Bridge', '', '9', '1', 'amina-wafula', '', '7'];
  const { code, out } = await desk.make([], answers);
  expect(out).toContain('Write at least one word.');
  expect(out).toContain('There is no category "9".');
  expect(code).toBe(0);
  expect(desk.read(`${day}/bridge.mdx`)).toContain('kind: review');
});

test('an editor who goes away in the middle leaves nothing behind', async () => {
  expect(await desk.make([], ['article', 'Bridge'])).toMatchObject({ code: 1, side: 'Nothing was written.\n' });
  expect(filesOf('articles')).toEqual([]);
});

test('only what is missing is asked for where flags say the rest', async () => {
  const { code, out } = await desk.make(['author', '--name', 'Grace Achieng'], ['Editor']);
  expect(code).toBe(0);
  expect(out).not.toContain('Sort of author');
  expect(desk.read('authors/grace-achieng.mdx')).toBe('---\nname: Grace Achieng\nrole: Editor\n---\n\n');
});

test('every kind of document that can be made passes the check', async () => {
  desk.write('media/a.jpg.yaml', 'alt: A bridge\ncredit: A\nlicence: B\n');
  const made = [
    await article('Election night', '--kind', 'live', '--publish', '--date', '2026-10-15 08:00'),
    await article('Paid', '--kind', 'sponsored', '--sponsor', 'Shop & Sons: "best"'),
    await article('Tagged', '--tags', 'No, 007, C#, "q"', '--standfirst', '@you and me'),
    await desk.make(['update', '--of', '/2026/10/15/election-night', '--headline', 'First: count']),
    await desk.make(['author', '--name', 'Zoë "Z" O’Neil', '--role', 'Editor: night', '--type', 'agency']),
    await desk.make(['category', '--title', 'Food & drink', '--description', 'All: eaten']),
    await desk.make(['series', '--title', '#bridges', '--description', 'Of them']),
    await desk.make(['page', '--title', '1984']),
    await desk.make(
      'video --title Boats --provider youtube --id aqz-KE-bpKQ --poster a.jpg --duration PT1M'.split(' '),
    ),
  ];
  expect(made.map(({ code, side }) => [code, side])).toEqual(made.map(() => [0, '']));
  expect((await desk.report()).problems).toEqual([]);
  expect(filesOf(`${day}/election-night.updates`)).toEqual(['0900-first-count.mdx']);
  expect(desk.read('categories/food-drink.mdx')).toContain('order: 2');
});

test('no entry is made beside an article that is not live, nor after its coverage has ended', async () => {
  desk.write(`${day}/news.mdx`, articleWith());
  desk.write(
    `${day}/over.mdx`,
    articleWith({ kind: 'live', coverage: '{ start: 2026-10-15 06:00, end: 2026-10-15 07:00 }' }),
  );
  const entry = (of: string) => desk.make(['update', '--of', of, '--headline', 'Late']);
  expect((await entry('/2026/10/15/news')).side).toContain('is no live article');
  expect((await entry(`content/${day}/over.mdx`)).side).toContain('The coverage ended at 2026-10-15 07:00');
});

test('a number chooses by place, unless something has that very name', () => {
  const options = [
    { name: '2', says: 'Two' },
    { name: 'b', says: 'Bee' },
  ];
  expect(optionFor('2', options)?.name).toBe('2');
  expect(optionFor('BEE', options)?.name).toBe('b');
  expect(optionFor('0', options)).toBeUndefined();
});
