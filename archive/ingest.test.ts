import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import sharp from 'sharp';
import { archiveFile } from '#archive/database';
import { createIngest } from '#archive/ingest';
import { openArchive } from '#archive/archive';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const bridge = 'articles/2026/10/15/harbour-bridge-reopens.mdx';
const address = '/2026/10/15/harbour-bridge-reopens';
const standing = (at = address): ReturnType<TestNewsroom['archive']['standing']> =>
  newsroom.archive.standing(at, newsroom.now());
const latest = (): string[] => newsroom.archive.latest(1, 50, newsroom.now()).items.map((article) => article.address);
const problems = (file: string): string[] => newsroom.archive.findings(file).problems.map((problem) => problem.message);

test('a file that an editor saves is an article at its address', async () => {
  newsroom.write(bridge, articleWith());
  const edition = await newsroom.publish();
  expect(edition).toMatchObject({ number: 1, made: true, documents: 1, read: 1, withProblems: [] });
  const found = newsroom.archive.article(address, newsroom.now());
  expect(found?.article.headline).toBe('Harbour bridge reopens after eleven days');
  expect(found?.article.authors).toEqual([{ slug: 'amina-wafula', name: 'Amina Wafula', known: false }]);
  expect(found?.body.text).toContain('The bridge is open again.');
});

test('a full disk takes nothing away and spoils no file; what was saved meanwhile is published when there is room', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  const { db } = newsroom.ingest;
  const pages = db.one<{ page_count: number }>('pragma page_count')?.page_count ?? 0;
  db.exec(`pragma max_page_count = ${pages}`);
  const files = Array.from({ length: 30 }, (_, n) => `articles/2026/10/15/piece-${n}.mdx`);
  newsroom.write(bridge, articleWith({ headline: 'Harbour bridge reopens after all' }));
  for (const file of files) newsroom.write(file, articleWith({}, `A long piece ${file}. `.repeat(300)));
  for (const _ of [1, 2]) {
    await expect(newsroom.publish()).rejects.toThrow(/full/);
    expect(latest()).toEqual([address]);
    expect(newsroom.archive.article(address, newsroom.now())?.article.headline).toMatch(/eleven days$/);
  }
  db.exec('pragma max_page_count = 1000000');
  const made = await newsroom.publish();
  expect(files.flatMap(problems)).toEqual([]);
  expect(made).toMatchObject({ made: true, documents: 31, withProblems: [] });
  expect(latest()).toHaveLength(31);
  expect(newsroom.archive.article(address, newsroom.now())?.article.headline).toMatch(/after all$/);
});

test('an article stays under embargo until the second of its publication', async () => {
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-15 10:00' }));
  await newsroom.publish();
  newsroom.setClock('2026-10-15T09:59:59+03:00');
  expect(standing()).toEqual({ is: 'unknown' });
  expect(latest()).toEqual([]);
  expect(newsroom.archive.nextChange(newsroom.now())).toBe(Date.parse('2026-10-15T10:00:00+03:00'));
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  expect(standing()).toEqual({ is: 'published' });
  expect(latest()).toEqual([address]);
});

const noon = Date.parse('2026-10-15T12:00:00+03:00');
const atNoon = async (): Promise<readonly string[]> => {
  await newsroom.publish();
  expect(newsroom.archive.nextChange(newsroom.now())).toBe(noon);
  newsroom.setClock('2026-10-15T12:00:00+03:00');
  const edition = await newsroom.publish();
  expect(edition).toMatchObject({ made: true, read: 0 });
  return edition.changes;
};

test('a correction dated ahead is said at its moment, without a file changed, and the sitemap dates the piece by it', async () => {
  newsroom.write(bridge, articleWith({ corrections: '[{ on: 2026-10-15 12:00, text: It was the west lane. }]' }));
  await newsroom.publish();
  const changed = (): number | undefined =>
    newsroom.archive.articlesOfMonth('/2026/10', 0, 10, newsroom.now())[0]?.changed;
  expect(changed()).toBe(Date.parse('2026-10-15T06:00:00+03:00'));
  expect(await atNoon()).toEqual(expect.arrayContaining([address, '/corrections']));
  expect(changed()).toBe(noon);
});

