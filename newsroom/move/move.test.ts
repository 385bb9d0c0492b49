import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openArchive } from '#archive/archive';
import { createIngest } from '#archive/ingest';
import { noteReferencesOfBad } from '#newsroom/badReferences';
import { commandPlace } from '#newsroom/commandPlace';
import { openTestDesk, type TestDesk } from '#newsroom/deskForTests';
import { moveFlags } from '#newsroom/move/flags';
import { planIn } from '#newsroom/move/moveArticle';
import type { MovePlan } from '#newsroom/move/plan';

let desk: TestDesk;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  desk = openTestDesk();
});
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  desk.close();
});

/** An archive of the newsroom, to ask it many things without reading it each time. */
const planning = async (): Promise<(...args: readonly string[]) => MovePlan> => {
  const env = { CONTENT_DIR: join(desk.folder, 'content'), TEST_CLOCK: '2026-10-15T09:00:00+03:00' };
  const place = commandPlace(env, desk.folder);
  const ingest = createIngest({ ...place, dataDir: ':memory:' });
  await ingest.run();
  noteReferencesOfBad(ingest.db, place);
  closing.push(() => ingest.close());
  return (...args) => planIn(ingest.db, place, moveFlags(args));
};

const day = 'articles/2026/10/15';
const bridge = `${day}/bridge.mdx`;
const reopened = `${day}/bridge-reopens.mdx`;

const article = (more: readonly string[] = [], body = 'The bridge is open again.', lineEnd = '\n'): string =>
  [
    '---',
    '# the desk likes this one',
    'headline: Harbour bridge reopens after eleven days',
    "standfirst: 'Engineers replaced two hangers at night, and lorries stay banned until May.'",
    'category: counties',
    'authors: [amina-wafula]',
    'publishedAt: 2026-10-15 06:00',
    ...more,
    '---',
    '',
    body,
    '',
  ].join(lineEnd);

const ferry = 'articles/2026/10/14/ferry.mdx';
const other = (more: readonly string[], body: string): string =>
  article(more, body).replace('2026-10-15 06:00', '2026-10-14 06:00');

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org', ...args], {
    cwd: desk.folder,
    encoding: 'utf8',
  });

const committed = (): void => {
  git('init', '-q');
  git('add', 'content');
  git('commit', '-qm', 'The paper of today');
};

const standing = async (...addresses: string[]) => {
  const now = (): number => Date.parse('2026-10-15T09:00:00+03:00');
  const place = { contentDir: join(desk.folder, 'content'), dataDir: join(desk.folder, 'node'), now };
  const ingest = createIngest({ ...place, site: { timeZone: 'Africa/Nairobi', smartPunctuation: false } });
  await ingest.run();
  await ingest.close();
  const archive = openArchive({ dataDir: place.dataDir });
  const found = addresses.map((address) => archive.standing(address, now()));
  archive.close();
  return found;
};

const isThere = (file: string): boolean => existsSync(join(desk.folder, 'content', file));

const clean = async (): Promise<void> => {
  const { problems, notes } = await desk.report();
  expect([...problems, ...notes]).toEqual([]);
};

test('H4: a renamed article keeps its old address as an alias that a new node answers in one step', async () => {
  desk.write(bridge, article());
  const { code, out, side } = await desk.move('bridge', 'bridge-reopens');
  expect([code, side]).toEqual([0, '']);
  expect(out).toContain(
    'content/articles/2026/10/15/bridge.mdx becomes content/articles/2026/10/15/bridge-reopens.mdx',
  );
  expect(out).toContain('Its address: /2026/10/15/bridge-reopens');
  expect(isThere(bridge)).toBe(false);
  expect(desk.read(reopened)).toBe(article(['aliases: [/2026/10/15/bridge]']));
  expect(await standing('/2026/10/15/bridge')).toEqual([{ is: 'moved', to: '/2026/10/15/bridge-reopens' }]);
  await clean();
});

test('every way of naming an article finds it', async () => {
  const folder = join(desk.folder, 'content');
  const names = [
    'bridge',
    'bridge.mdx',
    '/2026/10/15/bridge',
    '/2026/10/15/bridge/',
    '2026/10/15/bridge',
    '/2026/10/15/Bridge.html',
    'https://news.example/amp/2026/10/15/BRIDGE/',
    'https://news.example/2026/10/15/bridge?utm_source=x#part',
    `content/${bridge}`,
    bridge,
    join(folder, bridge),
    '/an-old-one',
    '/?p=4711',
  ];
  desk.write(bridge, article(['aliases: [/an-old-one, "/?p=4711"]']));
  const plan = await planning();
  for (const name of names) expect([name, plan(name, 'bridge-reopens').from]).toEqual([name, bridge]);
});

