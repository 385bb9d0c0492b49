import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { crossNotes } from '#archive/store/crossNotes';
import { site } from '#site';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const day = 'articles/2026/10/15';
const standing = (at: string): ReturnType<TestNewsroom['archive']['standing']> =>
  newsroom.archive.standing(at, newsroom.now());
const write = (name: string, aliases: string, more: Record<string, string> = {}): void =>
  newsroom.write(`${day}/${name}.mdx`, articleWith({ headline: `The story of ${name}`, aliases, ...more }));
const problemsOf = (file: string) => newsroom.archive.findings(file).problems;
const goneFile = (...addresses: string[]): void =>
  newsroom.write('gone.yaml', addresses.map((address) => `- address: ${address}\n  on: 2026-10-15 07:00\n`).join(''));
const notesOf = (file: string) =>
  crossNotes({ db: newsroom.ingest.db, now: newsroom.now(), site }).filter((note) => note.file === file);

const moved = (name: string) => ({ is: 'moved', to: `/2026/10/15/${name}` });

test('H4: an old address is found in whatever form it is written', async () => {
  const forms = [
    '/old/one/',
    '/old//two',
    '/old/thr%65e',
    '/old/four#part',
    '/2026/10/01/Five/',
    `/old/${'ũ'.normalize('NFD')}`,
    '"/?p=6"',
  ];
  write('a', `[${forms.join(', ')}]`);
  await newsroom.publish();
  const asked = ['/old/one', '/old/two', '/old/three', '/old/four', '/2026/10/01/five', '/old/ũ', '/?p=6'];
  expect(asked.map(standing)).toEqual(asked.map(() => moved('a')));
});

test('what is taken down is down in whatever form it is written', async () => {
  write('a', '[/x]');
  write('b', '[/y]');
  goneFile('/2026/10/15/A/', '/2026//10/15/b#part');
  await newsroom.publish();
  for (const name of ['a', 'b']) expect(standing(`/2026/10/15/${name}`)).toMatchObject({ is: 'gone' });
});

test.each([
  ['/', /the front page/],
  ['/feed.xml', /a feed/],
  ['/sitemap.xml', /for machines/],
  ['/robots.txt', /for machines/],
  ['/api/health', /forms/],
  ['"/api/health?x=1"', /forms/],
  ['/_next/static/x.js', /a file of the paper/],
  ['/pictures/abc/w-640.jpg', /a file of the paper/],
  ['/2026/10', /a year, a month or a day/],
  ['/videos', /videos/],
  ['/tag', /a list/],
  ['/newsletter/', /newsletter/],
])('an alias on %s, which the paper needs itself, is a problem at its line', async (alias, words) => {
  newsroom.write(`${day}/a.mdx`, articleWith({ aliases: `\n  - /old\n  - ${alias}` }));
  await newsroom.publish();
  expect(problemsOf(`${day}/a.mdx`)).toMatchObject([{ line: 9, column: 5, field: 'aliases.1' }]);
  expect(problemsOf(`${day}/a.mdx`)[0]?.message).toMatch(words);
});

test('an alias on the page of a section, an author, a tag, a series or about the paper is a problem, and the page stays', async () => {
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: The counties.\norder: 1\n---\n');
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina\nrole: Reporter\n---\n');
  newsroom.write('pages/ethics.mdx', '---\ntitle: Ethics\n---\n\nWe try.\n');
  newsroom.write(`${day}/tagged.mdx`, articleWith({ headline: 'Tagged', tags: '[bridges]' }));
  const pages = ['/category/counties', '/author/amina-wafula', '/about/ethics', '/tag/bridges', '/about'];
  pages.forEach((page, nth) => write(`thief-${nth}`, `[${page}]`));
  await newsroom.publish();
  pages.forEach((page, nth) =>
    expect([page, problemsOf(`${day}/thief-${nth}.mdx`)]).toMatchObject([page, [{ line: 7, field: 'aliases.0' }]]),
  );
  expect(pages.map(standing)).toEqual(pages.map(() => ({ is: 'published' })));
});

