import { afterEach, beforeEach, expect, test } from 'vitest';
import Libsql from 'libsql';
import { archiveFile } from '#archive/database';
import { createIngest } from '#archive/ingest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const day = 'articles/2026/10/15';
const first = (name: string): string => newsroom.archive.firstAddress(`/2026/10/15/${name}`);
const published = async (name: string, text = articleWith()): Promise<void> => {
  newsroom.write(`${day}/${name}.mdx`, text);
  await newsroom.publish();
};
const renamed = async (from: string, to: string, text = articleWith()): Promise<void> => {
  newsroom.remove(`${day}/${from}.mdx`);
  await published(to, text);
};

test('F3: a piece keeps its first address through edits, through two renames, and back', async () => {
  const edited = articleWith({ headline: 'Another headline', standfirst: 'Another sentence.' }, 'Other words.');
  await published('a');
  await published('a', edited);
  expect(first('a')).toBe('/2026/10/15/a');
  await renamed('a', 'b', edited);
  await renamed('b', 'c', edited);
  expect(first('c')).toBe('/2026/10/15/a');
  await renamed('c', 'b', edited);
  expect(first('b')).toBe('/2026/10/15/a');
});

test('F3: a piece renamed and written anew keeps its first address by the alias in its file', async () => {
  await published('a', articleWith({}, 'The first words of all.'));
  await renamed('a', 'b', articleWith({ headline: 'Nothing of before', aliases: '[/2026/10/15/a]' }, 'All is new.'));
  expect(first('b')).toBe('/2026/10/15/a');
});

test('F3: an alias that is added later makes no second item; one that was there at first is the first address', async () => {
  await published('a');
  await published('a', articleWith({ aliases: '[/2026/10/14/older]' }));
  expect(first('a')).toBe('/2026/10/15/a');
  await published(
    'b',
    articleWith({ headline: 'Another', aliases: '["/?p=4711", /2020/01/01/of-old, /2021/01/01/later]' }),
  );
  expect(first('b')).toBe('/2020/01/01/of-old');
});

test('F3: another piece at the place that a renamed one left has a name of its own', async () => {
  await published('a', articleWith({}, 'The first words of all.'));
  await renamed('a', 'b', articleWith({}, 'The first words of all.'));
  await published('a', articleWith({ headline: 'Quite another piece' }, 'It says quite other things.'));
  expect([first('a'), first('b')]).toEqual(['/2026/10/15/a#2', '/2026/10/15/a']);
});

test('F3: an embargoed piece is named when it is first public, under the address that it then has', async () => {
  await published('early', articleWith({ publishedAt: '2026-10-15 10:00' }));
  await renamed('early', 'final', articleWith({ publishedAt: '2026-10-15 10:00' }));
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  await newsroom.publish();
  expect(first('final')).toBe('/2026/10/15/final');
});

test('F3: first addresses and the moments of lists go over into the archive of the next release', async () => {
  await published('a');
  await renamed('a', 'b');
  const changed = newsroom.archive.listChanged('/category/counties');
  await newsroom.ingest.close();
  const old = new Libsql(archiveFile(newsroom.dataDir));
  old.pragma('user_version = 1');
  old.close();
  const site = { timeZone: 'Africa/Nairobi', smartPunctuation: false };
  const next = createIngest({ contentDir: newsroom.contentDir, dataDir: newsroom.dataDir, site, now: newsroom.now });
  await next.run();
  await next.close();
  expect([first('b'), newsroom.archive.listChanged('/category/counties')]).toEqual(['/2026/10/15/a', changed]);
});

test('F6: a list knows when it last changed: a piece that left counts, the building of the archive does not', async () => {
  await published('a');
  await published('b', articleWith({ headline: 'Another', category: 'science' }));
  const built = newsroom.archive.listChanged('/category/counties');
  expect(built).toBeUndefined();
  newsroom.setClock('2026-10-15T11:00:00+03:00');
  newsroom.remove(`${day}/a.mdx`);
  await newsroom.publish();
  expect(newsroom.archive.listChanged('/category/counties')).toBe(newsroom.now());
  expect(newsroom.archive.listChanged('/category/science')).toBe(Date.parse('2026-10-15T09:00:00+03:00'));
});

test('F6: the list of corrections changes with a piece that states one, and with no other', async () => {
  const stated = { corrections: '[{ on: 2026-10-15 08:00, text: It was two hours. }]' };
  await published('right');
  await published('wrong', articleWith({ headline: 'Another piece', ...stated }, 'Quite other words.'));
  newsroom.setClock('2026-10-15T11:00:00+03:00');
  const listed = newsroom.archive.listChanged('/corrections');
  expect(listed).toBe(Date.parse('2026-10-15T09:00:00+03:00'));
  await published('right', articleWith({}, 'Other words than before.'));
  expect(newsroom.archive.listChanged('/')).toBe(newsroom.now());
  expect(newsroom.archive.listChanged('/corrections')).toBe(listed);
  await published('wrong', articleWith({ headline: 'Another piece' }, 'Quite other words.'));
  expect(newsroom.archive.listChanged('/corrections')).toBe(newsroom.now());
});
