import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { crawl, type VisitPlan } from '#newsroom/siteCheck/crawl';
import { type Asking, foreignPaper } from '#newsroom/siteCheck/foreignPaper';
import { breachesOf } from '#newsroom/siteRules/catalogue';

const now = Date.parse('2026-10-15T06:00:00Z');

/** How the visited site differs: a page that never answers, one that comes late, and a place to which its root leads. */
type Ways = { readonly never?: string; readonly late?: string; readonly root?: string };

const visit = async (robots: string, { never, late, root, ...plan }: Partial<VisitPlan> & Ways = {}) => {
  const asked: Asking[] = [];
  const answer = await foreignPaper(robots, asked);
  let [under, most] = [0, 0];
  const server = createServer((request, response) => {
    const found = answer(request.url ?? '/', request.headers['user-agent'] ?? '', `http://${request.headers.host}`);
    if (request.url === never) return;
    if (request.url === '/' && root !== undefined) return void response.writeHead(302, { location: root }).end();
    under += 1;
    most = Math.max(most, under);
    // Later than at once, so that requests at one time would be seen.
    const answerIt = (): void => {
      under -= 1;
      response.writeHead(found?.status ?? 404, found?.headers).end(found?.body);
    };
    setTimeout(answerIt, request.url === late ? 80 : 5);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  try {
    const start = performance.now();
    const visited = await crawl({ origin, now, maxPages: 200, concurrency: 4, agent: 'standfirst-check', ...plan });
    const found = breachesOf(visited.site).map(({ name, page, found: what }) => `${name} ${page} ${what}`);
    return {
      ...visited,
      asked,
      most,
      took: performance.now() - start,
      found: found.map((line) => line.replaceAll(origin, '')),
    };
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

const open = 'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n';
const posts = ['/2026/10/port/', '/2026/10/ship/', '/2026/10/tide/'];
const each = (rule: string, found: string, pages: readonly string[] = posts): string[] =>
  pages.map((page) => `${rule} ${page} ${found}`);

test('another site’s true faults are named, each page once, and nothing else is', async () => {
  const { found, site } = await visit(`${open}\nSitemap: /sitemap_index.xml\n`);
  expect(site.pages.length).toBeGreaterThan(10);
  const photo = '/wp-content/uploads/2026/10/ship.jpg';
  // It says nothing of itself: every clause of the self-check is open, and told once.
  const clauses = found.filter((line) => line.startsWith('T4 '));
  expect(clauses.map((line) => /^T4 \/ clause (\d+), /.exec(line)?.[1])).toEqual(
    Array.from({ length: 18 }, (_, nth) => String(nth + 1)),
  );
  expect(found.filter((line) => !clauses.includes(line))).toEqual([
    'A1 /2026/10/tide/ structured data holds unescaped &',
    'A3 /2026/10/tide/ headline is "The tide &#8211; again", the h1 "The tide – again"',
    ...each('A5', "the author's page /author/ada/ is no ProfilePage"),
    ...each('A6', 'no picture in 4:3, 1:1'),
    ...posts.flatMap((page) => [`A7 ${page} description is missing`, `A7 ${page} isAccessibleForFree is missing`]),
    ...each('A10', `${photo} names neither creator nor credit, copyright or licence`),
    ...each('D1', '"October 14, 2026" names no time of day'),
    'S4 /sitemap_index.xml articles have pictures, and no sitemap names one',
    ...each('H3', 'og:image:alt is missing'),
    'H7 /robots.txt it names a sitemap by "/sitemap_index.xml", not by a whole address',
    'C1 /slow/ it answers 404 (named by /)',
    'F1 / its head names no feed',
    ...each('R6', `the first picture ${photo} has no fetchpriority="high"`),
  ]);
});

test('whichever page comes late, the same is said in the same order', async () => {
  const first = await visit(open);
  for (const late of posts) expect((await visit(open, { late })).found).toEqual(first.found);
});

test('a sitemap at a customary place is found and told to be missing in robots.txt', async () => {
  const { found } = await visit(open);
  expect(found.filter((line) => line.startsWith('H7'))).toEqual(['H7 /robots.txt it does not name /sitemap_index.xml']);
});

test('what robots.txt shuts is not asked for, and no more is asked at one time than was said', async () => {
  const { asked, most, notes } = await visit(open);
  expect(asked.filter(({ path }) => path.startsWith('/wp-admin'))).toEqual([]);
  expect(notes).toContainEqual(expect.stringContaining('left alone, as robots.txt asks'));
  expect(most).toBeLessThanOrEqual(4);
  // Other programs' eyes are borrowed for the front page and two articles only.
  expect(asked.filter(({ agent }) => agent !== 'standfirst-check').length).toBe(12);
});

test('a site that wants a pause gets it between any two requests, whoever asks', async () => {
  const { asked, most, notes, took } = await visit(`User-agent: *\nCrawl-delay: 0.05\nDisallow: /wp-admin/\n`, {
    maxPages: 4,
  });
  expect(most).toBe(1);
  expect(took).toBeGreaterThanOrEqual((asked.length - 2) * 50);
  expect(notes).toContainEqual(expect.stringContaining('0.05 seconds apart'));
});

test('a name of its own is obeyed: the whole line of a program is known by its product', async () => {
  const robots = 'User-agent: news-check\nDisallow: /2026/\n\nUser-agent: *\nAllow: /\n';
  const { asked } = await visit(robots, { agent: 'News-Check/2.0 (+https://news.example/check)' });
  expect(asked.filter(({ path }) => path.startsWith('/2026/'))).toEqual([]);
  expect(asked.length).toBeGreaterThan(8);
});

test('so many pages are visited and no more, and it is told how many were left', async () => {
  const { site, notes } = await visit(open, { maxPages: 3 });
  expect(site.pages.length).toBeLessThanOrEqual(3);
  expect(notes).toContainEqual(expect.stringMatching(/pages were not visited: --max-pages is 3/));
});

test('a page that never answers is told, and holds nobody up', async () => {
  const { found } = await visit(open, { within: 2000, never: '/slow/' });
  expect(found).toContain('C1 /slow/ no whole answer came within 2 seconds (named by /)');
  expect(found).toContain('F1 / its head names no feed');
});

test('a front page that leads to the edition of a language is read as the front page', async () => {
  const { found, site } = await visit(open, { root: '/about-us/' });
  expect(new URL(site.home).pathname).toBe('/about-us/');
  expect(found).toContain('F1 /about-us/ its head names no feed');
});