const links = [
  ['a link', '[it](/2026/10/15/bridge) is open', '[it](/2026/10/15/bridge-reopens) is open'],
  [
    'a link in pointed brackets',
    '[it](</2026/10/15/bridge> "The bridge")',
    '[it](</2026/10/15/bridge-reopens> "The bridge")',
  ],
  [
    'a part of the page',
    '[it](/2026/10/15/bridge#what-was-mended)',
    '[it](/2026/10/15/bridge-reopens#what-was-mended)',
  ],
  ['a query and a part', '[it](/2026/10/15/bridge?a=b#c)', '[it](/2026/10/15/bridge-reopens?a=b#c)'],
  [
    'the site’s own name',
    '[it](http://localhost:3000/2026/10/15/bridge)',
    '[it](http://localhost:3000/2026/10/15/bridge-reopens)',
  ],
  [
    'a bare address',
    'See http://localhost:3000/2026/10/15/bridge.',
    'See http://localhost:3000/2026/10/15/bridge-reopens.',
  ],
  [
    'pointed brackets alone',
    'See <http://localhost:3000/2026/10/15/bridge>.',
    'See <http://localhost:3000/2026/10/15/bridge-reopens>.',
  ],
  [
    'a definition',
    '[It][b] is open, [really][b].\n\n[b]: /2026/10/15/bridge "Bridge"',
    '[It][b] is open, [really][b].\n\n[b]: /2026/10/15/bridge-reopens "Bridge"',
  ],
  [
    'a footnote',
    'Open[^1].\n\n[^1]: [Here](/2026/10/15/bridge).',
    'Open[^1].\n\n[^1]: [Here](/2026/10/15/bridge-reopens).',
  ],
  [
    'a link inside a component',
    '<FactBox title="Bridge">\n\n[It](/2026/10/15/bridge) hangs.\n\n</FactBox>',
    '<FactBox title="Bridge">\n\n[It](/2026/10/15/bridge-reopens) hangs.\n\n</FactBox>',
  ],
  [
    'two links in a line',
    '[a](/2026/10/15/bridge), [b](/2026/10/15/bridge)',
    '[a](/2026/10/15/bridge-reopens), [b](/2026/10/15/bridge-reopens)',
  ],
  [
    'the twin and a closing slash',
    '[a](/2026/10/15/bridge.md) [b](/2026/10/15/bridge/)',
    '[a](/2026/10/15/bridge-reopens.md) [b](/2026/10/15/bridge-reopens/)',
  ],
  [
    'capitals, an ending, and both',
    '[a](/2026/10/15/Bridge) [b](/2026/10/15/bridge.html#part) [c](/2026/10/15/BRIDGE.HTM?a=b)',
    '[a](/2026/10/15/bridge-reopens) [b](/2026/10/15/bridge-reopens#part) [c](/2026/10/15/bridge-reopens?a=b)',
  ],
  [
    'forms of former systems',
    '[a](/2026/10/15/bridge/amp) [b](/amp/2026/10/15/bridge) [c](/2026/10/15/bridge/index.html)',
    '[a](/2026/10/15/bridge-reopens) [b](/2026/10/15/bridge-reopens) [c](/2026/10/15/bridge-reopens)',
  ],
  ['needless escapes', '[a](/2026/10/15/brid%67e)', '[a](/2026/10/15/bridge-reopens)'],
  [
    'a sign that strict MDX would stumble over',
    'It costs <5%: [it](/2026/10/15/bridge)',
    'It costs <5%: [it](/2026/10/15/bridge-reopens)',
  ],
] as const;

test('links of every kind in other articles are mended, with their fragment and query', async () => {
  desk.write(bridge, article());
  links.forEach(([, before], nth) => desk.write(`articles/2026/10/14/link-${nth}.mdx`, other([], before)));
  expect((await desk.move('bridge', 'bridge-reopens')).code).toBe(0);
  links.forEach(([what, , after], nth) =>
    expect([what, desk.read(`articles/2026/10/14/link-${nth}.mdx`)]).toEqual([what, other([], after)]),
  );
});

