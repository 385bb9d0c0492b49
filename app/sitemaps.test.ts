/** Sitemaps over an archive: what is in them at which millisecond, how they split, and what it costs to make them. */
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { putMany } from '#archive/articlesForTests';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { momentsOf } from '#syndication/metadata';
import { faultsOfSitemap } from '#syndication/schemaForTests';
import { GET as newsRoute } from './news-sitemap.xml/route';
import { GET as robotsRoute } from './robots.txt/route';
import { GET as indexRoute } from './sitemap.xml/route';
import { GET as partRoute } from './sitemaps/[part]/route';
import { GET as newsPartRoute } from './sitemaps/news/[part]/route';

const siteUrl = 'https://news.example';

/** The newsroom of the test that runs; routes are bound to it as they are to the paper's own archive. */
const bound = vi.hoisted(() => ({ room: undefined as TestNewsroom | undefined }));

vi.mock('./paper', async () => {
  const { site } = await import('#site');
  const room = (): TestNewsroom => {
    if (!bound.room) throw new Error('no newsroom is open');
    return bound.room;
  };
  return {
    site,
    settings: { siteUrl: 'https://news.example' },
    archive: new Proxy({} as TestNewsroom['archive'], { get: (_, name) => Reflect.get(room().archive, name) }),
    now: () => room().now(),
  };
});

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
  bound.room = newsroom;
});
afterEach(() => newsroom.close());

/** What the site answers at an address of a sitemap. */
const answerAt = (address: string): Response | Promise<Response> => {
  const [, news, part = ''] = /^\/sitemaps\/(news\/)?(.+)$/.exec(address) ?? [];
  const params = Promise.resolve({ part });
  const request = new Request(siteUrl + address);
  if (address === '/sitemap.xml') return indexRoute();
  if (address === '/news-sitemap.xml') return newsRoute();
  return news ? newsPartRoute(request, { params }) : partRoute(request, { params });
};

const textAt = async (address: string): Promise<string> => (await answerAt(address)).text();

/** Addresses that a sitemap names, with their dates. */
const locs = (xml: string): readonly (readonly [string, string | undefined])[] =>
  [...xml.matchAll(/<loc>https:\/\/news\.example([^<]*)<\/loc>(?:<lastmod>([^<]+)<)?/g)].map(
    ([, address = '', date]) => [address, date] as const,
  );
const namedIn = async (address: string): Promise<readonly string[]> =>
  locs(await textAt(address)).map(([named]) => named);

const write = (name: string, fields: Record<string, string> = {}, body?: string): void => {
  const [day = '2026-10-15'] = (fields.publishedAt ?? '2026-10-15 06:00').split(' ');
  newsroom.write(`articles/${day.replaceAll('-', '/')}/${name}.mdx`, articleWith(fields, body));
};

test('N1 N5 a piece enters the news sitemap at its second and leaves it when its 48 hours are over, without a build', async () => {
  write('old', { publishedAt: '2026-10-13 09:00' });
  write('new', { publishedAt: '2026-10-15 12:00' });
  await newsroom.publish();
  const at = async (iso: string): Promise<readonly string[]> => {
    newsroom.setClock(iso);
    return namedIn('/news-sitemap.xml');
  };
  expect(await at('2026-10-15T08:59:59.999+03:00')).toEqual(['/2026/10/13/old']);
  expect(await at('2026-10-15T09:00:00+03:00')).toEqual([]);
  expect(await at('2026-10-15T11:59:59.999+03:00')).toEqual([]);
  expect(await at('2026-10-15T12:00:00+03:00')).toEqual(['/2026/10/15/new']);
  expect(await at('2026-10-17T11:59:59.999+03:00')).toEqual(['/2026/10/15/new']);
  expect(await at('2026-10-17T12:00:00+03:00')).toEqual([]);
});

