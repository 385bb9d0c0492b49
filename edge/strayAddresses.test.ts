/** Every kind of address in every form in which readers, former systems and crawlers write it: one step, or nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import { knownAddress } from '#model/addresses';

const door = await openDoor();
afterAll(door.close);

const article = '/2026/10/15/bridge';
/** One or more addresses of each kind that has pages or documents for readers, engines and programs. */
const living = [
  '/',
  article,
  `${article}.md`,
  '/2026/10/15/n%C3%A4he-und-w%C3%BCrde',
  '/2026',
  '/2026/10',
  '/2026/10/15',
  ...['category', 'author', 'tag', 'series'].flatMap((list) => [
    `/${list}`,
    `/${list}/one`,
    `/${list}/one/page/2`,
    `/${list}/one/feed.xml`,
    `/${list}/one/atom.xml`,
    `/${list}/one/feed.json`,
  ]),
  '/tag/n%C3%A4he',
  '/tag/n%C3%A4he/page/2',
  '/videos',
  '/videos/page/2',
  '/videos/feed.xml',
  '/corrections',
  '/corrections/page/2',
  '/corrections/atom.xml',
  '/about',
  '/about/ethics',
  '/newsletter',
  '/feed.xml',
  '/atom.xml',
  '/feed.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/sitemaps/pages.xml',
  '/sitemaps/2026-10.xml',
  '/sitemaps/news/1.xml',
  '/robots.txt',
  '/license.xml',
  '/llms.txt',
  '/llms-full.txt',
  '/site.webmanifest',
  '/.well-known/security.txt',
];

beforeAll(() => {
  const page = { 'content-type': 'text/html; charset=utf-8' };
  for (const address of living) door.rewrite(address, [200, page, `<html><h1>${address}</h1></html>`]);
  // As the routes of lists answer: the first page has the list's own address.
  for (const list of ['/category/one', '/author/one', '/tag/one', '/tag/n%C3%A4he', '/series/one'])
    door.rewrite(`${list}/page/1`, [308, { location: list }, '']);
  for (const list of ['/videos', '/corrections']) door.rewrite(`${list}/page/1`, [308, { location: list }, '']);
});

const behind = (address: string, tail: string): string => (address === '/' ? tail : address + tail);
/** Capitals everywhere but in escapes, which are a program's. */
const loud = (address: string): string =>
  address.replace(/%[0-9A-F]{2}|[a-z]/g, (sign) => (sign.length > 1 ? sign : sign.toUpperCase()));
