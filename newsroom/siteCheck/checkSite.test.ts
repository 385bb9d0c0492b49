import { expect, test } from 'vitest';
import { crawl } from '#newsroom/siteCheck/crawl';
import { paperNow, servePaper, smallPaper, type Paper } from '#newsroom/siteCheck/smallPaper';
import { breachesOf } from '#newsroom/siteRules/catalogue';

const ship = '/2026/ship';

/** One thing changed in one document: rule that must be named, path, words that stand there, words instead. */
const broken: readonly (readonly [rule: string, path: string, from: string, to: string])[] = [
  ['A1', ship, '"description":"What happened."', '"description":"What happened <b>"'],
  ['A1', ship, '{"@type":"NewsArticle",', '{"@type":"NewsArticle",,'],
  ['A2', ship, '"@type":"NewsArticle"', '"@type":"Article"'],
  ['A3', ship, '"headline":"A ship comes in"', '"headline":"Another headline"'],
  ['A4', '/sitemap-all.xml', '<lastmod>2026-10-15T06', '<lastmod>2026-10-15T07'],
  ['A4', ship, 'article:published_time" content="2026-10-15T06', 'article:published_time" content="2026-10-15T05'],
  ['A5', ship, '"name":"Ada Otieno"', '"name":"By Ada Otieno"'],
  ['A6', ship, '"width":1600', '"width":1500'],
  ['A7', ship, '"articleSection":"World",', ''],
  ['A8', ship, '"wordCount":23', '"wordCount":23,"hasPart":{"@type":"WebPageElement","cssSelector":"#gate"}'],
  ['A9', '/2026/view', '<p>The ship is green.</p>', ''],
  ['A10', ship, '"creditText":"Ada"', '"caption":"Ada"'],
  ['D1', ship, '15 October 2026, 06:00 EAT', '15 October 2026'],
  ['D1', ship, 'Published <time', '<time'],
  ['L1', '/2026/live', '"coverageStartTime":"2026-10-15T06:00:00+03:00",', ''],
  ['L2', '/2026/live', '"articleBody":"It came.",', ''],
  [
    'L3',
    '/2026/live',
    '"headline":"It is here","datePublished":"2026-10-15T06',
    '"headline":"It is here","datePublished":"2026-10-15T08',
  ],
  ['P1', ship, '"position":2', '"position":3'],
  ['P2', '/author/ada', '"description":"Reporter"', '"description":""'],
  ['N3', '/news-sitemap.xml', '<news:title>A ship comes in', '<news:title>A ship comes in | Small Paper'],
  ['N6', '/news-sitemap.xml', '</urlset>', '</urlse'],
  ['S1', '/sitemap-all.xml', '</urlset>', '</urlse'],
  ['S2', '/sitemap-all.xml', '<url><loc>http://ORIGIN/author/ada</loc></url>', ''],
  ['S3', '/sitemap-all.xml', '/author/ada</loc>', '/author/ada</loc><lastmod>2031-01-01T00:00:00Z</lastmod>'],
  ['H1', '/about/ethics', '<title>/about/ethics</title>', ''],
  ['H2', ship, ', max-image-preview:large', ''],
  ['H3', ship, '<meta property="og:image:alt" content="A ship">', ''],
  ['H5', '/search', 'noindex', 'index'],
  ['H5', '/corrections/page/2', '/corrections/page/2"', '/corrections"'],
  [
    'H6',
    '/about',
    '<title>',
    '<link rel="alternate" hreflang="en" href="/about"><link rel="alternate" hreflang="sw" href="/about/ethics"><title>',
  ],
  ['H7', '/robots.txt', 'ai-train=no', 'ai-train=maybe'],
  ['H7', '/license.xml', 'rsl', 'html'],
  ['H8', '/', '>A ship comes in</a>', '>Read more</a>'],
  ['C1', '/', '<h1>', '<a href="/nowhere">Nowhere</a><h1>'],
  ['F1', '/feed.xml', '<description>News</description>', ''],
  ['F2', '/feed.xml', '<p>The ship', '<p><a href="/a">The</a> ship'],
  ['F3', '/feed.xml', '<guid isPermaLink="false">/2026/ship</guid>', ''],
  ['F4', '/feed.xml', '<link>http://ORIGIN/2026/ship</link>', '<link>http://ORIGIN/2026/secret</link>'],
  ['F5', '/feed.xml', '<atom:link rel="self" href="http://ORIGIN/feed.xml"/>', ''],
  ['T1', '/', '<a href="/about/ownership">ownership</a>', ''],
  ['T3', '/2026/view', 'Opinion, by', 'By'],
  ['R2', ship, 'The ship came in with the tide and everybody was there to see it.', ''],
  ['R6', ship, 'width="1600" height="900" fetchpriority', 'fetchpriority'],
];