const untouched = [
  ['code in a line', 'Its address was `/2026/10/15/bridge`, once.'],
  ['a block of code', '```\n[it](/2026/10/15/bridge)\n[b]: /2026/10/15/bridge\n```'],
  ['words', 'It was at /2026/10/15/bridge before.'],
  ['another site', '[theirs](https://elsewhere.example/2026/10/15/bridge)'],
  ['another article', '[longer](/2026/10/15/bridge-opens), [day](/2026/10/15)'],
  ['an old address of another article', '[its](/2026/10/15/bridge.html)'],
] as const;

test('what is no link to the article stays as it is, next to one that is mended', async () => {
  desk.write(bridge, article());
  desk.write(`${day}/bridge-opens.mdx`, article(['aliases: [/2026/10/15/bridge.html]']));
  const file = (nth: number): string => `articles/2026/10/14/words-${nth}.mdx`;
  untouched.forEach(([, words], nth) => desk.write(file(nth), other([], `${words}\n\n[It](/2026/10/15/bridge).`)));
  await desk.move('/2026/10/15/bridge', 'bridge-reopens');
  untouched.forEach(([what, words], nth) =>
    expect([what, desk.read(file(nth))]).toEqual([what, other([], `${words}\n\n[It](/2026/10/15/bridge-reopens).`)]),
  );
});

test('pins, breaking news, relations, translations, other documents and live entries are mended', async () => {
  const front = (name: string): string =>
    `# The front\r\nbreaking: { text: Bridge closed again, link: '/2026/10/15/${name}', until: 2026-10-15 18:00 }\r\npins:\r\n  - { article: /2026/10/15/${name}, until: 2026-10-16 06:00 }\r\n  # the lead\r\n  - article: "/2026/10/14/ferry"\r\n`;
  const related = (name: string): string[] => [
    'related:',
    '  # first',
    `  - /2026/10/15/${name}`,
    `  - "/2026/10/15/${name}#part"`,
    `translationOf: /2026/10/15/${name}`,
  ];
  const page = (name: string): string => `---\ntitle: Ethics\n---\n\nWe said so [here](/2026/10/15/${name}).\n`;
  desk.write(bridge, article([], '## Part\n\nOpen.'));
  desk.write('fronts/home.yaml', front('bridge'));
  desk.write(ferry, other(related('bridge'), 'Ferry.'));
  desk.write('pages/ethics.mdx', page('bridge'));
  const live = ['kind: live', 'coverage: { start: 2026-10-14 06:00 }'];
  desk.write('articles/2026/10/14/night.mdx', other(live, 'Night.'));
  const entry = (name: string): string =>
    `---\nat: 2026-10-14 07:00\nheadline: Open\n---\n\n[It](/2026/10/15/${name}#part).\n`;
  desk.write('articles/2026/10/14/night.updates/open.mdx', entry('bridge'));
  expect((await desk.move('bridge', 'bridge-reopens')).code).toBe(0);
  expect(desk.read('fronts/home.yaml')).toBe(front('bridge-reopens'));
  expect(desk.read(ferry)).toBe(other(related('bridge-reopens'), 'Ferry.'));
  expect(desk.read('pages/ethics.mdx')).toBe(page('bridge-reopens'));
  expect(desk.read('articles/2026/10/14/night.updates/open.mdx')).toBe(entry('bridge-reopens'));
  expect((await desk.report()).problems).toEqual([]);
});

test('a file with a mistake of its own is mended too', async () => {
  desk.write(bridge, article());
  desk.write(ferry, other(['updatedAt: 2026-10-13 05:00'], '[It](/2026/10/15/bridge).'));
  await desk.move('bridge', 'bridge-reopens');
  expect(desk.read(ferry)).toContain('[It](/2026/10/15/bridge-reopens).');
});

test('H4: an article that moves again and again is one step away from each of its addresses', async () => {
  desk.write(bridge, article(['aliases: ["/?p=4711"]']));
  for (const name of ['second', 'third', 'fourth']) expect((await desk.move('/?p=4711', name)).code).toBe(0);
  const old = ['/?p=4711', '/2026/10/15/bridge', '/2026/10/15/second', '/2026/10/15/third'];
  const moved = { is: 'moved', to: '/2026/10/15/fourth' };
  expect(await standing(...old)).toEqual(old.map(() => moved));
  expect(desk.read(`${day}/fourth.mdx`)).toContain(
    'aliases: ["/?p=4711", /2026/10/15/bridge, /2026/10/15/second, /2026/10/15/third]\n',
  );
  await clean();
});