const escaped = (address: string): string =>
  address.replace(/[a-z](?=[^/%]*$)/, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
const apart = (address: string): string => encodeURI(decodeURI(address).normalize('NFD'));

/** Each writes an address in one stray form. */
const forms: Readonly<Record<string, (address: string) => string>> = {
  'a closing slash': (address) => `${address}/`,
  'closing slashes': (address) => `${address}///`,
  'doubled slashes at the start': (address) => `/${address}`,
  'doubled slashes everywhere': (address) => address.replaceAll('/', '//'),
  'capitals everywhere': loud,
  'a first capital': (address) => address.replace(/[a-z]/, (letter) => letter.toUpperCase()),
  'a letter escaped': escaped,
  'small hex digits': (address) => address.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
  'letters in two code points': apart,
  'index.html': (address) => behind(address, '/index.html'),
  'index.htm': (address) => behind(address, '/index.htm'),
  'index.php': (address) => behind(address, '/index.php'),
  'an index in capitals': (address) => behind(loud(address), '/Index.HTML'),
  '.html': (address) => `${address}.html`,
  '.htm': (address) => `${address}.htm`,
  '.html and a slash': (address) => `${address}.html/`,
  '.HTML behind capitals': (address) => `${loud(address)}.HTML`,
  '/amp': (address) => behind(address, '/amp'),
  '/amp/': (address) => behind(address, '/amp/'),
  '/amp.html': (address) => behind(address, '/amp.html'),
  '/amp/index.html': (address) => behind(address, '/amp/index.html'),
  '.amp': (address) => `${address}.amp`,
  '.amp.html': (address) => `${address}.amp.html`,
  '/amp before it': (address) => `/amp${address}`,
  '?amp': (address) => `${address}?amp`,
  '?amp=1': (address) => `${address}?amp=1`,
  '?AMP=true among others': (address) => `${address}?utm_source=x&AMP=true&fbclid=y`,
  'a slash and a campaign': (address) => `${address}/?utm_source=x&utm_medium=y`,
  'an ending and a campaign': (address) => `${behind(address, '/index.html')}?gclid=1`,
  'all of it at once': (address) => `/${behind(loud(address), '//AMP//index.html/')}?AMP=1&utm_source=x`,
};

/** The front has no name that an ending could follow: such targets are another address, or none. */
const isWritten = (address: string, target: string): boolean =>
  target !== address && target.startsWith('/') && !(address === '/' && /^\/\.(?:amp|html?)/i.test(target));

/** Queries are read by the newsletter’s pages alone, and go along there; the question for AMP does not. */
const pathOf = (location: string | undefined): string | undefined => location?.split('?', 1)[0];

test('the table names every kind of address that readers, engines and programs ask for', () => {
  const kinds = new Set(living.map((address) => knownAddress(decodeURI(address))?.kind));
  expect([...kinds].sort()).toEqual([
    'about',
    'article',
    'corrections',
    'feed',
    'front',
    'list',
    'machine',
    'member',
    'newsletter',
    'period',
    'videos',
  ]);
});

test.each(Object.entries(forms))(
  'H4: every address with %s is one permanent step from its page',
  async (name, form) => {
    let written = 0;
    for (const address of living) {
      const target = form(address);
      if (!isWritten(address, target)) continue;
      written += 1;
      const { status, headers } = await door.get(target);
      expect([target, status, pathOf(headers.location)], name).toEqual([target, 308, address]);
      if (!address.startsWith('/newsletter')) expect(headers.location, target).toBe(address);
      expect((await door.get(headers.location ?? '')).status, target).toBe(200);
    }
    expect(written).toBeGreaterThan(0);
  },
);

test('an unknown parameter alone moves nobody: the page answers at once', async () => {
  for (const address of living) expect((await door.get(`${address}?utm_source=x&gclid=1`)).status, address).toBe(200);
});

const lost = ['/2026/10/15/never', '/2026/10/15/never.md', '/category/nothing', '/tag/nichts', '/about/nothing'];
lost.push('/category/one/page/3', '/category/one/page/999', '/videos/page/9', '/sitemaps/2020-01.xml', '/wp-login.php');

test.each(Object.entries(forms))(
  'H4: %s before nothing leads nowhere: 404, and never a step to a 404',
  async (_, form) => {
    for (const address of lost)
      expect([form(address), (await door.get(form(address))).status]).toEqual([form(address), 404]);
  },
);

test('page 1 of a list is the list, in whatever form: one step; page 0 and what is no number are nothing', async () => {
  for (const list of ['/category/one', '/tag/n%C3%A4he', '/videos', '/corrections']) {
    for (const tail of ['1', '01', '001/', '1.html', '1/amp', '01/index.html', '1?amp=1']) {
      const { status, headers } = await door.get(`${list}/page/${tail}`);
      expect([tail, status, headers.location]).toEqual([tail, 308, list]);
    }
    for (const tail of ['0', '00', '-1', '1e0', '0.html', '0/amp', '0/', '1000000000', '1000000000.html', 'x.html'])
      expect([tail, (await door.get(`${list}/page/${tail}`)).status]).toEqual([tail, 404]);
    for (const tail of ['02', '2.html', '002.html/', '02/amp?amp'])
      expect((await door.get(`${list}/page/${tail}`)).headers.location, tail).toBe(`${list}/page/2`);
  }
});

test('a stray form of what was renamed or taken down is one step to where it is, or gone', async () => {
  for (const tail of ['', '/', '.html', '/amp', '?amp', '/index.php']) {
    const moved = await door.get(`/2026/10/15/moved${tail}`);
    expect([tail, moved.status, moved.headers.location]).toEqual([tail, 308, article]);
    expect([tail, (await door.get(`/2026/10/15/gone${tail}`)).status]).toEqual([tail, 410]);
  }
});

test('an address that a former system really had beats what its form could mean', async () => {
  door.publish({ number: 4 });
  door.rewrite('/category/one.html', [308, { location: article }, '']);
  expect((await door.get('/category/one.html')).headers.location).toBe(article);
  door.learn(['id']);
  door.rewrite('/index.php', [308, { location: article }, '']);
  expect((await door.get('/index.php?id=7')).headers.location).toBe(article);
});

test('no form leads to another site', async () => {
  const hosts = [
    '//evil.example',
    '///evil.example/',
    '//evil.example/index.html',
    '//evil.example/amp',
    '/amp//evil.example',
  ];
  hosts.push(
    '//evil.example.html',
    '//evil.example/%2e%2e',
    '/amp/http://evil.example',
    '//evil.example?amp=1',
    '//amp//evil.example/amp',
  );
  for (const target of hosts) {
    const { status, headers } = await door.get(target);
    expect([target, status, headers.location]).toEqual([target, 404, undefined]);
  }
});
