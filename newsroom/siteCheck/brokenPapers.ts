/** For tests: small papers that each break one rule and no other. */
import type { VisitPlan } from '#newsroom/siteCheck/crawl';
import type { OddAnswer, Paper } from '#newsroom/siteCheck/servePaper';
import { addStory } from '#newsroom/siteCheck/smallPaper';

/** One fault. */
export type BrokenPaper = {
  /** The rule that must be named, alone. */
  readonly rule: string;
  readonly what: string;
  readonly change?: (paper: Paper) => void;
  /** Answers before the paper does. */
  readonly odd?: (path: string) => OddAnswer | undefined;
  readonly plan?: Partial<VisitPlan>;
};

const ship = '/2026/ship';
const [view, live, home] = ['/2026/view', '/2026/live', '/'];
const [feed, news, sitemap] = ['/feed.xml', '/news-sitemap.xml', '/sitemap-all.xml'];

/** Changes words of one document. Throws where they do not stand there: a fixture that breaks nothing proves nothing. */
const put = (paper: Paper, path: string, from: string | RegExp, to: string): void => {
  const entry = paper.get(path);
  const before = entry?.body;
  if (!entry || typeof before !== 'string') throw new Error(`${path} is no text`);
  entry.body = before.replace(from, to);
  if (entry.body === before) throw new Error(`${path} has no ${from}`);
};

const words = (rule: string, path: string, from: string | RegExp, to: string): BrokenPaper => ({
  rule,
  what: `${path}: ${String(from)} is ${to === '' ? 'missing' : to}`,
  change: (paper) => put(paper, path, from, to),
});

const header = (rule: string, path: string, name: string, value: string): BrokenPaper => ({
  rule,
  what: `${path} is sent with ${name}: ${value}`,
  change: (paper) => {
    const entry = paper.get(path);
    if (entry) entry.headers[name] = value;
  },
});

/** The story of the ship, published three days before, wherever its date stands. */
const anOldShip = (paper: Paper): void => {
  for (const path of [ship, sitemap, news])
    put(
      paper,
      path,
      path === ship ? /2026-10-15T06:00/g : new RegExp(`(?<=${ship}<.{0,300}?)2026-10-15T06:00`, 's'),
      '2026-10-12T06:00',
    );
  put(paper, feed, 'Thu, 15 Oct 2026', 'Mon, 12 Oct 2026');
};

/** The story of the ship as advertising, labelled wherever its headline stands. */
const aPaidShip = (paper: Paper): void => {
  put(paper, ship, '"@type":"NewsArticle"', '"@type":"AdvertiserContentArticle"');
  put(paper, ship, 'News, by', 'Sponsored, by');
  put(paper, home, `<li><a href="${ship}">`, `<li>Sponsored <a href="${ship}">`);
  put(paper, feed, '<content:encoded>', '<category>Sponsored</category><content:encoded>');
};

/** The entry of the ship in the news sitemap, so often. */
const manyNews = (paper: Paper, count: number): void => {
  const [entry = ''] = /<url>.*?<\/url>/s.exec(String(paper.get(news)?.body)) ?? [];
  put(paper, news, entry, entry.repeat(count));
};