test('N4 nothing hidden, paid for or first printed elsewhere is news; opinion and other languages are', async () => {
  write('plain');
  write('opinion', { kind: 'opinion', authors: '[amina-wafula]' });
  write('paid', { kind: 'sponsored', sponsor: '{ name: Harbour Bank }' });
  write('elsewhere', { origin: '{ name: The wire, url: https://wire.example/a }' });
  write('draft', { draft: 'true' });
  write('withdrawn', { withdrawn: '{ on: 2026-10-15 08:00, reason: It was wrong. }' });
  write('expired', { expiresAt: '2026-10-15 08:00' });
  write('embargo', { publishedAt: '2026-10-15 09:01' });
  write('habari', { lang: 'sw' });
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: All of them.\norder: 1\n---\n');
  const { withProblems } = await newsroom.publish();
  expect(withProblems).toEqual([]);
  const xml = await textAt('/news-sitemap.xml');
  expect(
    locs(xml)
      .map(([address]) => address)
      .sort(),
  ).toEqual(['/2026/10/15/habari', '/2026/10/15/opinion', '/2026/10/15/plain']);
  expect(xml).toContain('<news:language>sw</news:language>');
  const listed = locs((await Promise.all((await namedIn('/sitemap.xml')).map(textAt))).join(''));
  expect(listed.map(([address]) => address).filter((address) => /^\/\d+\/\d+\/\d+\/./.test(address))).toEqual(
    expect.arrayContaining(['/2026/10/15/paid']),
  );
  expect(listed.join()).not.toMatch(/elsewhere|draft|withdrawn|expired|embargo/);
});

test('S2 a list that only hidden pieces would fill is in no sitemap, until the first of them is public', async () => {
  newsroom.write('authors/early-bird.mdx', '---\nname: Early Bird\nrole: Reporter\n---\n');
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n');
  newsroom.write('series/tides.mdx', '---\ntitle: Tides\ndescription: In parts.\n---\n');
  write('plain', { tags: '[open]' });
  const hidden = { authors: '[early-bird]', tags: '[secret, open]', series: '{ of: tides }' };
  write('embargo', { ...hidden, publishedAt: '2026-11-01 09:00' });
  write('draft', { ...hidden, draft: 'true' });
  await newsroom.publish();
  const all = async (): Promise<string> => (await Promise.all((await namedIn('/sitemap.xml')).map(textAt))).join('');
  expect(await namedIn('/sitemap.xml')).not.toContain('/sitemaps/series.xml');
  expect((await answerAt('/sitemaps/series.xml')).status).toBe(404);
  expect((await answerAt('/sitemaps/2026-11.xml')).status).toBe(404);
  expect(await all()).not.toMatch(/early-bird|secret|tides|2026\/11/);
  expect(await textAt('/sitemaps/tag.xml')).toContain('/tag/open</loc><lastmod>2026-10-15T06:00:00+03:00</lastmod>');
  newsroom.setClock('2026-11-01T09:00:00+03:00');
  await newsroom.publish();
  expect(await all()).toMatch(/author\/early-bird[\s\S]*tag\/secret[\s\S]*series\/tides[\s\S]*2026\/11\/01\/embargo/);
});

test('S2 numbered pages, years, months and days are listed as far as they go', async () => {
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: All of them.\norder: 1\n---\n');
  await newsroom.publish();
  putMany(newsroom.dataDir, 41, Date.parse('2026-10-14T23:30:00+03:00'));
  expect(await namedIn('/sitemaps/category.xml')).toEqual([
    '/category/counties',
    '/category/counties/page/2',
    '/category/counties/page/3',
  ]);
  expect((await namedIn('/sitemaps/2026-10.xml')).slice(0, 4)).toEqual([
    '/2026/10',
    '/2026/10/14',
    '/2026/10/15',
    '/2026/10/14/piece-0',
  ]);
  expect(await namedIn('/sitemaps/pages.xml')).toContain('/2026');
});

test('S3 A4 lastmod of a piece from before 1970 is its publication, and that of its correction once it has one', async () => {
  const piece = (name: string, fields: Record<string, string> = {}): void =>
    newsroom.write(`articles/1969/07/21/${name}.mdx`, articleWith({ publishedAt: '1969-07-21 05:56', ...fields }));
  piece('moon');
  piece('moon-live', { kind: 'live', coverage: '{ start: 1969-07-21 05:00 }' });
  piece('moon-corrected', { corrections: '[{ on: 1969-07-22 08:00, text: It was the left foot. }]' });
  expect((await newsroom.publish()).withProblems).toEqual([]);
  const dates = new Map(locs(await textAt('/sitemaps/1969-07.xml')));
  expect(dates.get('/1969/07/21/moon')).toBe('1969-07-21T05:56:00+03:00');
  expect(dates.get('/1969/07/21/moon-live')).toBe('1969-07-21T05:56:00+03:00');
  expect(dates.get('/1969/07/21/moon-corrected')).toBe('1969-07-22T08:00:00+03:00');
  expect(new Map(locs(await textAt('/sitemap.xml'))).get('/sitemaps/1969-07.xml')).toBe('1969-07-22T08:00:00+03:00');
});

