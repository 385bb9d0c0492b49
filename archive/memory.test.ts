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
const a = `${day}/a.mdx`;
const b = `${day}/b.mdx`;
const c = `${day}/c.mdx`;
const standing = (at: string): ReturnType<TestNewsroom['archive']['standing']> =>
  newsroom.archive.standing(at, newsroom.now());
const long = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, nth) => `word${from + nth}`).join(' ');

const deleted = async (file: string): Promise<void> => {
  newsroom.remove(file);
  await newsroom.publish();
};
const published = async (file: string, text: string): Promise<readonly string[]> => {
  newsroom.write(file, text);
  return (await newsroom.publish()).changes;
};

test('H4: a rename that comes in two saves first answers 410, then one redirect', async () => {
  await published(a, articleWith());
  await deleted(a);
  expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone', why: 'deleted' });
  const changes = await published(b, articleWith());
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
  expect(changes).toContain('/2026/10/15/a');
});

test('H4: a piece that was moved to another day and edited meanwhile is known by its words', async () => {
  await published(a, articleWith({}, long(0, 200)));
  await deleted(a);
  await published(
    'articles/2026/10/14/a.mdx',
    articleWith({ publishedAt: '2026-10-14 06:00', headline: 'A wholly new headline' }, long(30, 200)),
  );
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/14/a' });
});

test('H4: a rename, a new headline and new words in one save are one piece too', async () => {
  await published(a, articleWith({}, long(0, 200)));
  newsroom.remove(a);
  await published(b, articleWith({ headline: 'A wholly new headline' }, `${long(0, 170)} and an end of its own`));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
});

test('another piece that is written while one is deleted takes nothing over', async () => {
  await published(a, articleWith({}, long(0, 200)));
  newsroom.remove(a);
  await published(b, articleWith({ headline: 'Another story of the day' }, long(500, 700)));
  expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone' });
});

test('tomorrow’s piece with today’s headline is not today’s piece renamed', async () => {
  await published(a, articleWith({ headline: 'The weather' }, 'Rain.'));
  await deleted(a);
  newsroom.setClock('2026-10-15T20:00:00+03:00');
  await published(b, articleWith({ headline: 'The weather' }, 'Sun.'));
  expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone' });
});

test('a file that comes back with the same words after days is known again', async () => {
  await published(a, articleWith({}, long(0, 200)));
  await deleted(a);
  newsroom.setClock('2026-10-20T09:00:00+03:00');
  await published(b, articleWith({}, long(0, 200)));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
});

test('a rename with a mistake in the file redirects as soon as the file is mended', async () => {
  await published(a, articleWith());
  newsroom.remove(a);
  await published('articles/2026/10/14/a.mdx', articleWith());
  expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone' });
  await published('articles/2026/10/14/a.mdx', articleWith({ publishedAt: '2026-10-14 06:00' }));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/14/a' });
});

test('a file that is copied first and deleted afterwards leaves its address to the copy', async () => {
  await published(a, articleWith());
  await published(b, articleWith());
  await deleted(a);
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
});

test('H4: a name that changes twice, in pieces, is one step away from each of its old names', async () => {
  await published(a, articleWith());
  await deleted(a);
  await published(b, articleWith());
  await deleted(b);
  await published(c, articleWith());
  for (const old of ['a', 'b']) expect(standing(`/2026/10/15/${old}`)).toEqual({ is: 'moved', to: '/2026/10/15/c' });
});

test('a file that was deleted and restored is there again', async () => {
  await published(a, articleWith());
  await deleted(a);
  await published(a, articleWith());
  expect(standing('/2026/10/15/a')).toEqual({ is: 'published' });
  await deleted(a);
  expect(standing('/2026/10/15/a')).toMatchObject({ is: 'gone' });
});

test('a name given back and forth makes no ring', async () => {
  await published(a, articleWith());
  newsroom.remove(a);
  await published(b, articleWith());
  newsroom.remove(b);
  await published(a, articleWith());
  expect(standing('/2026/10/15/a')).toEqual({ is: 'published' });
  expect(standing('/2026/10/15/b')).toEqual({ is: 'moved', to: '/2026/10/15/a' });
  await deleted(a);
  for (const old of ['a', 'b']) expect(standing(`/2026/10/15/${old}`)).toMatchObject({ is: 'gone' });
});

test('H4: the aliases of a deleted article are gone with it, and follow it to a new name', async () => {
  await published(a, articleWith({ aliases: '[/old, "/?p=4711"]' }));
  await deleted(a);
  expect(standing('/old')).toMatchObject({ is: 'gone' });
  expect(standing('/?p=4711')).toMatchObject({ is: 'gone' });
  await published(b, articleWith());
  expect(standing('/old')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
});

test('a new address of an article that is not public yet is told to nobody', async () => {
  await published(a, articleWith());
  await deleted(a);
  await published(b, articleWith({ draft: 'true' }));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'unknown' });
});

test('another release makes its tables anew and forgets no address', async () => {
  await published(a, articleWith());
  newsroom.remove(a);
  await published(b, articleWith());
  const file = new Libsql(archiveFile(newsroom.dataDir));
  file.exec('pragma user_version = 1');
  file.close();
  const site = { timeZone: 'Africa/Nairobi', smartPunctuation: false };
  const { contentDir, dataDir, now } = newsroom;
  const next = createIngest({ contentDir, dataDir, site, now });
  await next.run();
  await next.close();
  expect(standing('/2026/10/15/a')).toEqual({ is: 'moved', to: '/2026/10/15/b' });
});

test('time never publishes a broken file, however often it is saved broken after its moment', async () => {
  const embargo = { publishedAt: '2026-10-15 10:00' };
  await published(a, articleWith(embargo));
  await published(a, articleWith({ ...embargo, updatedAt: '2026-10-15 08:00' }));
  newsroom.setClock('2026-10-15T10:30:00+03:00');
  await published(a, articleWith({ ...embargo, updatedAt: '2026-10-15 08:01' }));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'unknown' });
  await published(a, articleWith(embargo));
  expect(standing('/2026/10/15/a')).toEqual({ is: 'published' });
});