test('an article that moves back takes the alias of that name out', async () => {
  for (const list of [
    ['aliases: [/x, /2026/10/15/bridge, /y]'],
    ['aliases:', '  - /x', '  - /2026/10/15/bridge', '  - /y'],
  ]) {
    rmSync(join(desk.folder, 'content', bridge), { force: true });
    desk.write(reopened, article(list));
    expect((await desk.move('bridge-reopens', 'bridge')).code).toBe(0);
    expect(desk.read(bridge)).toBe(article(list).replace('/2026/10/15/bridge', '/2026/10/15/bridge-reopens'));
    expect(await standing('/x', '/2026/10/15/bridge-reopens')).toEqual([
      { is: 'moved', to: '/2026/10/15/bridge' },
      { is: 'moved', to: '/2026/10/15/bridge' },
    ]);
    await clean();
  }
});

test('another day changes the date in its own way of writing, and the time stays', async () => {
  for (const [before, after] of [
    ['2026-10-15 06:00', '2026-10-13 06:00'],
    ["'2026-10-15T06:00:30'", "'2026-10-13T06:00:30'"],
    ['2026-10-15 01:30', '2026-10-13 01:30'],
    ['2026-10-14 22:30Z', '2026-10-13 01:30'],
  ] as const) {
    desk.write(bridge, article().replace('2026-10-15 06:00', before));
    rmSync(join(desk.folder, 'content/articles/2026/10/13'), { force: true, recursive: true });
    expect(await desk.move('bridge', '2026-10-13')).toMatchObject({ code: 0, side: '' });
    expect(desk.read('articles/2026/10/13/bridge.mdx')).toBe(
      article(['aliases: [/2026/10/15/bridge]']).replace('2026-10-15 06:00', after),
    );
    expect(isThere('articles/2026/10/15')).toBe(false);
  }
});

test('a file in the folder of the wrong day is put into the right one, and its date stays', async () => {
  desk.write(bridge, other([], 'Open.'));
  expect((await desk.move('bridge', '2026-10-14')).code).toBe(0);
  expect(desk.read('articles/2026/10/14/bridge.mdx')).toBe(other(['aliases: [/2026/10/15/bridge]'], 'Open.'));
  await clean();
});

test('a new day and a new name in one step, and a category that is there', async () => {
  desk.write('categories/worldview.mdx', '---\ntitle: World\ndescription: The world.\norder: 2\n---\n');
  desk.write(bridge, article());
  expect((await desk.move('bridge', '/2026/10/14/bridge-reopens', 'worldview')).code).toBe(0);
  expect(desk.read('articles/2026/10/14/bridge-reopens.mdx')).toContain('category: worldview\n');
  expect((await desk.move('bridge-reopens', 'counties')).out).toContain('Its address: /2026/10/14/bridge-reopens\n');
  expect(desk.read('articles/2026/10/14/bridge-reopens.mdx')).toContain('category: counties\n');
  await clean();
});

const facts = 'alt: A bridge.\ncredit: J. Kiptoo\nlicence: Own photograph\n';
const pixel = readFileSync('e2e/content/media/harbour.jpg');

test('pictures beside an article go along; what others show too stays, and is named wholly', async () => {
  desk.write(bridge, article(['leadImage: own.jpg'], '<Figure src="./shared.jpg" />\n\n<Document src="report.pdf" />'));
  for (const name of ['own.jpg', 'shared.jpg']) {
    desk.write(`${day}/${name}`, pixel);
    desk.write(`${day}/${name}.yaml`, facts);
  }
  desk.write(`${day}/report.pdf`, '%PDF-1.4\n%%EOF\n');
  desk.write(ferry, other([], `<Figure src="/articles/2026/10/15/shared.jpg" />`));
  expect(await desk.move('bridge', '2026-10-13')).toMatchObject({ code: 0, side: '' });
  const there = ['own.jpg', 'own.jpg.yaml', 'report.pdf'].map((name) => isThere(`articles/2026/10/13/${name}`));
  expect(there).toEqual([true, true, true]);
  expect(isThere(`${day}/shared.jpg`) && isThere(`${day}/shared.jpg.yaml`)).toBe(true);
  const text = desk.read('articles/2026/10/13/bridge.mdx');
  expect(text).toContain('leadImage: own.jpg\n');
  expect(text).toContain('<Figure src="/articles/2026/10/15/shared.jpg" />');
  await clean();
});