test('the right to a picture ends at its moment, and every page that may show it is named', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write('media/bridge.jpg.yaml', 'alt: A bridge\ncredit: A\nlicence: Rented\nusableUntil: 2026-10-15 12:00\n');
  expect(await atNoon()).toContain('*');
});

test('a pin of the front is let go at its moment', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write('fronts/home.yaml', `pins:\n  - article: ${address}\n    until: 2026-10-15 12:00\n`);
  expect(await atNoon()).toContain('*');
});

test('a moment that was taken out of a file passes unnoticed', async () => {
  newsroom.write(bridge, articleWith({ corrections: '[{ on: 2026-10-15 12:00, text: It was the west lane. }]' }));
  await newsroom.publish();
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  expect(newsroom.archive.nextChange(newsroom.now())).not.toBe(noon);
  newsroom.setClock('2026-10-15T12:00:00+03:00');
  expect(await newsroom.publish()).toMatchObject({ made: false });
});

test('N5: a piece leaves the news sitemap 48 hours after its publication, without a file changed and without a build', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  const old = Date.parse('2026-10-17T06:00:00+03:00');
  expect(newsroom.archive.nextChange(newsroom.now())).toBe(old);
  newsroom.setClock('2026-10-17T06:00:00+03:00');
  expect(await newsroom.publish()).toMatchObject({
    made: true,
    read: 0,
    changes: ['/news-sitemap.xml', '/sitemaps/news'],
  });
  expect(newsroom.archive.nextChange(old)).toBeUndefined();
});

test('an embargo that ends makes an edition that names the article and its lists, without a file changed', async () => {
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-15 10:00', tags: '[Bridges]' }));
  await newsroom.publish();
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  const edition = await newsroom.publish();
  expect(edition).toMatchObject({ number: 2, made: true, read: 0 });
  expect(edition.changes).toEqual(
    expect.arrayContaining([
      address,
      '/',
      '/category/counties',
      '/author/amina-wafula',
      '/tag/bridges',
      '/2026',
      '/2026/10',
      '/2026/10/15',
    ]),
  );
});

test('N5: what opens while an edition is being made is next in turn, however long the making took', async () => {
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-15 09:01' }));
  let clock = newsroom.now();
  // Every look at the clock costs two minutes: the embargo ends while the folder is compared.
  const now = (): number => (clock += 120_000) - 120_000;
  const site = { timeZone: 'Africa/Nairobi', timeZoneName: 'EAT', smartPunctuation: false };
  const dataDir = join(newsroom.dataDir, 'slow');
  const ingest = createIngest({ contentDir: newsroom.contentDir, dataDir, site, now });
  expect(await ingest.run()).toMatchObject({ made: true });
  expect(ingest.nextChange()).toBe(Date.parse('2026-10-15T09:01:00+03:00'));
  expect((await ingest.run([])).changes).toContain(address);
  expect(ingest.nextChange()).not.toBe(Date.parse('2026-10-15T09:01:00+03:00'));
  // A clock that was set back is believed: the moment comes again.
  clock = newsroom.now();
  expect(ingest.nextChange()).toBe(Date.parse('2026-10-15T09:01:00+03:00'));
  await ingest.close();
});

test('a newsroom in which nothing changed makes no edition', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  expect(await newsroom.publish()).toMatchObject({ number: 1, made: false, read: 0 });
});

test('a draft is never public', async () => {
  newsroom.write(bridge, articleWith({ draft: 'true' }));
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'unknown' });
  expect(latest()).toEqual([]);
});

test('an article is gone from the moment it expires', async () => {
  newsroom.write(bridge, articleWith({ expiresAt: '2026-10-15 12:00' }));
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'published' });
  newsroom.setClock('2026-10-15T12:00:00+03:00');
  expect(standing()).toMatchObject({ is: 'gone', why: 'expired' });
  expect(latest()).toEqual([]);
});

test('a withdrawn article is gone with its reason, from its moment on', async () => {
  newsroom.write(
    bridge,
    articleWith({ withdrawn: '\n  on: 2026-10-15 11:00\n  reason: The picture was of another bridge.' }),
  );
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'published' });
  newsroom.setClock('2026-10-15T11:00:00+03:00');
  expect(standing()).toMatchObject({ is: 'gone', why: 'withdrawn', reason: 'The picture was of another bridge.' });
});

