/** For tests: a small news site that keeps every rule, as plain documents by path, so that a test can break one thing. */
import sharp from 'sharp';
import { anyOrigin, type Paper } from '#newsroom/siteCheck/servePaper';

/** The moment of the small paper. */
export const paperNow = Date.parse('2026-10-15T09:00:00+03:00');

const published = '2026-10-15T06:00:00+03:00';

const o = anyOrigin;

const html = (path: string, title: string, head: string, body: string, robots = 'index'): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><link rel="canonical" href="${o}${path}"><meta name="robots" content="${robots}, max-image-preview:large"><link rel="alternate" type="application/rss+xml" href="${o}/feed.xml">${head}</head><body>${body}<footer>${['about', 'about/masthead', 'about/ethics', 'about/corrections-policy', 'about/contact', 'about/ownership', 'about/privacy'].map((page) => `<a href="/${page}">${page.replace('about/', '')}</a>`).join('')}</footer></body></html>`;

const ld = (...things: unknown[]): string =>
  things.map((thing) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`).join('');

const image = (name: string, width: number, height: number) => ({
  '@type': 'ImageObject',
  contentUrl: `${o}/${name}.jpg`,
  width,
  height,
  creditText: 'Ada',
});

const publisher = {
  '@type': 'NewsMediaOrganization',
  name: 'Small Paper',
  logo: `${o}/logo.png`,
  ethicsPolicy: `${o}/about/ethics`,
  foundingDate: '2023',
  actionableFeedbackPolicy: `${o}/about/contact`,
};

const article = (path: string, headline: string, type = 'NewsArticle', more: object = {}, extra = ''): string =>
  html(
    path,
    headline,
    ld(
      {
        '@type': type,
        headline,
        mainEntityOfPage: `${o}${path}`,
        datePublished: published,
        dateModified: published,
        author: [{ '@type': 'Person', name: 'Ada Otieno', url: `${o}/author/ada` }],
        publisher,
        image: [image('wide', 1600, 900), image('four', 1200, 900), image('square', 800, 800)],
        articleSection: 'World',
        inLanguage: 'en',
        description: 'What happened.',
        keywords: ['Ships'],
        wordCount: 23,
        isAccessibleForFree: true,
        ...more,
      },
      {
        '@type': 'BreadcrumbList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, name: 'Home', item: `${o}/` },
          { '@type': 'ListItem', position: 2, name: 'World' },
        ],
      },
    ) +
      `<meta property="og:type" content="article"><meta property="og:title" content="${headline}"><meta property="og:url" content="${o}${path}"><meta property="og:image" content="${o}/wide.jpg"><meta property="og:image:width" content="1600"><meta property="og:image:height" content="900"><meta property="og:image:alt" content="A ship"><meta property="article:published_time" content="${published}">`,
    `<main><nav aria-label="Breadcrumb"><ol><li>Home</li><li>World</li></ol></nav><h1>${headline}</h1><p>${type === 'OpinionNewsArticle' ? 'Opinion' : 'News'}, by <a rel="author" href="/author/ada">Ada Otieno</a></p><p>Published <time datetime="${published}">15 October 2026, 06:00 EAT</time></p><img src="/wide.jpg" width="1600" height="900" fetchpriority="high" alt="A ship"><p class="body">The ship came in with the tide and everybody was there to see it.</p>${extra}</main>`,
  );

