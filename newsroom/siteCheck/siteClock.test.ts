import { expect, test } from 'vitest';
import { crawl } from '#newsroom/siteCheck/crawl';
import { siteClock } from '#newsroom/siteCheck/siteClock';
import { servePaper } from '#newsroom/siteCheck/servePaper';
import { addStory, paperNow, smallPaper } from '#newsroom/siteCheck/smallPaper';
import { breachesOf } from '#newsroom/siteRules/catalogue';

const own = Date.parse('2026-11-25T12:00:00Z');
const then = { date: 'Thu, 15 Oct 2026 06:00:00 GMT' };
const plan = { maxPages: 200, concurrency: 8, agent: 'test' };

test('a site on this machine goes by the clock that it tells, any other by this machine’s, and a person has the last word', () => {
  for (const host of ['localhost:3000', 'news.localhost', '127.0.0.1:4500', '[::1]:4500'])
    expect(siteClock(`http://${host}`, then, undefined, own)).toEqual({ now: Date.parse(then.date) });
  expect(siteClock('http://localhost:3000', {}, undefined, own)).toEqual({ now: own });
  expect(siteClock('http://localhost:3000', then, 7, own)).toEqual({ now: 7 });
  const away = siteClock('https://news.example', then, undefined, own);
  expect([away.now, away.note]).toEqual([own, expect.stringContaining('2026-10-15T06:00:00.000Z')]);
  const kept = { date: 'Wed, 25 Nov 2026 10:00:00 GMT', age: '7190' };
  expect(siteClock('https://news.example', kept, undefined, own)).toEqual({ now: own });
});

test('N1: news of a site whose clock was moved is no older than its clock says', async () => {
  const paper = await smallPaper();
  const robots = paper.get('/robots.txt');
  if (robots) robots.headers.date = 'Thu, 15 Oct 2026 06:00:00 GMT';
  const { origin, end } = await servePaper(paper);
  try {
    expect(breachesOf((await crawl({ ...plan, origin, own })).site)).toEqual([]);
    const late = breachesOf((await crawl({ ...plan, origin, now: own })).site).map(({ name }) => name);
    expect(new Set(late)).toEqual(new Set(['N1']));
  } finally {
    await end();
  }
});

test('A4: what was published while a long visit went on is not of the future', async () => {
  const paper = await smallPaper();
  addStory(paper, '/2026/late', 'A boat comes too');
  for (const entry of paper.values())
    if (typeof entry.body === 'string')
      entry.body = entry.body.replace(/(?<=\/2026\/late.{0,2000})2026-10-15T06:00:00/gs, '2026-10-15T10:00:00');
  const { origin, end } = await servePaper(paper);
  try {
    const { site } = await crawl({ ...plan, origin, now: paperNow });
    const aged = (hours: number) => ({
      ...site,
      pages: site.pages.map((page) => ({ ...page, answer: { ...page.answer, at: site.now + hours * 3_600_000 } })),
    });
    const future = (hours: number) =>
      breachesOf(aged(hours), ['A4']).filter(({ found }) => found.includes('in the future')).length;
    expect([future(0), future(2)]).toEqual([1, 0]);
    expect(site.pages.every(({ answer }) => (answer.at ?? 0) >= site.now)).toBe(true);
  } finally {
    await end();
  }
});