test('a file that becomes bad keeps its last good version in public, and touches no other', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write('articles/2026/10/15/other.mdx', articleWith({ headline: 'Another story of the day' }));
  await newsroom.publish();
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-32 06:00', headline: 'Broken' }));
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual([bridge]);
  expect(newsroom.archive.article(address, newsroom.now())?.article.headline).toBe(
    'Harbour bridge reopens after eleven days',
  );
  expect(latest()).toHaveLength(2);
  newsroom.write(bridge, articleWith({ headline: 'Mended' }));
  await newsroom.publish();
  expect(newsroom.archive.article(address, newsroom.now())?.article.headline).toBe('Mended');
});

test('a broken file that still says it is a draft is hidden at once', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  newsroom.write(bridge, '---\nheadline: [oops\ndraft: true\n---\n');
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'unknown' });
  expect(latest()).toEqual([]);
});

test('a broken withdrawal hides: taking down always wins over keeping up', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  newsroom.write(bridge, articleWith({ withdrawn: 'because of the photo' }));
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual([bridge]);
  expect(standing().is).toBe('gone');
  expect(latest()).toEqual([]);
});

test('time never publishes a broken file: a broken embargo stays back', async () => {
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-15 10:00' }));
  await newsroom.publish();
  newsroom.write(bridge, articleWith({ publishedAt: '2026-10-15 10:00', updatedAt: '2026-10-15 08:00' }));
  await newsroom.publish();
  newsroom.setClock('2026-10-15T10:00:01+03:00');
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'unknown' });
  expect(latest()).toEqual([]);
});

test('the old address of a renamed article redirects for ever, in one hop', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  newsroom.remove(bridge);
  newsroom.write('articles/2026/10/15/bridge-open.mdx', articleWith());
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'moved', to: '/2026/10/15/bridge-open' });
  newsroom.remove('articles/2026/10/15/bridge-open.mdx');
  newsroom.write('articles/2026/10/15/bridge-open-again.mdx', articleWith());
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'moved', to: '/2026/10/15/bridge-open-again' });
  expect(standing('/2026/10/15/bridge-open')).toEqual({ is: 'moved', to: '/2026/10/15/bridge-open-again' });
});

test('a deleted article is gone; one that never was public is unknown', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write(
    'articles/2026/10/15/secret.mdx',
    articleWith({ draft: 'true', headline: 'A secret headline of ours' }),
  );
  await newsroom.publish();
  newsroom.remove(bridge);
  newsroom.remove('articles/2026/10/15/secret.mdx');
  await newsroom.publish();
  expect(standing()).toMatchObject({ is: 'gone', why: 'deleted' });
  expect(standing('/2026/10/15/secret')).toEqual({ is: 'unknown' });
});

test('an alias redirects to its article, a query included, and only while the article is public', async () => {
  newsroom.write(bridge, articleWith({ aliases: '[/old/bridge, "/?p=4711"]' }));
  await newsroom.publish();
  expect(standing('/old/bridge')).toEqual({ is: 'moved', to: address });
  expect(standing('/?p=4711')).toEqual({ is: 'moved', to: address });
  expect([...newsroom.archive.aliasParameters()]).toEqual(['p']);
  newsroom.write(bridge, articleWith({ aliases: '[/old/bridge]', draft: 'true' }));
  await newsroom.publish();
  expect(standing('/old/bridge')).toEqual({ is: 'unknown' });
});

test('of two articles that claim one alias the older publication keeps it, and the other is a problem', async () => {
  newsroom.write('articles/2026/10/14/older.mdx', articleWith({ publishedAt: '2026-10-14 06:00', aliases: '[/old]' }));
  newsroom.write(bridge, articleWith({ aliases: '[/old]', headline: 'The younger of two stories' }));
  const edition = await newsroom.publish();
  expect(standing('/old')).toEqual({ is: 'moved', to: '/2026/10/14/older' });
  expect(edition.withProblems).toEqual([bridge]);
  expect(problems(bridge)[0]).toContain('articles/2026/10/14/older.mdx');
});