test('a live article takes its entries with it, and links into it keep their place', async () => {
  const live = ['kind: live', 'coverage: { start: 2026-10-15 06:00 }'];
  desk.write(bridge, article(live, 'Open.'));
  desk.write(
    `${day}/bridge.updates/first.mdx`,
    '---\nat: 2026-10-15 07:00\nheadline: Open\n---\n\n<Figure src="near.jpg" />\n',
  );
  desk.write(`${day}/bridge.updates/near.jpg`, pixel);
  desk.write(`${day}/bridge.updates/near.jpg.yaml`, facts);
  desk.write(
    ferry,
    other([], '[First](/2026/10/15/bridge#first)\n\n<Figure src="/articles/2026/10/15/bridge.updates/near.jpg" />'),
  );
  expect(await desk.move('bridge', '/2026/10/14/night')).toMatchObject({ code: 0, side: '' });
  expect(isThere('articles/2026/10/14/night.updates/first.mdx')).toBe(true);
  expect(desk.read(ferry)).toContain('[First](/2026/10/14/night#first)');
  expect(desk.read(ferry)).toContain('src="/articles/2026/10/14/night.updates/near.jpg"');
  await clean();
});

test('a piece that nobody could have seen leaves no old address, unless that is asked for', async () => {
  desk.write(bridge, article(['draft: true']));
  expect((await desk.move('bridge', 'second')).out).toContain('/2026/10/15/bridge was never public');
  expect(desk.read(`${day}/second.mdx`)).not.toContain('aliases');
  await desk.move('second', 'third', '--alias');
  expect(desk.read(`${day}/third.mdx`)).toContain('aliases: [/2026/10/15/second]\n');
});

test('a dry run shows every line and changes nothing', async () => {
  desk.write(bridge, article());
  desk.write(ferry, other([], '[It](/2026/10/15/bridge).'));
  const { code, out } = await desk.move('bridge', 'bridge-reopens', '--dry-run');
  expect(code).toBe(0);
  expect(out).toContain('+ aliases: [/2026/10/15/bridge]');
  expect(out).toContain('10   - [It](/2026/10/15/bridge).');
  expect(out).toContain('+ [It](/2026/10/15/bridge-reopens).');
  expect([desk.read(bridge), desk.read(ferry)]).toEqual([article(), other([], '[It](/2026/10/15/bridge).')]);
});

const refusals = [
  ['an article that is not there', ['brigde', 'x'], /no article brigde.*\/2026\/10\/15\/bridge \?/],
  [
    'a name that two articles have',
    ['twice', 'x'],
    /2 articles have the name twice[^]*\/2026\/10\/13\/twice\n {2}\/2026\/10\/14\/twice/,
  ],
  [
    'the address of another article',
    ['bridge', '/2026/10/14/ferry'],
    /\/2026\/10\/14\/ferry is the address of an article already/,
  ],
  [
    'an old address of another article',
    ['bridge', 'once'],
    /once is an old address of articles\/2026\/10\/14\/ferry\.mdx/,
  ],
  ['an address that was taken down', ['bridge', 'gone'], /gone stands in gone\.yaml/],
  ['a piece that was taken down', ['down', 'up'], /down stands in gone\.yaml/],
  ['a name that no file can have', ['bridge', 'Bridge Reopens'], /has blanks.*Write: {2}bridge-reopens/],
  ['a day that does not exist', ['bridge', '2026-02-30'], /"2026-02-30" is no day/],
  ['a day to come, for a piece that readers have', ['bridge', '2026-10-20'], /taken from them/],
  ['a category that is not there', ['bridge', '--category', 'countys'], /Did you mean counties\?/],
  ['two names', ['bridge', 'one', 'two'], /Two names are named: one and two/],
  ['where it lies already', ['bridge', 'bridge'], /is there already/],
  ['nothing to do', ['bridge'], /what is to become of it/],
  ['a flag that does not exist', ['bridge', 'x', '--dryrun'], /Did you mean --dry-run\?/],
  ['front matter that cannot be read', ['broken', 'x'], /front matter of .*broken\.mdx cannot be read/],
  ['a date after a correction', ['corrected', '2026-10-14', 'x'], /Nothing was moved: .*updatedAt/],
] as const;

