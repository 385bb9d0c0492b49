/** Old addresses of former systems are asked for in every spelling that programs and people have. */
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
const standing = (at: string): ReturnType<TestNewsroom['archive']['standing']> =>
  newsroom.archive.standing(at, newsroom.now());
const write = (name: string, aliases: readonly string[], more: Record<string, string> = {}): void =>
  newsroom.write(
    `${day}/${name}.mdx`,
    articleWith({
      headline: `The story of ${name}`,
      aliases: `\n${aliases.map((each) => `  - "${each}"`).join('\n')}`,
      ...more,
    }),
  );
const moved = (name: string) => ({ is: 'moved', to: `/2026/10/15/${name}` });
const unknown = { is: 'unknown' };

test('H4: capitals make no other old address, on either side', async () => {
  write('a', [
    '/Archive/Story.ASPX',
    '/old/plain',
    '/Straße/MÜNCHEN',
    `/Ng${'ũ'.normalize('NFD')}g${'ĩ'.normalize('NFD')}`,
  ]);
  await newsroom.publish();
  const asked = ['/archive/story.aspx', '/ARCHIVE/STORY.ASPX', '/Archive/Story.ASPX', '/Old/PLAIN', '/straße/münchen'];
  asked.push('/STRAßE/München', '/ngũgĩ', '/NGŨGĨ');
  for (const each of asked) expect([each, standing(each)]).toEqual([each, moved('a')]);
  expect(standing('/archive/story.asp')).toEqual(unknown);
});

test('H4: of old addresses that differ in capitals alone each leads where its own letters say', async () => {
  write('a', ['/watch/AbC']);
  write('b', ['/watch/aBc']);
  await newsroom.publish();
  expect(standing('/watch/AbC')).toEqual(moved('a'));
  expect(standing('/watch/aBc')).toEqual(moved('b'));
  expect(standing('/watch/abc')).toMatchObject({ is: 'moved' });
  for (const name of ['a', 'b']) expect(newsroom.archive.findings(`${day}/${name}.mdx`).problems).toEqual([]);
});

test('H4: the parameters of an old address may stand in any order, in any letters, among others', async () => {
  write('a', ['/show.php?id=123&cat=4', '/?p=4711', '/Seite.cfm?Titel=M%C3%BCnchen+heute']);
  write('many', ['/many?h=8&g=7&f=6&e=5&d=4&c=3&b=2&a=1']);
  await newsroom.publish();
  expect(standing('/many?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9')).toEqual(moved('many'));
  const asked = [
    '/show.php?id=123&cat=4',
    '/show.php?cat=4&id=123',
    '/Show.PHP?CAT=4&ID=123',
    '/show.php?utm_source=x&cat=4&fbclid=y&id=123&z=%C3%BC',
    '/show.php?%69d=123&cat=%34',
    '/?utm_source=x&p=4711',
    '/?P=4711',
    '/?p=4711&&',
    '/seite.cfm?titel=m%C3%BCnchen%20heute',
    '/seite.cfm?titel=M%c3%9cnchen+heute&a',
    `/seite.cfm?titel=${encodeURIComponent('München'.normalize('NFD'))}+heute`,
  ];
  for (const each of asked) expect([each, standing(each)]).toEqual([each, moved('a')]);
  for (const each of ['/show.php?id=123', '/show.php?id=123&cat=5', '/show.php?id=1234&cat=4', '/show.php', '/?p=47'])
    expect([each, standing(each)]).toEqual([each, unknown]);
});

test('H4: of several old addresses with parameters the one that most of them name is meant', async () => {
  write('a', ['/show.php?id=1']);
  write('b', ['/show.php?id=1&page=2']);
  write('c', ['/show.php']);
  await newsroom.publish();
  expect(standing('/show.php?page=2&id=1&x=y')).toEqual(moved('b'));
  expect(standing('/show.php?page=3&id=1')).toEqual(moved('a'));
  expect(standing('/SHOW.php')).toEqual(moved('c'));
});

test('no spelling of an old address beats a page that is there', async () => {
  newsroom.write('categories/harbour.mdx', '---\ntitle: Harbour\ndescription: Ships.\norder: 1\n---\n');
  write('a', ['/OLD/First']);
  write('b', ['/2026/10/15/A/']);
  await newsroom.publish();
  expect(standing('/2026/10/15/a')).toEqual({ is: 'published' });
  expect(standing('/category/harbour')).toEqual({ is: 'published' });
  for (const page of ['/', '/feed.xml', '/about']) expect(standing(page).is, page).not.toBe('moved');
});

test('what was taken down is down in every spelling', async () => {
  write('a', ['/old']);
  newsroom.write(
    'gone.yaml',
    '- address: /Hoax/Story.HTML\n  on: 2026-10-15 07:00\n- address: "/show.php?id=9&cat=1"\n  on: 2026-10-15 07:00\n',
  );
  await newsroom.publish();
  for (const each of ['/hoax/story.html', '/Hoax/Story.HTML', '/show.php?cat=1&ID=9&utm=x'])
    expect([each, standing(each)]).toMatchObject([each, { is: 'gone' }]);
});

test('H4: old spellings outlive the file that named them, its renaming and the next release', async () => {
  write('a', ['/Archive/Story', '/show.php?cat=4&id=123']);
  await newsroom.publish();
  newsroom.remove(`${day}/a.mdx`);
  newsroom.write(`${day}/b.mdx`, articleWith({ headline: 'The story of a' }));
  await newsroom.publish();
  const asked = ['/archive/story', '/show.php?id=123&cat=4'];
  for (const each of asked) expect([each, standing(each)]).toEqual([each, moved('b')]);
  await newsroom.ingest.close();
  const old = new Libsql(archiveFile(newsroom.dataDir));
  old.exec('pragma user_version = 1; drop table if exists spelling');
  old.close();
  const site = { timeZone: 'Africa/Nairobi', smartPunctuation: false };
  const next = createIngest({ contentDir: newsroom.contentDir, dataDir: newsroom.dataDir, site, now: newsroom.now });
  await next.run();
  await next.close();
  for (const each of asked) expect([each, standing(each)]).toEqual([each, moved('b')]);
});

test('the names of parameters that old addresses need are told, whoever knows the address, and no others', async () => {
  write('a', ['/show.php?ID=123&Cat=4', '/plain']);
  newsroom.write('gone.yaml', '- address: "/?p=9"\n  on: 2026-10-15 07:00\n');
  await newsroom.publish();
  expect([...newsroom.archive.aliasParameters()].sort()).toEqual(['cat', 'id', 'p']);
  newsroom.remove(`${day}/a.mdx`);
  newsroom.write(`${day}/b.mdx`, articleWith({ headline: 'The story of a' }));
  await newsroom.publish();
  expect([...newsroom.archive.aliasParameters()].sort()).toEqual(['cat', 'id', 'p']);
});