test('an alias on a living address is a problem, and the living article stays', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write(
    'articles/2026/10/15/thief.mdx',
    articleWith({ aliases: `[${address}]`, headline: 'The thief of an address' }),
  );
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual(['articles/2026/10/15/thief.mdx']);
  expect(standing()).toEqual({ is: 'published' });
});

test('gone.yaml beats a file that still lies there', async () => {
  newsroom.write(bridge, articleWith());
  newsroom.write(
    'gone.yaml',
    `- address: ${address}\n  on: 2026-10-15 08:00\n  notice: Taken down by order of a court.\n`,
  );
  await newsroom.publish();
  expect(standing()).toMatchObject({ is: 'gone', reason: 'Taken down by order of a court.' });
  expect(latest()).toEqual([]);
});

const picture = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: '#886633' } })
    .jpeg()
    .toBuffer();

test('a picture needs its facts somewhere; once they lie beside it, the article goes out', async () => {
  newsroom.write('media/bridge.jpg', await picture());
  newsroom.write(bridge, articleWith({ leadImage: 'bridge.jpg' }));
  expect((await newsroom.publish()).withProblems).toEqual([bridge]);
  expect(standing()).toEqual({ is: 'unknown' });
  newsroom.write('media/bridge.jpg.yaml', 'alt: A bridge over a river\ncredit: Amina Wafula\nlicence: CC BY 4.0\n');
  expect((await newsroom.publish()).withProblems).toEqual([]);
  const found = newsroom.archive.article(address, newsroom.now());
  expect(found?.article.leadImage).toMatchObject({
    file: 'media/bridge.jpg',
    width: 1600,
    height: 900,
    alt: 'A bridge over a river',
  });
});

test('a lead photo that its own facts call decorative is a problem, until one of them says what it shows', async () => {
  newsroom.write('media/bridge.jpg', await picture());
  newsroom.write('media/bridge.jpg.yaml', 'alt: ""\ncredit: Amina Wafula\nlicence: CC BY 4.0\n');
  newsroom.write(bridge, articleWith({ leadImage: 'bridge.jpg' }, '<Figure src="bridge.jpg" />'));
  expect((await newsroom.publish()).withProblems).toEqual([bridge]);
  const [problem] = newsroom.archive.findings(bridge).problems;
  expect(problem).toMatchObject({ file: bridge, field: 'leadImage' });
  expect(problem?.message).toContain('alt: ""');
  newsroom.write(bridge, articleWith({}, '<Figure src="bridge.jpg" />'));
  expect((await newsroom.publish()).withProblems).toEqual([]);
  newsroom.write(bridge, articleWith({ leadImage: '{ src: bridge.jpg, alt: A bridge }' }));
  expect((await newsroom.publish()).withProblems).toEqual([]);
  newsroom.write(bridge, articleWith({ leadImage: 'bridge.jpg' }));
  expect((await newsroom.publish()).withProblems).toEqual([bridge]);
  newsroom.write('media/bridge.jpg.yaml', 'alt: A bridge\ncredit: Amina Wafula\nlicence: CC BY 4.0\n');
  expect((await newsroom.publish()).withProblems).toEqual([]);
});

test('A9 F3 a correction that is written twice for one moment is one, and a note says so', async () => {
  const said = (text: string, on = '2026-10-15 08:00') => `{ on: ${on}, text: ${text} }`;
  const corrections = `[${said('Two.')}, ${said('Three.')}, ${said('Two.')}, ${said('Two.', '2026-10-15 08:30')}]`;
  newsroom.write(bridge, articleWith({ corrections }));
  expect((await newsroom.publish()).withProblems).toEqual([]);
  const { items, total } = newsroom.archive.corrections(1, 10, newsroom.now());
  expect(items.map(({ correction }) => correction.text)).toEqual(['Two.', 'Three.', 'Two.']);
  expect(total).toBe(3);
  expect(newsroom.archive.findings(bridge).notes).toContainEqual(
    expect.objectContaining({ field: 'corrections', message: 'says the same twice.' }),
  );
});