/** What its pages about itself say: each of the eighteen clauses of the self-check is answered once. */
const aboutTexts: Readonly<Record<string, string>> = {
  '': '<h2>Mission</h2><p>Our purpose is to tell what happens in the harbour, and nothing else.</p><h2>Public service</h2><p>We are no public service media, and no law gives us a remit.</p><h2>Self-assessment</h2><p>Each clause of the Journalism Trust Initiative is answered on these pages.</p>',
  masthead:
    '<h2>Who leads</h2><p>Ada Otieno is the editor and answers for the rules of this paper.</p><h2>Where</h2><p>The newsroom works in Harbour Road, on the second floor.</p><h2>Work</h2><p>Staff are hired by open contest, and freelances are paid the same.</p><h2>Fairness</h2><p>Nobody on the staff is treated worse for origin: equal work, equal pay.</p><h2>Training</h2><p>Every new reporter is taught the rules before the first story.</p>',
  ethics:
    '<h2>Facts</h2><p>Each number is checked with its source before we print it.</p><h2>Software</h2><p>Where software wrote something, a label says so above the headline.</p><h2>Opinion</h2><p>Opinion carries a label of its own, so that nobody takes it for news.</p><h2>Advertising</h2><p>A paid piece says who paid for it, above the headline.</p><h2>From readers</h2><p>Letters that readers send are checked by the same rules as everything.</p><h2>Sources</h2><p>Sources stay anonymous where a name would harm them and an editor agrees.</p><h2>Private lives</h2><p>Children are left in peace, and so are victims and their families.</p><h2>Ties</h2><p>Gifts go back, and everybody declares ties that could matter.</p>',
  'corrections-policy': '<h2>Mistakes</h2><p>Write to us; a mistake is put right where it was made.</p>',
  contact:
    '<h2>Newsroom</h2><p>The editor reads what you write to editor@paper.example every day.</p><h2>Complaints</h2><p>Complaints go to the editor, who answers within a week.</p><h2>Outside</h2><p>Who is not content with that can turn to the press council.</p>',
  ownership:
    '<h2>Publisher</h2><p>It is published by Small Paper Limited, a company registered in Nairobi.</p><h2>Kind</h2><p>Small Paper is privately owned, as its register says in full.</p><h2>Owners</h2><p>Ada Otieno holds all shares; there is no other person behind her.</p><h2>Income</h2><p>All of the money comes from readers; there are no grants.</p>',
  privacy: '<h2>Data</h2><p>We keep nothing of what you read, and set no cookies.</p>',
};

/** Its three stories: path, headline, type, and what is particular to each. */
const stories = [
  ['/2026/ship', 'A ship comes in', article('/2026/ship', 'A ship comes in')],
  [
    '/2026/view',
    'Why ships matter',
    article(
      '/2026/view',
      'Why ships matter',
      'OpinionNewsArticle',
      { correction: { '@type': 'CorrectionComment', text: 'The ship is green.', datePublished: published } },
      '<p>The ship is green.</p>',
    ),
  ],
  [
    '/2026/live',
    'The harbour, live',
    article('/2026/live', 'The harbour, live', 'LiveBlogPosting', {
      coverageStartTime: published,
      liveBlogUpdate: [
        {
          '@type': 'BlogPosting',
          headline: 'It is here',
          datePublished: published,
          articleBody: 'It came.',
          url: `${o}/2026/live#a`,
        },
      ],
    }),
  ],
] as const;

const label = (path: string): string => (path.endsWith('view') ? '<b>Opinion</b> ' : '');

const picture = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#468' } })
    .jpeg()
    .toBuffer();

const xml = '<?xml version="1.0" encoding="UTF-8"?>';

const sitemapEntry = (path: string): string =>
  `<url><loc>${o}${path}</loc><lastmod>${published}</lastmod><image:image><image:loc>${o}/wide.jpg</image:loc></image:image></url>`;

const newsEntry = (path: string, headline: string): string =>
  `<url><loc>${o}${path}</loc><news:news><news:publication><news:name>Small Paper</news:name><news:language>en</news:language></news:publication><news:publication_date>${published}</news:publication_date><news:title>${headline}</news:title></news:news></url>`;

const feedItem = (path: string, headline: string): string =>
  `<item><title>${headline}</title><link>${o}${path}</link><guid isPermaLink="false">${path}</guid><pubDate>Thu, 15 Oct 2026 03:00:00 +0000</pubDate>${label(path) ? '<category>Opinion</category>' : ''}<content:encoded><![CDATA[<p>The ship came in with the tide and everybody was there to see it.</p>]]></content:encoded></item>`;