test('what cannot be done wholly and safely is refused with the reason', async () => {
  desk.write(bridge, article());
  desk.write(`${day}/down.mdx`, article());
  desk.write(`${day}/broken.mdx`, article().replace('authors: [amina-wafula]', 'authors: [amina-wafula'));
  desk.write(
    'articles/2026/10/13/corrected.mdx',
    article(['updatedAt: 2026-10-13 07:00']).replace('2026-10-15 06', '2026-10-13 06'),
  );
  desk.write(ferry, other(['aliases: [/2026/10/15/once]'], 'Ferry.'));
  desk.write('articles/2026/10/13/twice.mdx', article().replace('2026-10-15 06', '2026-10-13 06'));
  desk.write('articles/2026/10/14/twice.mdx', other([], 'Two.'));
  const gone = ['gone', 'down'].map((name) => `- address: /2026/10/15/${name}\n  on: 2026-10-15 07:00\n`);
  desk.write('gone.yaml', gone.join(''));
  const plan = await planning();
  for (const [what, args, words] of refusals) expect(() => plan(...args), what).toThrow(words);
  committed();
  expect(await desk.move('bridge', 'once')).toMatchObject({ code: 1, out: '' });
  expect(git('status', '--porcelain', '--', 'content')).toBe('');
});

/** Everything in the content folder with its words, and what lies outside of it. */
const everything = (): string[] =>
  readdirSync(desk.folder, { recursive: true, withFileTypes: true })
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('node_modules'))
    .map((path) => (lstatSync(path).isFile() ? `${path} ${readFileSync(path, 'latin1')}` : path))
    .sort();

const waysBarred: readonly (readonly [string, RegExp, () => void])[] = [
  [
    'a link that leads out of the newsroom stands where the day’s folder would be',
    /articles\/2026\/10\/13 is no folder/,
    () => {
      mkdirSync(join(desk.folder, 'elsewhere'));
      mkdirSync(join(desk.folder, 'content/articles/2026/10'), { recursive: true });
      symlinkSync(join(desk.folder, 'elsewhere'), join(desk.folder, 'content/articles/2026/10/13'));
    },
  ],
  [
    'a file stands where the day’s folder would be',
    /articles\/2026\/10\/13 is no folder/,
    () => desk.write('articles/2026/10/13', 'a file'),
  ],
  [
    'another picture of that name lies there',
    /articles\/2026\/10\/13\/own\.jpg is there already.*another name/,
    () => desk.write('articles/2026/10/13/own.jpg', 'another picture'),
  ],
  [
    'other facts of that name lie there',
    /articles\/2026\/10\/13\/own\.jpg\.yaml is there already/,
    () => desk.write('articles/2026/10/13/own.jpg.yaml', 'alt: Another.\n'),
  ],
];

test.each(waysBarred)(
  'where %s, nothing is moved and nothing is lost, which a dry run says as well',
  async (_, words, bar) => {
    desk.write(bridge, article(['leadImage: own.jpg']));
    desk.write(`${day}/own.jpg`, pixel);
    desk.write(`${day}/own.jpg.yaml`, facts);
    bar();
    const before = everything();
    for (const more of [['--dry-run'], []]) {
      const { code, out, side } = await desk.move('bridge', '2026-10-13', ...more);
      expect([code, out]).toEqual([1, '']);
      expect(side).toMatch(words);
    }
    expect(everything()).toEqual(before);
  },
);

