import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDoor } from '#edge/doorForTests';
import type { Reply, TestDoor } from '#edge/doorForTests';

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (words: string): Reply => [200, html, `<html><h1>${words}</h1></html>`];
const article = '/2026/10/15/harbour';

let door: TestDoor;
let edition = 1;
const publish = (changes: readonly string[], removed: readonly string[] = []): void => {
  edition += 1;
  door.publish({ number: edition, changes, removed });
};
const read = async (path: string): Promise<string> => {
  const { status, body } = await door.get(path);
  return `${status} ${/<h1>(.*)<\/h1>/.exec(body.toString())?.[1] ?? ''}`;
};
const asks = (path: string): number => door.takeAsked().filter(({ url }) => url === path).length;

beforeEach(async () => {
  door = await openDoor();
  edition = 1;
  door.publish({ number: 1 });
  door.rewrite(article, page('First words'));
  door.rewrite('/category/science', page('Science'));
  door.takeAsked();
});
afterEach(() => door.close());

test('a page is rendered once, however many readers come at once and afterwards, and whatever their queries say', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => door.get(`${article}?utm_source=${n}`)));
  await door.get(article, { 'accept-encoding': 'br' });
  await door.get(article, {}, 'HEAD');
  expect(door.takeAsked().map(({ url }) => url)).toEqual([article]);
});

test('what an edition names is new for the next reader', async () => {
  expect(await read(article)).toBe('200 First words');
  door.rewrite(article, page('New words'));
  expect(await read(article)).toBe('200 First words');
  publish([article, '/']);
  expect(await read(article)).toBe('200 New words');
});

test('what an edition does not name is served as it is', async () => {
  await read('/category/science');
  publish([article]);
  door.takeAsked();
  expect(await read('/category/science')).toBe('200 Science');
  expect(asks('/category/science')).toBe(0);
});

test('a list is reached with its numbered pages and its feeds, the paper’s feeds with the front; an article with its twin', async () => {
  const feeds = ['/category/science/atom.xml', '/corrections/feed.json', '/videos/feed.xml', '/feed.json'];
  const paths = [
    ...feeds,
    '/category/science',
    '/category/science/page/2',
    '/category/science/feed.xml',
    `${article}.md`,
    '/2026/10',
  ];
  for (const path of paths) {
    door.rewrite(path, page('Old'));
    await read(path);
    door.rewrite(path, page('New'));
  }
  publish(['/category/science', '/corrections', '/videos', '/', article]);
  expect(await Promise.all(paths.map(read))).toEqual([...paths.slice(1).map(() => '200 New'), '200 Old']);
});

test('S3: today’s article has the sitemap of its month made anew, and that of no other month', async () => {
  const months = ['/sitemaps/2026-10.xml', '/sitemaps/2026-09.xml', '/sitemaps/2026-09-2.xml', '/sitemaps/2025-10.xml'];
  for (const path of months)
    door.rewrite(path, [200, { 'content-type': 'application/xml' }, `<urlset>${path}</urlset>`]);
  for (const path of months) await door.get(path);
  door.takeAsked();
  publish([article, '/', '/corrections', '/2026', '/2026/10', '/2026/10/15', '/category/science', '/tag/water']);
  for (let reader = 0; reader < 3; reader += 1) for (const path of months) await door.get(path);
  expect(door.takeAsked().map(({ url }) => url)).toEqual(['/sitemaps/2026-10.xml']);
});

test('a rendering that takes long does not hold up readers: they get the old page meanwhile, and the new one when it is there', async () => {
  await read(article);
  door.rewrite(article, page('New words'));
  const release = door.hold();
  publish([article]);
  const began = performance.now();
  expect(await read(article)).toBe('200 First words');
  expect(performance.now() - began).toBeLessThan(3000);
  release();
  await expect.poll(() => read(article)).toBe('200 New words');
});

