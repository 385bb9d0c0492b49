import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { crossNotesOf } from '#archive/store/crossNotes';
import { site } from '#site';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const day = 'articles/2026/10/15';
const linking = `${day}/linking.mdx`;

/** Links of one article that readers may follow, and what its editor is told of them all. */
const openAmong = async (body: string) => {
  newsroom.write(linking, articleWith({ headline: 'It links to others' }, body));
  await newsroom.publish();
  const found = newsroom.archive.article('/2026/10/15/linking', newsroom.now());
  const notes = crossNotesOf({ db: newsroom.ingest.db, now: newsroom.now(), site }, linking)
    .filter(({ field }) => field === 'body')
    .map(({ message, fix }) => `${message} ${fix}`);
  return { open: [...(found?.material.openLinks ?? [])].sort(), notes };
};
const linksTo = (...paths: readonly string[]): string => paths.map((path) => `[It](${path})`).join(' and ');

const spelled = (name: string): readonly string[] =>
  [name, `${name}/`, `${name}.md`, `${name}.html`, `${name}/amp`, `${name}#part`, `${name}?a=b`, encodeURI(name)].map(
    (each) => `/2026/10/15/${each}`,
  );

test('a link to a piece that is not public is plain text, in whatever spelling and script it is written', async () => {
  newsroom.write(`${day}/draft.mdx`, articleWith({ draft: 'true' }));
  newsroom.write(`${day}/የወንዙ-ድልድይ.mdx`, articleWith({ publishedAt: '2026-10-15 10:00' }));
  newsroom.write(`${day}/over.mdx`, articleWith({ expiresAt: '2026-10-15 08:00' }));
  const names = ['draft', 'Draft', 'የወንዙ-ድልድይ', 'over', 'never'];
  expect((await openAmong(linksTo(...names.flatMap(spelled)))).open).toEqual([]);
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  await newsroom.publish();
  const { open } = await openAmong(linksTo(...spelled('የወንዙ-ድልድይ')));
  const written = encodeURI('/2026/10/15/የወንዙ-ድልድይ');
  expect(open).toEqual(['', '.html', '.md', '/', '/amp'].map((end) => written + end).sort());
});

test('a link to a public piece stays one: its twin, an old address and a page of the paper too', async () => {
  newsroom.write(`${day}/bridge.mdx`, articleWith({ aliases: '[/2026/10/15/draft.html, /media/old.pdf]' }));
  newsroom.write(`${day}/draft.mdx`, articleWith({ draft: 'true' }));
  const paths = ['/2026/10/15/bridge', '/2026/10/15/bridge.md', '/2026/10/15/draft.html', '/media/old.pdf', '/2026/10'];
  expect((await openAmong(linksTo(...paths))).open).toEqual(paths.sort());
});

test('what is no article may be there beside the paper: the link stays, and its editor is told', async () => {
  const { open, notes } = await openAmong(linksTo('/shop/tickets'));
  expect([open, notes]).toEqual([
    ['/shop/tickets'],
    [expect.stringContaining('/shop/tickets is no page of this paper')],
  ]);
});

test('links in footnotes, live or not, are links like any other', async () => {
  newsroom.write(`${day}/bridge.mdx`, articleWith());
  newsroom.write(`${day}/draft.mdx`, articleWith({ draft: 'true' }));
  const notes = '[^1]: See [it](/2026/10/15/bridge) and [that](/2026/10/15/draft).';
  expect((await openAmong(`Open[^1].\n\n${notes}\n`)).open).toEqual(['/2026/10/15/bridge']);
});

test('a link to a file of the newsroom is plain text, and its editor is told how the file is shown', async () => {
  const files = ['/media/map.jpg', '/media/horn.mp3', '/media/ships.csv', '/media/plan.pdf', '/media/ships'];
  const articles = ['/articles/2026/10/15/bridge.mdx', '/content/articles/2026/10/15/bridge.mdx'];
  const { open, notes } = await openAmong(linksTo(...files, ...articles));
  expect(open).toEqual([]);
  expect(notes).toEqual([
    '/media/map.jpg is a file of the newsroom and no page: readers see plain text. Write:  <Figure src="map.jpg" />',
    expect.stringContaining('Write:  <Audio src="horn.mp3"'),
    expect.stringContaining('Write:  <Table src="ships.csv"'),
    expect.stringContaining('Write:  <Document src="plan.pdf" />'),
    expect.stringContaining('Name a page, or take the link out.'),
    ...articles.map(
      (path) => `${path} is a file of the newsroom and no page: readers see plain text. Write:  /2026/10/15/bridge`,
    ),
  ]);
});