test('a piece with everything about it goes two steps and comes back as it was', async () => {
  desk.write('series/ways.mdx', '---\ntitle: Ways\ndescription: Ways of the harbour.\n---\n');
  desk.write(
    bridge,
    article(
      ['series: { of: ways, part: 1 }', 'leadImage: own.jpg', 'related: [/2026/10/14/ferry]'],
      '[Part](#part), [itself](/2026/10/15/bridge?from=a#part)\n\n## Part\n\nOpen.',
    ),
  );
  desk.write(`${day}/own.jpg`, pixel);
  desk.write(`${day}/own.jpg.yaml`, facts);
  desk.write(
    ferry,
    other(
      ['lang: sw', 'translationOf: /2026/10/15/bridge', 'series: { of: ways, part: 2 }'],
      '[It](/2026/10/15/bridge#part), [it](http://localhost:3000/2026/10/15/bridge?a=b#part)',
    ),
  );
  desk.write(
    'fronts/home.yaml',
    'breaking: { text: Open, link: "/2026/10/15/bridge#part", until: 2026-10-15 18:00 }\npins:\n  - { article: /2026/10/15/bridge, until: 2026-10-16 06:00 }\n',
  );
  desk.write('gone.yaml', '- address: /2026/10/15/hoax\n  on: 2026-10-15 07:00\n  notice: See /2026/10/15/bridge\n');
  await clean();
  const before = everything();
  for (const [from, to] of [
    ['/2026/10/15/bridge', '/2026/10/13/b'],
    ['/2026/10/13/b', '/2026/10/12/c'],
  ] as const) {
    expect(await desk.move(from, to)).toMatchObject({ code: 0, side: '' });
    await clean();
  }
  expect(desk.read('gone.yaml')).toContain('notice: See /2026/10/15/bridge\n');
  expect(await desk.move('/2026/10/12/c', '/2026/10/15/bridge')).toMatchObject({ code: 0, side: '' });
  await clean();
  const aliases = 'aliases: [/2026/10/12/c, /2026/10/13/b]\n';
  expect(desk.read(bridge)).toContain(aliases);
  desk.write(bridge, desk.read(bridge).replace(aliases, ''));
  expect(everything()).toEqual(before);
});

test('git sees one rename with its new words, ready to be committed; what somebody works on is theirs', async () => {
  desk.write(bridge, article([], 'Much was written about the bridge.\n\nAnd more.'));
  desk.write(ferry, other([], '[It](/2026/10/15/bridge).'));
  desk.write('articles/2026/10/14/draft.mdx', other(['draft: true'], '[It](/2026/10/15/bridge).'));
  committed();
  desk.write('articles/2026/10/14/draft.mdx', other(['draft: true'], '[It](/2026/10/15/bridge). More.'));
  expect((await desk.move('bridge', '/2026/10/14/bridge-reopens')).out).toContain('Git knows of it');
  const status = git('status', '--porcelain', '--', 'content').split('\n');
  expect(status.sort()).toEqual([
    '',
    ' M content/articles/2026/10/14/draft.mdx',
    'M  content/articles/2026/10/14/ferry.mdx',
    'R  content/articles/2026/10/15/bridge.mdx -> content/articles/2026/10/14/bridge-reopens.mdx',
  ]);
  git('commit', '-qm', 'Moved');
  expect(git('log', '--follow', '--format=%s', '--', 'content/articles/2026/10/14/bridge-reopens.mdx')).toBe(
    'Moved\nThe paper of today\n',
  );
});

test('words that are being worked on move with the article and stay unfinished for git', async () => {
  desk.write(bridge, article());
  committed();
  desk.write(bridge, article([], 'Half a sentence'));
  await desk.move('bridge', 'bridge-reopens');
  expect(git('status', '--porcelain', '--', 'content')).toContain('RM content/articles/2026/10/15/bridge.mdx -> ');
  expect(desk.read(reopened)).toBe(article(['aliases: [/2026/10/15/bridge]'], 'Half a sentence'));
});

test('where git is busy, nothing is moved', async () => {
  desk.write(bridge, article());
  desk.write(ferry, other([], '[It](/2026/10/15/bridge).'));
  committed();
  mkdirSync(join(desk.folder, '.git', 'index.lock'));
  const { code, side } = await desk.move('bridge', '/2026/10/13/bridge');
  expect(code).toBe(1);
  expect(side).toMatch(/Nothing was moved: git did not take it/);
  expect([desk.read(bridge), desk.read(ferry)]).toEqual([article(), other([], '[It](/2026/10/15/bridge).')]);
  expect(isThere('articles/2026/10/13')).toBe(false);
});

test('a file that git does not know is moved as a file', async () => {
  desk.write(ferry, other([], 'Ferry.'));
  committed();
  desk.write(bridge, article());
  expect((await desk.move('bridge', 'bridge-reopens')).out).toContain('Next: npm run check.');
  expect(isThere(reopened)).toBe(true);
});