test('a piece that is taken down is served no more, nor is any page that names it, even when it is an old copy that no edition names', async () => {
  const link = `<html><h1>Lists it</h1><a href="${article}">x</a></html>`;
  door.rewrite('/2026/10/14/other', [200, html, link]);
  await read(article);
  await read('/2026/10/14/other');
  await read('/category/science');
  door.rewrite(article, [410, html, '<html><h1>Taken down</h1></html>']);
  door.rewrite('/2026/10/14/other', page('Lists it no more'));
  publish([article], [article]);
  expect(await read(article)).toBe('410 Taken down');
  expect(await read('/2026/10/14/other')).toBe('200 Lists it no more');
  door.takeAsked();
  await read('/category/science');
  expect(asks('/category/science')).toBe(0);
});

test('a piece that is taken down stays away when the renderer is away too', async () => {
  await read(article);
  door.loseRenderer();
  publish([article], [article]);
  expect(await read(article)).toBe('503 One moment, please');
});

test('a page that was being made while what it names was taken down reaches nobody', async () => {
  door.rewrite('/2026/10/14/other', [200, html, `<html><h1>Lists it</h1><a href="${article}">x</a></html>`]);
  const release = door.hold();
  const reader = read('/2026/10/14/other');
  await expect.poll(() => asks('/2026/10/14/other')).toBe(1);
  door.rewrite('/2026/10/14/other', page('Lists it no more'));
  publish([article], [article]);
  release();
  expect(await reader).toBe('200 Lists it no more');
});

test('a name in another script is found however it is written', async () => {
  const address = '/2026/10/15/ũtheri';
  door.rewrite('/2026/10/14/a', [200, html, `<html><h1>a</h1><a href="${encodeURI(address)}">x</a></html>`]);
  door.rewrite('/2026/10/14/b', [200, html, `<html><h1>b</h1>${address}</html>`]);
  await Promise.all([read('/2026/10/14/a'), read('/2026/10/14/b')]);
  door.takeAsked();
  publish([address], [address]);
  await Promise.all([read('/2026/10/14/a'), read('/2026/10/14/b')]);
  expect(
    door
      .takeAsked()
      .map(({ url }) => url)
      .sort(),
  ).toEqual(['/2026/10/14/a', '/2026/10/14/b']);
});

test('a redirect to what was taken down is asked for anew', async () => {
  door.rewrite('/2026/10/15/old-name', [308, { location: article }, '']);
  expect((await door.get('/2026/10/15/old-name')).headers.location).toBe(article);
  door.rewrite('/2026/10/15/old-name', [410, html, '<html><h1>Taken down</h1></html>']);
  publish([article], [article]);
  expect(await read('/2026/10/15/old-name')).toBe('410 Taken down');
});

test('pages that fail are served from their last good copy, and the renderer is not asked again and again', async () => {
  await read(article);
  door.rewrite(article, [500, html, 'broken']);
  publish([article]);
  door.takeAsked();
  for (let n = 0; n < 200; n += 1) expect(await read(article)).toBe('200 First words');
  expect(asks(article)).toBeLessThan(20);
});

test('a page that fails and has no copy is told with 503 and Retry-After, and asked for again with growing pauses', async () => {
  door.rewrite(article, [500, html, 'broken']);
  for (let n = 0; n < 100; n += 1) expect((await door.get(article)).status).toBe(503);
  expect(asks(article)).toBeLessThan(20);
  door.rewrite(article, page('Mended'));
  await expect.poll(() => read(article), { timeout: 8000 }).toBe('200 Mended');
});

test('an address of nothing that becomes a piece is a piece at once', async () => {
  expect((await door.get('/2026/10/15/later')).status).toBe(404);
  door.rewrite('/2026/10/15/later', page('Now public'));
  publish(['/2026/10/15/later']);
  expect(await read('/2026/10/15/later')).toBe('200 Now public');
});

test('a missed edition makes every page doubtful: nothing old is shown while something newer can be had', async () => {
  await read(article);
  door.rewrite(article, page('New words'));
  door.publish({ number: 5 });
  expect(await read(article)).toBe('200 New words');
  door.rewrite(article, page('Of another archive'));
  door.publish({ number: 1 });
  expect(await read(article)).toBe('200 Of another archive');
});