const visit = async (paper: Paper, odd?: Parameters<typeof servePaper>[1], maxPages = 200) => {
  const { origin, end } = await servePaper(paper, odd);
  try {
    return await crawl({ origin, now: paperNow, maxPages, concurrency: 8, agent: 'test', within: 1500 });
  } finally {
    await end();
  }
};

const namesIn = (visited: Awaited<ReturnType<typeof visit>>): string[] => [
  ...new Set(breachesOf(visited.site).map(({ name }) => name)),
];

test('a paper that keeps every rule is told nothing', async () => {
  expect(breachesOf((await visit(await smallPaper())).site)).toEqual([]);
});

test.each(broken)('%s is named where %s has %j changed', async (rule, path, from, to) => {
  const paper = await smallPaper();
  const entry = paper.get(path);
  if (!entry || typeof entry.body !== 'string' || !entry.body.includes(from)) throw new Error(`${path} has no ${from}`);
  entry.body = entry.body.replace(from, to);
  const names = namesIn(await visit(paper));
  // An address that answers 404 is a broken link too, whoever names it.
  expect(names.filter((name) => rule === 'C1' || name !== 'C1')).toEqual([rule]);
});

test('hostile answers are named, and the visit ends', async () => {
  const paper = await smallPaper();
  const home = paper.get('/');
  if (home && typeof home.body === 'string')
    home.body = home.body.replace(
      '<h1>',
      '<a href="/loop">a</a><a href="/slow-never/1">b</a><a href="/huge">c</a><a href="/deep">d</a><a href="/latin">e</a><a href="/list/page/1">f</a><h1>',
    );
  const visited = await visit(paper, (url) => {
    const type = { 'content-type': 'text/html; charset=utf-8' };
    if (url === '/loop') return { status: 302, headers: { location: '/loop' } };
    if (url === '/huge') return { status: 200, headers: type, body: 'x'.repeat(11 * 1024 * 1024) };
    if (url === '/deep') return { status: 200, headers: type, body: '<div>'.repeat(40_000) };
    if (url === '/latin') return { status: 200, headers: type, body: Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0xfe]) };
    const [, number] = /^\/list\/page\/(\d+)$/.exec(url) ?? [];
    if (number)
      return {
        status: 200,
        headers: type,
        body: `<title>L</title><a href="/">Home</a><a href="/list/page/${Number(number) + 1}">Next</a>`,
      };
    return undefined;
  });
  const breaches = breachesOf(visited.site);
  const about = (part: string) =>
    breaches.filter(({ page }) => page.includes(part)).map(({ name, found }) => `${name} ${found}`);
  expect(about('/loop').join()).toContain('H4 redirects never end');
  expect(about('/huge').join()).toContain('C1 the body has more than');
  expect(about('/latin').join()).toContain('C1 the text is not utf-8');
  expect(about('/deep').join()).toMatch(/H1/);
  expect(breaches.some(({ name, found }) => name === 'H5' && found.includes('without end'))).toBe(true);
  expect(visited.site.pages.length).toBeLessThan(100);
});