test('a section that comes later takes its address back from an alias, and gives it up when it goes', async () => {
  write('a', '[/category/harbour]');
  await newsroom.publish();
  expect(standing('/category/harbour')).toEqual(moved('a'));
  newsroom.write('categories/harbour.mdx', '---\ntitle: Harbour\ndescription: Ships.\norder: 1\n---\n');
  newsroom.write(`${day}/b.mdx`, articleWith({ headline: 'A ship', category: 'harbour' }));
  await newsroom.publish();
  expect(standing('/category/harbour')).toEqual({ is: 'published' });
  expect(problemsOf(`${day}/a.mdx`)).toMatchObject([{ field: 'aliases.0' }]);
  newsroom.remove('categories/harbour.mdx');
  newsroom.remove(`${day}/b.mdx`);
  await newsroom.publish();
  expect(problemsOf(`${day}/a.mdx`)).toEqual([]);
  expect(standing('/category/harbour')).toEqual(moved('a'));
});

test('a section is there from its first day, before its first piece, and no old address lies on it', async () => {
  write('a', '[/category/harbour]');
  await newsroom.publish();
  newsroom.write('categories/harbour.mdx', '---\ntitle: Harbour\ndescription: Ships.\norder: 1\n---\n');
  await newsroom.publish();
  expect(standing('/category/harbour')).toEqual({ is: 'published' });
});

test('two pieces that claim each other’s addresses make no ring: both stand, and both editors are told', async () => {
  write('a', '[/2026/10/15/b]');
  write('b', '[/2026/10/15/a]');
  await newsroom.publish();
  for (const name of ['a', 'b']) {
    expect(standing(`/2026/10/15/${name}`)).toEqual({ is: 'unknown' });
    expect(problemsOf(`${day}/${name}.mdx`)).toMatchObject([{ line: 7, field: 'aliases.0' }]);
  }
});

test('of two pieces that claim one old address the older leads, and while it is not public the other', async () => {
  write('a', '[/old]');
  await newsroom.publish();
  newsroom.write(
    'articles/2026/10/14/b.mdx',
    articleWith({ publishedAt: '2026-10-14 06:00', aliases: '[/old]', draft: 'true' }),
  );
  await newsroom.publish();
  expect(standing('/old')).toEqual(moved('a'));
  expect(problemsOf(`${day}/a.mdx`)).toMatchObject([{ field: 'aliases.0' }]);
});

test('a draft takes no old address away from a public piece', async () => {
  write('a', '[/2026/10/15/b]');
  await newsroom.publish();
  write('b', '[/x]', { draft: 'true' });
  await newsroom.publish();
  expect(standing('/2026/10/15/b')).toEqual(moved('a'));
  expect(problemsOf(`${day}/a.mdx`)).toMatchObject([{ line: 7, field: 'aliases.0' }]);
});

test('H4: an address that memory leads to an old address ends where that leads now, in one step', async () => {
  write('a', '[/x]');
  await newsroom.publish();
  newsroom.remove(`${day}/a.mdx`);
  write('b', '[/x]', { headline: 'The story of a' });
  await newsroom.publish();
  newsroom.remove(`${day}/b.mdx`);
  newsroom.write(
    'articles/2026/10/14/c.mdx',
    articleWith({ publishedAt: '2026-10-14 06:00', headline: 'New', aliases: '[/2026/10/15/b]' }, 'All new.'),
  );
  await newsroom.publish();
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/14/c' });
});

test('the development page hears what a file has to do with others, and of this file alone', async () => {
  write('a', '[/old]', { tags: '[bridges]', related: '[/2026/10/15/never]' });
  write('b', '[/old]', { tags: '[bridge]', authors: '[nobody-known]' });
  write('c', '[/other]', { tags: '[bridges]' });
  await newsroom.publish();
  const notes = (name: string) =>
    newsroom.archive
      .notesAcross(`${day}/${name}.mdx`, newsroom.now())
      .map(({ field, message }) => `${field} ${message}`);
  expect(notes('a')).toEqual(notesOf(`${day}/a.mdx`).map(({ field, message }) => `${field} ${message}`));
  expect(notes('a').join()).toMatch(/related\.0 \/2026\/10\/15\/never is no page/);
  expect(problemsOf(`${day}/b.mdx`)).toMatchObject([{ field: 'aliases.0' }]);
  expect(notes('c')).toEqual(notesOf(`${day}/c.mdx`).map(({ field, message }) => `${field} ${message}`));
  write('b', '[/elsewhere]', { tags: '[bridge]', authors: '[nobody-known]' });
  await newsroom.publish();
  expect(notes('b').join()).toMatch(/nobody-known.*nearly the tag "bridges"/);
});

