/** What the world is told of is what the public sees: no draft, no embargo, nothing of a file's form. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';
import { isNewsItself } from '#model/publicState';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const bridge = 'articles/2026/10/15/bridge.mdx';
const address = '/2026/10/15/bridge';

const states = (...addresses: string[]) =>
  newsroom.archive.publicStates(addresses.length > 0 ? addresses : undefined, newsroom.now());
const publish = async (text: string) => {
  newsroom.write(bridge, text);
  const { changes } = await newsroom.publish();
  return { changes, state: states(address)[0] };
};

test('F5: a public piece has a mark and the lists that show it and have feeds', async () => {
  newsroom.write('categories/counties.mdx', '---\ntitle: Counties\ndescription: All of them.\norder: 1\n---\n');
  newsroom.write('series/crossings.mdx', '---\ntitle: Crossings\ndescription: Ways over water.\n---\n');
  newsroom.write('authors/amina-wafula.mdx', '---\nname: Amina Wafula\nrole: Reporter\n---\n\nShe writes.\n');
  const { changes, state } = await publish(articleWith({ tags: '[Bridges]', series: '{ of: crossings, part: 1 }' }));
  expect(changes.filter(isNewsItself)).toEqual([address]);
  expect(state).toMatchObject({
    address,
    lists: ['/', '/category/counties', '/author/amina-wafula', '/tag/bridges', '/series/crossings'],
    ours: true,
  });
  expect(states()).toEqual([state]);
});

test('drafts, embargoed and withdrawn pieces have none, and an edition names those that were taken down', async () => {
  const { state } = await publish(articleWith());
  for (const [taken, fields] of [
    ['a draft', { draft: 'true' }],
    ['withdrawn', { withdrawn: '{ on: 2026-10-15 08:00, reason: It was wrong. }' }],
    ['expired', { expiresAt: '2026-10-15 08:30' }],
  ] as const) {
    const after = await publish(articleWith(fields));
    expect([taken, after.state, after.changes.includes(address)]).toEqual([taken, undefined, true]);
    expect((await publish(articleWith())).state).toEqual(state);
  }
  newsroom.remove(bridge);
  expect((await newsroom.publish()).changes).toContain(address);
  expect(states(address)).toEqual([]);
  newsroom.write('articles/2026/10/15/later.mdx', articleWith({ publishedAt: '2026-10-15 10:00' }));
  await newsroom.publish();
  expect(states()).toEqual([]);
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  const due = await newsroom.publish();
  expect([due.changes.includes('/2026/10/15/later'), states().length]).toEqual([true, 1]);
});

test('a piece that gone.yaml takes down has no mark any more, and the edition names it', async () => {
  await publish(articleWith());
  newsroom.write('gone.yaml', `- address: ${address}\n  on: 2026-10-15 08:00\n`);
  expect((await newsroom.publish()).changes).toContain(address);
  expect(states()).toEqual([]);
});

test('words, headline and corrections change the mark; blanks, quotes and the order of fields do not', async () => {
  const before = (await publish(articleWith())).state?.mark;
  const same = articleWith().replace('category: counties\n', '').replace('---\n\n', 'category:   "counties"\n---\n\n');
  expect((await publish(same)).state?.mark).toBe(before);
  const others = [
    articleWith({ headline: 'Harbour bridge reopens' }),
    articleWith({}, 'The bridge is closed again.'),
    articleWith({ corrections: '[{ on: 2026-10-15 07:00, text: It was two hangers. }]' }),
    articleWith({ updatedAt: '2026-10-15 08:00' }),
  ];
  const marks = new Set([before]);
  for (const text of others) marks.add((await publish(text)).state?.mark);
  expect(marks.size).toBe(others.length + 1);
});

test('a new entry of live coverage changes the mark at its moment', async () => {
  const live = articleWith({ kind: 'live', coverage: '{ start: 2026-10-15 06:00 }' });
  const before = (await publish(live)).state?.mark;
  newsroom.write(
    'articles/2026/10/15/bridge.updates/0930-open.mdx',
    '---\nat: 2026-10-15 09:30\nheadline: It is open\n---\n\nCars drive.\n',
  );
  await newsroom.publish();
  expect(states(address)[0]?.mark).toBe(before);
  newsroom.setClock('2026-10-15T09:30:00+03:00');
  expect((await newsroom.publish()).changes).toContain(address);
  expect(states(address)[0]?.mark).not.toBe(before);
});

test('copy that was first published elsewhere is not ours to be found', async () => {
  const { state } = await publish(articleWith({ origin: '{ name: The Other, url: https://other.example/x }' }));
  expect(state?.ours).toBe(false);
});

test('F5: a correction is news for the feed of corrections from its moment, a film for that of films', async () => {
  const corrected = articleWith({ corrections: '[{ on: 2026-10-15 10:00, text: It was two hangers. }]' });
  expect((await publish(corrected)).state?.lists).not.toContain('/corrections');
  newsroom.setClock('2026-10-15T10:00:00+03:00');
  await newsroom.publish();
  expect(states(address)[0]?.lists).toContain('/corrections');
  const film = (title: string) =>
    `---\ntitle: ${title}\npublishedAt: 2026-10-15 11:00\nprovider: youtube\nid: aqz-KE-bpKQ\nduration: PT10S\nposter: tide.jpg\n---\n\nWords.\n`;
  newsroom.write('videos/tide.mdx', film('The tide'));
  expect((await newsroom.publish()).changes).toContain('/videos');
  expect(states('/videos')).toEqual([]);
  newsroom.setClock('2026-10-15T11:00:00+03:00');
  // The publisher looks at these of an edition's changes, and at no front or list.
  expect((await newsroom.publish()).changes.filter(isNewsItself)).toEqual(['/videos']);
  const [state] = states('/videos');
  expect(state).toMatchObject({ address: '/videos', lists: ['/videos'] });
  newsroom.write('videos/tide.mdx', film('The tide, again'));
  await newsroom.publish();
  expect(states('/videos')[0]?.mark).not.toBe(state?.mark);
});