/** Four reports beside the column, all modified in the second in which somebody built the site. */
const aBuildOfAll = (paper: Paper): void => {
  const others = ['/2026/b', '/2026/c', '/2026/d'];
  for (const path of others) addStory(paper, path, `News of ${path}`);
  const built = '2026-10-15T07:13:29';
  for (const path of [ship, view, ...others]) {
    put(paper, path, /(?<="dateModified":")2026-10-15T06:00:00/, built);
    put(paper, path, '</time></p>', `</time>, updated <time datetime="${built}+03:00">07:13 EAT</time></p>`);
    put(paper, sitemap, new RegExp(`(?<=${path}</loc><lastmod>)2026-10-15T06:00:00`), built);
  }
};

const html = { 'content-type': 'text/html; charset=utf-8' };
const origin = 'http://ORIGIN';

/** Every rule at least once; see `catalogue.test.ts`. */
export const brokenPapers: readonly BrokenPaper[] = [
  words('A1', ship, '"description":"What happened."', '"description":"What happened <b>"'),
  words('A1', ship, '{"@type":"NewsArticle",', '{"@type":"NewsArticle",,'),
  words('A1', ship, '</head>', '<script type="application/ld+json">{"@type":"Article"}</script></head>'),
  words('A2', ship, '"@type":"NewsArticle"', '"@type":"Article"'),
  words('A3', ship, '"headline":"A ship comes in"', '"headline":"Another headline"'),
  words('A3', ship, `og:url" content="${origin}${ship}`, `og:url" content="${origin}/ship`),
  words('A4', sitemap, '<lastmod>2026-10-15T06', '<lastmod>2026-10-15T07'),
  words('A4', ship, 'article:published_time" content="2026-10-15T06', 'article:published_time" content="2026-10-15T05'),
  words('A4', ship, /"datePublished":"2026-10-15T06:00:00\+03:00"/, '"datePublished":"2026-10-15"'),
  words('A5', ship, '"name":"Ada Otieno"', '"name":"By Ada Otieno"'),
  words('A5', ship, `,"url":"${origin}/author/ada"`, ''),
  words('A6', ship, '"width":1600', '"width":1500'),
  words('A6', ship, /,\{"@type":"ImageObject","contentUrl":"[^"]*square[^}]*\}/, ''),
  header('A6', '/square.jpg', 'content-type', 'image/png'),
  words('A7', ship, '"articleSection":"World",', ''),
  words('A8', ship, '"wordCount":23', '"wordCount":23,"hasPart":{"@type":"WebPageElement","cssSelector":"#gate"}'),
  words('A9', view, '<p>The ship is green.</p>', ''),
  words('A10', ship, '"creditText":"Ada"', '"caption":"Ada"'),
  words('D1', ship, '15 October 2026, 06:00 EAT', '15 October 2026'),
  words('D1', ship, 'Published <time', '<time'),
  {
    rule: 'D2',
    what: 'five articles were modified in the second of a build',
    change: aBuildOfAll,
  },
  words('L1', live, '"coverageStartTime":"2026-10-15T06:00:00+03:00",', ''),
  words('L2', live, '"articleBody":"It came.",', ''),
  words('L3', live, '"It is here","datePublished":"2026-10-15T06', '"It is here","datePublished":"2026-10-15T08'),
  words('L4', live, '</head>', '<script type="application/ld+json">{"@type":"NewsArticle"}</script></head>'),
  words('P1', ship, '"position":2', '"position":3'),
  words('P1', ship, '<li>World</li>', '<li>Ships</li>'),
  words('P2', '/author/ada', '"description":"Reporter"', '"description":""'),
  { rule: 'N1', what: 'the news sitemap lists a story of three days ago', change: anOldShip },
  words(
    'N1',
    news,
    '</url></urlset>',
    `</url><url><loc>${origin}/</loc><news:news><news:publication><news:name>Small Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-10-16T06:00:00+03:00</news:publication_date><news:title>Small Paper</news:title></news:news></url></urlset>`,
  ),
  { rule: 'N2', what: 'the news sitemap holds 1,001 entries', change: (paper) => manyNews(paper, 999) },
  words('N3', news, '<news:title>A ship comes in', '<news:title>A ship comes in | Small Paper'),
  words('N3', news, '<news:language>en', '<news:language>en-KE'),
  {
    rule: 'N4',
    what: 'the news sitemap lists advertising',
    change: aPaidShip,
  },
  {
    rule: 'N4',
    what: 'the news sitemap lists another address of a story',
    change: (paper) => {
      const [entry = ''] = /<url>.*?<\/url>/s.exec(String(paper.get(news)?.body)) ?? [];
      put(paper, news, '</urlset>', `${entry.replace('</loc>', '?from=news</loc>')}</urlset>`);
    },
  },
  words('N5', news, /<url>.*?<\/url>/s, ''),
  words('N6', news, '</urlset>', '</urlse'),
  header('N6', news, 'content-type', 'text/html'),
  words('S1', sitemap, '</urlset>', '</urlse'),
  words(
    'S1',
    '/sitemap.xml',
    '</sitemapindex>',
    '<sitemap><loc>https://elsewhere.example/sitemap.xml</loc></sitemap></sitemapindex>',
  ),
  words('S2', sitemap, `<url><loc>${origin}/author/ada</loc></url>`, ''),
  words('S3', sitemap, '/author/ada</loc>', '/author/ada</loc><lastmod>2031-01-01T00:00:00Z</lastmod>'),
  words('S4', sitemap, `<image:loc>${origin}/wide.jpg`, '<image:loc>/wide.jpg'),
  words('S4', sitemap, /<image:image>.*?<\/image:image>/g, ''),
  words('H1', '/about/ethics', '<title>/about/ethics</title>', ''),
  words('H1', '/about/ethics', /(<link rel="canonical"[^>]*>)(.*)<body>/s, '$2<body>$1'),
  words('H2', ship, ', max-image-preview:large', ''),
  words(
    'H2',
    ship,
    /wide\.jpg"><meta property="og:image:width" content="1600"><meta property="og:image:height" content="900"/,
    'square.jpg"><meta property="og:image:width" content="800"><meta property="og:image:height" content="800"',
  ),
  words('H3', ship, '<meta property="og:image:alt" content="A ship">', ''),
  words('H3', ship, 'og:image:height" content="900"', 'og:image:height" content="800"'),
  {
    rule: 'H4',
    what: 'an address that nobody published answers 200',
    odd: (path) =>
      path.includes('which-nobody-published') ? { status: 200, headers: html, body: '<title>Lost</title>' } : undefined,
  },
  {
    rule: 'H4',
    what: 'two redirects stand one after another',
    change: (paper) => put(paper, home, '<h1>', '<a href="/old">Old</a><h1>'),
    odd: (path) =>
      path === '/old' || path === '/older'
        ? { status: 301, headers: { location: path === '/old' ? '/older' : ship } }
        : undefined,
  },
  {
    rule: 'H4',
    what: 'another form of an address is redirected only for now',
    odd: (path) => (path === `${ship}/` ? { status: 302, headers: { location: ship } } : undefined),
  },
  words('H5', '/search', 'noindex', 'index'),
  words('H5', '/corrections/page/2', '/corrections/page/2"', '/corrections"'),
  words(
    'H6',
    '/about',
    '<title>',
    '<link rel="alternate" hreflang="en" href="/about"><link rel="alternate" hreflang="sw" href="/about/ethics"><title>',
  ),
  words('H7', '/robots.txt', 'ai-train=no', 'ai-train=maybe'),
  words('H7', '/robots.txt', 'Allow: /', 'Allow: /\n\nUser-agent: Googlebot-News\nDisallow: /2026/'),
  words('H7', '/license.xml', 'rsl', 'html'),
  words('H8', home, '>A ship comes in</a>', '>Read more</a>'),
  words('C1', home, '<h1>', '<a href="/nowhere">Nowhere</a><h1>'),
  words('F1', feed, '<description>News</description>', ''),
  words('F1', feed, '</channel>', ''),
  words('F2', feed, '<p>The ship', '<p><a href="/a">The</a> ship'),
  words('F2', feed, /<p>The ship.*?<\/p>/, '<p>Read more on our site</p>'),
  words('F3', feed, '<guid isPermaLink="false">/2026/ship</guid>', ''),
  words('F4', feed, `<link>${origin}${ship}</link>`, `<link>${origin}/2026/secret</link>`),
  words('F5', feed, `<atom:link rel="self" href="${origin}/feed.xml"/>`, ''),
  words('F5', feed, '<atom:link', '<atom:link rel="hub" href="https://hub.example/"/><atom:link'),
  {
    rule: 'F6',
    what: 'the feed says nothing by which it could be asked again',
    change: (paper) => void Reflect.deleteProperty(paper.get(feed)?.headers ?? {}, 'etag'),
  },
  {
    rule: 'F6',
    what: 'the feed is sent whole again though it did not change',
    change: (paper) => {
      const { headers = {} } = paper.get(feed) ?? {};
      Reflect.deleteProperty(headers, 'etag');
      headers['last-modified'] = 'Thu, 15 Oct 2026 03:00:00 GMT';
    },
  },
  { rule: 'F7', what: 'the key of IndexNow stands nowhere', plan: { indexNowKey: 'a-key-of-ships' } },
  {
    rule: 'F7',
    what: 'the file holds another key of IndexNow',
    plan: { indexNowKey: 'a-key-of-ships' },
    odd: (path) =>
      path === '/a-key-of-ships.txt' ? { status: 200, headers: {}, body: 'another-key-of-ships' } : undefined,
  },
  words('T1', home, '<a href="/about/ownership">ownership</a>', ''),
  {
    rule: 'T2',
    what: 'the publisher is a plain organisation',
    change: (paper) => {
      for (const path of [home, ship, view, live]) put(paper, path, 'NewsMediaOrganization', 'Organization');
    },
  },
  words('T2', home, `"ethicsPolicy":"${origin}/about/ethics"`, `"ethicsPolicy":"${origin}/about/values"`),
  words('T3', view, 'Opinion, by', 'By'),
  words('T3', home, '<b>Opinion</b> ', ''),
  words('T3', feed, '<category>Opinion</category>', ''),
  words('T4', '/about/ethics', 'Sources stay anonymous where', 'Sources are named also where'),
  words('T4', '/about/masthead', '<p>Every new reporter is taught the rules before the first story.</p>', ''),
  words('T4', '/about', 'Journalism Trust Initiative', 'newsroom'),
  words('R2', ship, 'The ship came in with the tide and everybody was there to see it.', ''),
  words('R6', ship, 'width="1600" height="900" fetchpriority', 'fetchpriority'),
  words('R6', ship, ' fetchpriority="high"', ' loading="lazy"'),
];