test('a link to a page in a stray form is told how to be written; one to its twin or in escapes is right', async () => {
  write('bridge', '[/old]');
  write('nähe', '[/older]');
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: The counties.\norder: 1\n---\n');
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina\nrole: Reporter\n---\n');
  const strays = [
    '/2026/10/15/bridge/',
    '/2026/10/15/Bridge',
    '/2026/10/15/bridge.html',
    '/Category/Counties/',
    '/amp',
    '/2026/10/15/n%C3%A4he/',
  ];
  const right = [
    '/2026/10/15/bridge',
    '/2026/10/15/bridge.md',
    '/2026/10/15/n%C3%A4he',
    '/2026/10/15/nähe',
    '/category/counties',
    '/',
    '/feed.xml',
  ];
  const body = [...strays, ...right, '/2026/10/15/never/', '/nothing.html'].map((to) => `[Link](${to})`).join(' and ');
  newsroom.write(`${day}/linking.mdx`, articleWith({ headline: 'Links' }, body));
  await newsroom.publish();
  const said = notesOf(`${day}/linking.mdx`).map(({ message, fix }) => `${message} ${fix}`);
  expect(said).toEqual([
    expect.stringMatching(/bridge\/ is \/2026\/10\/15\/bridge, written otherwise\. Write: {2}\/2026\/10\/15\/bridge$/),
    expect.stringMatching(/Bridge is \/2026\/10\/15\/bridge, written otherwise/),
    expect.stringMatching(/bridge\.html is \/2026\/10\/15\/bridge, written otherwise/),
    expect.stringMatching(/Counties\/ is \/category\/counties, written otherwise/),
    expect.stringMatching(/^\/amp is \/, written otherwise/),
    expect.stringMatching(/he\/ is \/2026\/10\/15\/nähe, written otherwise/),
    expect.stringMatching(/never\/ is no page/),
    expect.stringMatching(/nothing\.html is no page/),
  ]);
});

test('a list of gone addresses that names what the paper needs itself is a problem, and the list before it stands', async () => {
  write('a', '[/x]');
  goneFile('/2026/10/15/a');
  await newsroom.publish();
  for (const address of ['/', '/feed.xml', '/pictures/abc/w-640.jpg', '/api/health', '/news-sitemap.xml']) {
    goneFile('/2026/10/15/other', address);
    await newsroom.publish();
    expect([address, problemsOf('gone.yaml')]).toMatchObject([address, [{ line: 3, column: 12, field: '1.address' }]]);
    expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone' });
    expect(standing('/2026/10/15/other')).toEqual({ is: 'unknown' });
  }
});

test('taking down wins over a file, an alias and a section that are still there, and its editor is told of each', async () => {
  write('a', '[/old]');
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: The counties.\norder: 1\n---\n');
  const addresses = ['/2026/10/15/a', '/old', '/category/counties', '/2026/10/15/never'];
  goneFile(...addresses);
  await newsroom.publish();
  for (const address of addresses) expect([address, standing(address)]).toMatchObject([address, { is: 'gone' }]);
  expect(problemsOf('gone.yaml')).toEqual([]);
  const told = notesOf('gone.yaml').map(({ line, message }) => `${line} ${message}`);
  expect(told).toEqual([
    expect.stringMatching(/^1 \/2026\/10\/15\/a is taken down, and articles\/2026\/10\/15\/a\.mdx still lies there/),
    expect.stringMatching(/^3 \/old is taken down, and is an old address of articles\/2026\/10\/15\/a\.mdx/),
    expect.stringMatching(/^5 \/category\/counties is taken down, and is the address of categories\/counties\.mdx/),
  ]);
});
