import { expect, test } from 'vitest';
import { type BrokenPaper, brokenPapers } from '#newsroom/siteCheck/brokenPapers';
import { crawl } from '#newsroom/siteCheck/crawl';
import { servePaper, type Paper } from '#newsroom/siteCheck/servePaper';
import { paperNow, smallPaper } from '#newsroom/siteCheck/smallPaper';
import { breachesOf } from '#newsroom/siteRules/catalogue';

const visit = async (paper: Paper, odd?: BrokenPaper['odd'], plan: BrokenPaper['plan'] = {}) => {
  const { origin, end } = await servePaper(paper, odd);
  try {
    return await crawl({ origin, now: paperNow, maxPages: 200, concurrency: 8, agent: 'test', ...plan });
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

test.each(brokenPapers)('$rule alone is named where $what', async ({ rule, change, odd, plan }) => {
  const paper = await smallPaper();
  change?.(paper);
  const names = namesIn(await visit(paper, odd, plan));
  // An address that answers 404 is a broken link too, whoever names it.
  expect(names.filter((name) => rule === 'C1' || name !== 'C1')).toEqual([rule]);
});

test('T4: a short visit sees what the publication says of itself before it sees its archive', async () => {
  const paper = await smallPaper();
  for (let nth = 0; nth < 40; nth += 1) {
    const path = `/2020/old-${nth}`;
    paper.set(path, { headers: { 'content-type': 'text/html' }, body: '<title>Old</title><h1>Old</h1>' });
    const home = paper.get('/');
    if (home) home.body = String(home.body).replace('<h1>', `<a href="${path}">Old</a><h1>`);
  }
  // Named above the footer as well.
  const front = paper.get('/');
  if (front) front.body = String(front.body).replace('<h1>', '<a href="/about/privacy">Privacy</a><h1>');
  const { site, notes } = await visit(paper, undefined, { maxPages: 20, concurrency: 1 });
  expect(notes.join()).toMatch(/pages were not visited/);
  expect(
    breachesOf(site, ['T4'])
      .map(({ found }) => found)
      .filter((found) => !/corrections|pictures|bylines/.test(found)),
  ).toEqual([]);
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