test('a flood of made-up addresses, queries and spellings leaves memory bounded and real pages kept', async () => {
  await read(article);
  const before = door.size();
  for (let n = 0; n < 3000; n += 1) {
    await Promise.all([
      door.get(`/made/up/${n}`),
      door.get(`/2026/10/15/made-up-${n}`),
      door.get(`${article}?q=${n}`),
      door.get(`/2026/10//15/harbour?n=${n}`),
    ]);
  }
  expect(door.size().count - before.count).toBeLessThanOrEqual(1);
  door.takeAsked();
  expect(await read(article)).toBe('200 First words');
  expect(asks(article)).toBe(0);
}, 60_000);

test('only the query of an old address is looked at, and only while there are old addresses with that parameter', async () => {
  door.rewrite('/', page('Front'));
  await read('/');
  door.takeAsked();
  await door.get('/?p=1');
  expect(door.takeAsked()).toEqual([]);
  door.learn(['p']);
  await door.get('/?p=1&q=2');
  await door.get('/?q=2');
  expect(door.takeAsked().map(({ url, headers }) => [url, headers['x-standfirst-standing']])).toEqual([
    ['/?p=1&q=2', '1'],
  ]);
  await door.get('/?P=1');
  expect(door.takeAsked()).toHaveLength(1);
});

test('an old address with a query that was taken down says so, and the page below it stays', async () => {
  door.rewrite('/', page('Front'));
  await read('/');
  door.learn(['p']);
  door.rewrite('/', [410, { 'content-type': 'text/html; charset=utf-8' }, '<html><h1>Taken down</h1></html>']);
  const gone = await door.get('/?p=9');
  expect([gone.status, gone.body.toString()]).toEqual([410, '<html><h1>Taken down</h1></html>']);
  expect(await read('/')).toBe('200 Front');
});

const picture = '/pictures/abc/x.jpg';

test('a picture is asked for once, until a piece is taken down, the right to a picture ends, or an edition was missed', async () => {
  const read3 = async () => {
    for (let n = 0; n < 3; n += 1) expect((await door.get(picture)).body.toString()).toBe('JPEG');
    return door.takeAsked().map(({ headers }) => headers['if-none-match']);
  };
  expect(await read3()).toEqual([undefined]);
  publish([article]);
  expect(await read3(), 'one question, whether it is still public').toEqual(['"p"']);
  publish(['*']);
  expect(await read3()).toEqual([undefined]);
  publish([article], [article]);
  expect(await read3()).toEqual([undefined]);
  edition += 3;
  publish([article]);
  expect(await read3()).toEqual([undefined]);
});

test('a picture that an edit left out of its piece is shown no more', async () => {
  expect((await door.get(picture)).status).toBe(200);
  door.rewrite(picture, [404, {}, '']);
  publish([article]);
  expect((await door.get(picture)).status).toBe(404);
  expect((await door.get(picture)).status).toBe(404);
});

test('a picture that was on its way when its piece was taken down is not kept', async () => {
  const release = door.hold();
  const onItsWay = door.get(picture);
  await expect.poll(() => door.questions()).toBe(1);
  publish([article], [article]);
  release();
  await onItsWay;
  door.rewrite(picture, [404, {}, '']);
  expect((await door.get(picture)).status).toBe(404);
});

test('after an edition a picture is shown while the renderer is away or fails, and whoever asks at once asks in one question', async () => {
  await door.get(picture);
  publish([article]);
  door.loseRenderer();
  expect((await door.get(picture)).status).toBe(200);
  door.findRenderer();
  door.rewrite(picture, [500, {}, '']);
  expect((await door.get(picture)).status).toBe(200);
  door.takeAsked();
  const release = door.hold();
  const all = Array.from({ length: 20 }, () => door.get(picture));
  expect((await Promise.all(all)).map(({ status }) => status)).toEqual(Array(20).fill(200));
  release();
  expect(asks(picture)).toBe(1);
});

test('whoever counts is told how each answer came about', async () => {
  door.takeTold();
  await door.get(article);
  await door.get(article);
  door.rewrite(article, page('New words'));
  publish([article]);
  await door.get(article);
  publish([article]);
  door.loseRenderer();
  await door.get(article);
  door.findRenderer();
  await door.get('/newsletter');
  await door.get('/made-up');
  expect(door.takeTold().map(({ outcome, status }) => `${outcome} ${status}`)).toEqual([
    'rendered 200',
    'kept 200',
    'renewed 200',
    'stale 200',
    'passed 404',
    'door 404',
  ]);
});