test('a missing picture never holds a story up', async () => {
  newsroom.write(bridge, articleWith({ leadImage: 'not-there.jpg' }));
  expect((await newsroom.publish()).withProblems).toEqual([]);
  expect(newsroom.archive.teaser(address, newsroom.now())?.leadImage).toBeUndefined();
});

test('a picture that only a draft uses is not there; once the piece is public, it is', async () => {
  newsroom.write('media/bridge.jpg', await picture());
  newsroom.write('media/bridge.jpg.yaml', 'alt: A bridge\ncredit: Amina Wafula\nlicence: CC BY 4.0\n');
  newsroom.write(bridge, articleWith({ leadImage: 'bridge.jpg', draft: 'true' }));
  await newsroom.publish();
  newsroom.write(
    'articles/2026/10/15/probe.mdx',
    articleWith({ leadImage: 'bridge.jpg', headline: 'A probe to learn the hash' }),
  );
  await newsroom.publish();
  const hash = newsroom.archive.teaser('/2026/10/15/probe', newsroom.now())?.leadImage?.hash ?? '';
  expect(newsroom.archive.picture(hash, newsroom.now())?.file).toBe('media/bridge.jpg');
  newsroom.remove('articles/2026/10/15/probe.mdx');
  await newsroom.publish();
  expect(newsroom.archive.picture(hash, newsroom.now())).toBeUndefined();
});

test('a picture past its last day is not served, and its article goes on without it', async () => {
  newsroom.write('media/bridge.jpg', await picture());
  newsroom.write('media/bridge.jpg.yaml', 'alt: A bridge\ncredit: A\nlicence: Rented\nusableUntil: 2026-10-15 12:00\n');
  newsroom.write(bridge, articleWith({ leadImage: 'bridge.jpg' }));
  await newsroom.publish();
  const photo = newsroom.archive.teaser(address, newsroom.now())?.leadImage;
  expect(photo).toBeDefined();
  newsroom.setClock('2026-10-15T12:00:00+03:00');
  expect(newsroom.archive.teaser(address, newsroom.now())?.leadImage).toBeUndefined();
  expect(newsroom.archive.picture(photo?.hash ?? '', newsroom.now())).toBeUndefined();
});

test('symbolic links are not followed, and folders with the name of a file are told apart', async () => {
  newsroom.write(bridge, articleWith());
  symlinkSync('/etc/passwd', join(newsroom.contentDir, 'articles/2026/10/15/link.mdx'));
  mkdirSync(join(newsroom.contentDir, 'articles/2026/10/15/folder.mdx'));
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual(['articles/2026/10/15/folder.mdx', 'articles/2026/10/15/link.mdx']);
  expect(problems('articles/2026/10/15/link.mdx')[0]).toContain('symbolic link');
  expect(latest()).toEqual([address]);
});

test('an entry is told to be by its own writers, a desk as a desk, and else by the first of the article', async () => {
  newsroom.write('authors/the-desk.mdx', '---\nname: The Desk\nrole: Night desk\ntype: desk\n---\n');
  const coverage = '\n  start: 2026-10-15 07:00';
  newsroom.write('articles/2026/10/15/count.mdx', articleWith({ kind: 'live', coverage }));
  const entry = (time: string, more = '') =>
    `---\nat: 2026-10-15 ${time}\nheadline: At ${time}\n${more}---\n\nWords.\n`;
  newsroom.write('articles/2026/10/15/count.updates/0730-own.mdx', entry('07:30', 'authors: [the-desk, no-file]\n'));
  newsroom.write('articles/2026/10/15/count.updates/0740-none.mdx', entry('07:40'));
  expect((await newsroom.publish()).withProblems).toEqual([]);
  const { entries = [] } = newsroom.archive.article('/2026/10/15/count', newsroom.now()) ?? {};
  expect(entries.map(({ writers }) => writers)).toEqual([
    [{ name: 'Amina Wafula', type: 'person' }],
    [
      { name: 'The Desk', type: 'desk' },
      { name: 'No File', type: 'person' },
    ],
  ]);
});