test('S3 A4 lastmod is the change that the page itself tells of: entries, updates, corrections, once they are said', async () => {
  const later = 'corrections: [{ on: 2026-10-15 12:00, text: Later. }]';
  write('updated', { updatedAt: '2026-10-15 08:00' });
  write('corrected', {
    corrections: '[{ on: 2026-10-15 07:30, text: Wrong lane. }, { on: 2026-10-15 12:00, text: x. }]',
  });
  write('live', { kind: 'live', coverage: '{ start: 2026-10-15 06:00 }', corrections: later.slice(13) });
  const entry = (time: string, headline: string): void =>
    newsroom.write(
      `articles/2026/10/15/live.updates/${time.replace(':', '')}-a.mdx`,
      `---\nheadline: ${headline}\nat: 2026-10-15 ${time}\n---\n\nWords.\n`,
    );
  entry('08:30', 'First');
  entry('13:00', 'Second');
  const { withProblems } = await newsroom.publish();
  expect(withProblems).toEqual([]);
  for (const clock of ['09:00', '12:30', '14:00']) {
    newsroom.setClock(`2026-10-15T${clock}:00+03:00`);
    const dates = new Map(locs(await textAt('/sitemaps/2026-10.xml')));
    for (const name of ['updated', 'corrected', 'live']) {
      const piece = newsroom.archive.article(`/2026/10/15/${name}`, newsroom.now());
      const modified = piece && momentsOf(piece.article, piece.entries).modified;
      expect(Date.parse(dates.get(`/2026/10/15/${name}`) ?? ''), `${name} at ${clock}`).toBe(modified);
    }
    const newest = Math.max(...[...dates.values()].map((date) => Date.parse(date ?? '')));
    const inIndex = new Map(locs(await textAt('/sitemap.xml'))).get('/sitemaps/2026-10.xml');
    expect(Date.parse(inIndex ?? ''), `index at ${clock}`).toBe(newest);
  }
});

test('S4 pictures and films of a piece are named with it, those of its body and its entries too, as far as they may be shown', async () => {
  const side = 'alt: A bridge\ncredit: A\nlicence: CC BY 4.0\n';
  for (const [nth, name] of ['lead', 'body', 'entry', 'past'].entries()) {
    const background = { r: 50 * nth, g: 90, b: 120 };
    const bytes = await sharp({ create: { width: 640, height: 360, channels: 3, background } })
      .jpeg()
      .toBuffer();
    newsroom.write(`media/${name}.jpg`, bytes);
    newsroom.write(`media/${name}.jpg.yaml`, name === 'past' ? `${side}usableUntil: 2026-10-15 08:00\n` : side);
  }
  newsroom.write(
    'videos/tide.mdx',
    '---\ntitle: Tide\npublishedAt: 2026-10-15 07:00\nprovider: youtube\nid: aqz-KE-bpKQ\nposter: lead.jpg\nduration: PT1M\n---\n',
  );
  write(
    'pictured',
    { kind: 'live', coverage: '{ start: 2026-10-15 06:00 }', leadImage: '{ src: lead.jpg }' },
    '<Figure src="body.jpg" />\n\n<Figure src="past.jpg" />\n\n<Video id="tide" />',
  );
  newsroom.write(
    'articles/2026/10/15/pictured.updates/0700-a.mdx',
    '---\nheadline: First\nat: 2026-10-15 07:00\n---\n\n<Figure src="entry.jpg" />\n',
  );
  const { withProblems } = await newsroom.publish();
  expect(withProblems).toEqual([]);
  const xml = await textAt('/sitemaps/2026-10.xml');
  expect(await faultsOfSitemap(xml)).toEqual([]);
  expect(xml.match(/<image:loc>/g)).toHaveLength(3);
  expect(xml.match(/<video:title>Tide</g)).toHaveLength(1);
  expect(await textAt('/sitemaps/videos.xml')).toMatch(
    /\/videos<\/loc><lastmod>2026-10-15T07:00:00\+03:00.*<video:title>Tide/,
  );
});