/** Adds one more story wherever stories stand. */
export const addStory = (paper: Paper, path: string, headline: string): void => {
  paper.set(path, { headers: { 'content-type': 'text/html; charset=utf-8' }, body: article(path, headline) });
  const before = (document: string, end: string, words: string): void => {
    const entry = paper.get(document);
    if (entry && typeof entry.body === 'string') entry.body = entry.body.replace(end, words + end);
  };
  before('/', '</ul>', `<li><a href="${path}">${headline}</a></li>`);
  before('/sitemap-all.xml', '</urlset>', sitemapEntry(path));
  before('/news-sitemap.xml', '</urlset>', newsEntry(path, headline));
  before('/feed.xml', '</channel>', feedItem(path, headline));
};

/** Makes the site anew. */
export const smallPaper = async (): Promise<Paper> => {
  const paper: Paper = new Map();
  const put = (path: string, type: string, body: string | Buffer): void =>
    void paper.set(path, { headers: { 'content-type': type }, body });
  const page = (path: string, body: string): void => put(path, 'text/html; charset=utf-8', body);
  const about = [
    '/about',
    ...['masthead', 'ethics', 'corrections-policy', 'contact', 'ownership', 'privacy'].map((name) => `/about/${name}`),
  ];
  page(
    '/',
    html(
      '/',
      'Small Paper',
      ld(publisher),
      `<main><h1>Small Paper</h1><form action="/search"><input name="q"></form><ul>${stories.map(([path, headline]) => `<li>${label(path)}<a href="${path}">${headline}</a></li>`).join('')}</ul><a href="/corrections">Corrections</a></main>`,
    ),
  );
  for (const [path, , body] of stories) page(path, body);
  for (const path of about)
    page(path, html(path, path, '', `<main><h1>About</h1>${aboutTexts[path.slice('/about/'.length)] ?? ''}</main>`));
  page(
    '/author/ada',
    html(
      '/author/ada',
      'Ada',
      ld({
        '@type': 'ProfilePage',
        mainEntity: { '@type': 'Person', name: 'Ada Otieno', url: `${o}/author/ada`, description: 'Reporter' },
      }),
      `<main><h1>Ada Otieno</h1></main>`,
    ),
  );
  page(
    '/corrections',
    html(
      '/corrections',
      'Corrections',
      '',
      `<main><h1>Corrections</h1><p>Opinion: <a href="/2026/view">Why ships matter</a></p><a href="/corrections/page/2">Older</a></main>`,
    ),
  );
  page('/corrections/page/2', html('/corrections/page/2', 'Corrections, 2', '', '<main><h1>Corrections</h1></main>'));
  page('/search', html('/search', 'Search', '', '<main><h1>Search</h1></main>', 'noindex'));
  put(
    '/robots.txt',
    'text/plain',
    `User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /\n\nSitemap: ${o}/sitemap.xml\nLicense: ${o}/license.xml\n`,
  );
  put('/license.xml', 'application/xml', `${xml}<rsl xmlns="https://rslstandard.org/rsl"></rsl>`);
  put(
    '/sitemap.xml',
    'application/xml',
    `${xml}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${o}/sitemap-all.xml</loc></sitemap><sitemap><loc>${o}/news-sitemap.xml</loc></sitemap></sitemapindex>`,
  );
  const plainPaths = ['/', ...about, '/author/ada', '/corrections'];
  put(
    '/sitemap-all.xml',
    'application/xml',
    `${xml}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">${plainPaths.map((path) => `<url><loc>${o}${path}</loc></url>`).join('')}${stories.map(([path]) => sitemapEntry(path)).join('')}</urlset>`,
  );
  put(
    '/news-sitemap.xml',
    'application/xml',
    `${xml}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${stories.map(([path, headline]) => newsEntry(path, headline)).join('')}</urlset>`,
  );
  put(
    '/feed.xml',
    'application/rss+xml',
    `${xml}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Small Paper</title><link>${o}/</link><description>News</description><atom:link rel="self" href="${o}/feed.xml"/>${stories.map(([path, headline]) => feedItem(path, headline)).join('')}</channel></rss>`,
  );
  for (const [name, width, height] of [
    ['wide', 1600, 900],
    ['four', 1200, 900],
    ['square', 800, 800],
  ] as const)
    put(`/${name}.jpg`, 'image/jpeg', await picture(width, height));
  const feed = paper.get('/feed.xml');
  if (feed) feed.headers.etag = '"1"';
  return paper;
};