test('an entry dated later appears at its moment; one beside no live article is a problem', async () => {
  const live = 'articles/2026/10/15/count.mdx';
  newsroom.write(
    live,
    articleWith({ kind: 'live', coverage: '\n  start: 2026-10-15 07:00', headline: 'The count of the votes' }),
  );
  newsroom.write(
    'articles/2026/10/15/count.updates/0730-first.mdx',
    '---\nat: 2026-10-15 07:30\nheadline: First count\n---\n\nSo far.\n',
  );
  newsroom.write(
    'articles/2026/10/15/count.updates/1100-last.mdx',
    '---\nat: 2026-10-15 11:00\nheadline: Last count\n---\n\nDone.\n',
  );
  newsroom.write(
    'articles/2026/10/15/nothing.updates/0800-lost.mdx',
    '---\nat: 2026-10-15 08:00\nheadline: Lost\n---\n',
  );
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual(['articles/2026/10/15/nothing.updates/0800-lost.mdx']);
  const entries = (): string[] =>
    newsroom.archive.article('/2026/10/15/count', newsroom.now())?.entries.map((entry) => entry.headline) ?? [];
  expect(entries()).toEqual(['First count']);
  newsroom.setClock('2026-10-15T11:00:00+03:00');
  expect(entries()).toEqual(['Last count', 'First count']);
});

test('no entry may be dated after its coverage ended', async () => {
  const coverage = '\n  start: 2026-10-15 06:00\n  end: 2026-10-15 08:00';
  newsroom.write('articles/2026/10/15/count.mdx', articleWith({ kind: 'live', coverage }));
  newsroom.write('articles/2026/10/15/count.updates/0900-late.mdx', '---\nat: 2026-10-15 09:00\nheadline: Late\n---\n');
  expect((await newsroom.publish()).withProblems).toEqual(['articles/2026/10/15/count.updates/0900-late.mdx']);
  expect(newsroom.archive.article('/2026/10/15/count', newsroom.now())?.entries).toEqual([]);
});

test('a picture in a folder of media is found under the name that the editor wrote', async () => {
  newsroom.write('media/2026/bridge.jpg', await picture());
  newsroom.write('media/2026/bridge.jpg.yaml', 'alt: A bridge\ncredit: A\nlicence: CC BY 4.0\n');
  newsroom.write(bridge, articleWith({ leadImage: '/media/2026/bridge.jpg' }));
  await newsroom.publish();
  const photo = newsroom.archive.teaser(address, newsroom.now())?.leadImage;
  expect(photo?.file).toBe('media/2026/bridge.jpg');
  expect(newsroom.archive.picture(photo?.hash ?? '', newsroom.now())?.file).toBe('media/2026/bridge.jpg');
});

test('while the content folder is swapped nothing has been deleted', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  renameSync(newsroom.contentDir, `${newsroom.contentDir}-away`);
  await expect(newsroom.publish()).rejects.toThrow(/no content folder/);
  expect(standing()).toEqual({ is: 'published' });
  renameSync(`${newsroom.contentDir}-away`, newsroom.contentDir);
  expect(await newsroom.publish()).toMatchObject({ made: false });
});

test('only the paths that were saved are looked at, a moved folder included', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  newsroom.write(bridge, articleWith({ headline: 'Changed on its own' }));
  expect(await newsroom.ingest.run([bridge])).toMatchObject({ read: 1, made: true });
  newsroom.remove('articles/2026/10/15');
  await newsroom.ingest.run(['articles/2026/10/15']);
  expect(latest()).toEqual([]);
});

test('a new archive takes the last good version of a broken file from git', async () => {
  newsroom.write(bridge, articleWith());
  const git = (...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: newsroom.contentDir,
      stdio: 'ignore',
    });
  };
  git('init');
  git('add', '.');
  git('commit', '-m', 'good');
  newsroom.write(bridge, articleWith({ publishedAt: 'yesterday' }));
  git('commit', '-am', 'bad');
  const edition = await newsroom.publish();
  expect(edition.withProblems).toEqual([bridge]);
  expect(standing()).toEqual({ is: 'published' });
});