test('N2 S1 3,000 pieces inside 48 hours fill three news sitemaps and three files of their month, each named by an index', async () => {
  await newsroom.publish();
  putMany(newsroom.dataDir, 3000, Date.parse('2026-10-13T06:00:00+03:00'));
  newsroom.setClock('2026-10-15T08:00:00+03:00');
  const index = await textAt('/news-sitemap.xml');
  expect(await faultsOfSitemap(index)).toEqual([]);
  const files = locs(index).map(([address]) => address);
  expect(files).toEqual(['/sitemaps/news/1.xml', '/sitemaps/news/2.xml', '/sitemaps/news/3.xml']);
  const parts = await Promise.all(files.map(textAt));
  // 06:00 two days ago to 08:00 today: the pieces of the first two hours are too old.
  expect(parts.map((xml) => locs(xml).length)).toEqual([1000, 1000, 879]);
  for (const xml of parts) expect(await faultsOfSitemap(xml)).toEqual([]);
  expect(new Set(parts.flatMap((xml) => locs(xml).map(([address]) => address))).size).toBe(2879);
  expect(locs(index)[0]?.[1]).toBe(/<news:publication_date>([^<]+)/.exec(parts[0] ?? '')?.[1]);
  expect((await answerAt('/sitemaps/news/4.xml')).status).toBe(404);

  const ofMonth = locs(await textAt('/sitemap.xml')).filter(([address]) => address.includes('2026-10'));
  expect(ofMonth.map(([address]) => address)).toEqual([
    '/sitemaps/2026-10.xml',
    '/sitemaps/2026-10-2.xml',
    '/sitemaps/2026-10-3.xml',
  ]);
  const months = await Promise.all(ofMonth.map(([address]) => textAt(address)));
  const pieces = months.flatMap((xml) => locs(xml)).filter(([address]) => address.includes('/piece-'));
  expect(new Set(pieces.map(([address]) => address)).size).toBe(3000);
  for (const [nth, xml] of months.entries()) {
    const newest = Math.max(...locs(xml).map(([, date]) => Date.parse(date ?? '')));
    expect(Date.parse(ofMonth[nth]?.[1] ?? ''), `index and file ${nth + 1}`).toBe(newest);
  }
  expect((await answerAt('/sitemaps/2026-10-4.xml')).status).toBe(404);

  // A day later fewer than a thousand are left, and one file holds them.
  newsroom.setClock('2026-10-17T00:00:00+03:00');
  expect(await textAt('/news-sitemap.xml')).toContain('<urlset');
  expect((await answerAt('/sitemaps/news/1.xml')).status).toBe(404);
});

test('whoever asks "modified since" hears of a piece that came, changed or went, in the sitemaps of its month and in no others', async () => {
  write('september', { publishedAt: '2026-09-01 06:00' });
  write('october');
  const dates = async (): Promise<readonly string[]> =>
    Promise.all(
      ['/sitemaps/2026-09.xml', '/sitemaps/2026-10.xml', '/sitemap.xml', '/news-sitemap.xml'].map(
        async (address) => (await answerAt(address)).headers.get('last-modified') ?? '',
      ),
    );
  await newsroom.publish();
  const september = 'Tue, 01 Sep 2026 03:00:00 GMT';
  const first = 'Thu, 15 Oct 2026 03:00:00 GMT';
  expect(await dates()).toEqual([september, first, first, first]);
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  write('october', { withdrawn: '{ on: 2026-10-15 10:00, reason: It was wrong. }' });
  await newsroom.publish();
  const went = 'Thu, 15 Oct 2026 07:00:00 GMT';
  expect((await answerAt('/sitemaps/2026-10.xml')).status).toBe(404);
  expect(await dates()).toEqual([september, '', went, went]);
});

test('an edition names the month of what it changes and no other, so that old sitemaps stay as they are', async () => {
  write('september', { publishedAt: '2026-09-01 06:00' });
  write('october');
  await newsroom.publish();
  write('october', { headline: 'Another headline' });
  const { changes } = await newsroom.publish();
  expect(changes).toEqual(expect.arrayContaining(['/', '/2026/10']));
  expect(changes).not.toContain('/2026/09');
  expect(changes).not.toContain('*');
});

test('H7 robots.txt names both indexes', async () => {
  const text = await robotsRoute().text();
  expect(text).toContain('Sitemap: https://news.example/sitemap.xml\nSitemap: https://news.example/news-sitemap.xml\n');
});

test('names that no sitemap has are not there', async () => {
  write('a');
  await newsroom.publish();
  for (const name of [
    'articles-1',
    '2026-10-0',
    '2026-10-1',
    '2026-13',
    '2026-1',
    'tag-1',
    'news',
    'page',
    'category-2',
  ])
    expect((await answerAt(`/sitemaps/${name}.xml`)).status, name).toBe(404);
  for (const part of ['0', '1', '01']) expect((await answerAt(`/sitemaps/news/${part}.xml`)).status, part).toBe(404);
});