test('a new archive does not publish from git what was under embargo when it broke, before its hour or after', async () => {
  const git = (time: string, ...args: string[]): void => {
    execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
      cwd: newsroom.contentDir,
      stdio: 'ignore',
      env: { ...process.env, GIT_COMMITTER_DATE: `2026-10-15T${time}:00+03:00` },
    });
  };
  const embargoed = { publishedAt: '2026-10-15 08:00' };
  newsroom.write(bridge, articleWith(embargoed));
  git('06:00', 'init');
  git('06:00', 'add', '.');
  git('06:00', 'commit', '-m', 'good');
  newsroom.write(bridge, articleWith({ ...embargoed, updatedAt: 'soon' }));
  git('07:00', 'commit', '-am', 'broken before its hour');
  newsroom.write(bridge, articleWith({ ...embargoed, updatedAt: 'very soon' }));
  git('08:30', 'commit', '-am', 'still broken');
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'unknown' });
  newsroom.write(bridge, articleWith(embargoed));
  await newsroom.publish();
  expect(standing()).toEqual({ is: 'published' });
});

test('a section that nothing is in leads nowhere; when its first piece goes out, every page shows it', async () => {
  const category = (title: string, order: number): string =>
    `---\ntitle: ${title}\ndescription: ${title}.\norder: ${order}\n---\n`;
  newsroom.write('categories/counties.mdx', category('Counties', 2));
  newsroom.write('categories/worldview.mdx', category('World', 1));
  newsroom.write(bridge, articleWith());
  newsroom.write(
    'articles/2026/10/15/early.mdx',
    articleWith({ headline: 'Early', category: 'worldview', publishedAt: '2026-10-15 10:00' }),
  );
  await newsroom.publish();
  const sections = (): string[] => newsroom.archive.sections(newsroom.now()).map(({ slug }) => slug);
  expect(sections()).toEqual(['counties']);
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  expect((await newsroom.publish()).changes).toContain('*');
  expect(sections()).toEqual(['worldview', 'counties']);
  newsroom.write('articles/2026/10/15/late.mdx', articleWith({ headline: 'Late', category: 'worldview' }));
  expect((await newsroom.publish()).changes).not.toContain('*');
});

test('an archive that is not a database is set aside and made again', async () => {
  newsroom.write(bridge, articleWith());
  await newsroom.publish();
  const dataDir = join(newsroom.dataDir, 'broken');
  mkdirSync(dataDir);
  writeFileSync(
    archiveFile(dataDir),
    'this is no database, it is a poem, and long enough to be taken for a header of one',
  );
  const site = { timeZone: 'Africa/Nairobi', smartPunctuation: false };
  const ingest = createIngest({ contentDir: newsroom.contentDir, dataDir, site, now: newsroom.now });
  await ingest.run();
  const archive = openArchive({ dataDir });
  expect(archive.latest(1, 10, newsroom.now()).total).toBe(1);
  archive.close();
  await ingest.close();
  rmSync(dataDir, { recursive: true });
});

test('related pieces are those an article names, then those with most in common; never itself, never paid for', async () => {
  const other = {
    publishedAt: '2026-10-14 06:00',
    standfirst: 'Forty characters of words about none of those things.',
  };
  const piece = (name: string, fields: Readonly<Record<string, string>>): void =>
    newsroom.write(`articles/2026/10/14/${name}.mdx`, articleWith({ ...other, ...fields }, 'Plain words.'));
  piece('named', { headline: 'Something else altogether', category: 'sport', authors: '[b]' });
  piece('two-tags', { headline: 'A ferry on the lake', category: 'sport', tags: '[Bridges, Water]' });
  piece('one-tag', { headline: 'A well in the village', category: 'sport', tags: '[Water]' });
  piece('paid', { headline: 'Paid words', kind: 'sponsored', sponsor: '{ name: Bank }', tags: '[Bridges, Water]' });
  piece('stranger', { headline: 'Nothing in common', category: 'sport' });
  newsroom.write(bridge, articleWith({ tags: '[Bridges, Water]', related: '[/2026/10/14/named]' }));
  await newsroom.publish();
  const article = newsroom.archive.teaser(address, newsroom.now());
  const related = article ? newsroom.archive.relatedTo(article, 4, newsroom.now()).map((each) => each.address) : [];
  expect(related).toEqual(['/2026/10/14/named', '/2026/10/14/two-tags', '/2026/10/14/one-tag']);
});
