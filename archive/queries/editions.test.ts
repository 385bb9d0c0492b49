/** What a mirror asks: what changed since, which old addresses lead where, and where pieces stand in lists. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const bridge = 'articles/2026/10/15/bridge.mdx';
const address = '/2026/10/15/bridge';
const publish = (fields: Readonly<Record<string, string | undefined>> = {}, file = bridge) => {
  newsroom.write(file, articleWith(fields));
  return newsroom.publish();
};
const place = () => newsroom.archive.placement(address, newsroom.now());

test('the editions after one are told in their order; of another archive nothing can be told', async () => {
  const first = await publish();
  const second = await publish({ headline: 'The bridge is closed again' });
  const third = await publish({ category: 'sport' });
  const { archive } = newsroom;
  expect(archive.changesSince(first)?.map(({ number }) => number)).toEqual([second.number, third.number]);
  expect(archive.changesSince(second)?.[0]?.changes).toEqual(third.changes);
  expect(archive.changesSince(third)).toEqual([]);
  expect(archive.changesSince({ number: first.number, at: first.at + 1 })).toBeUndefined();
  expect(archive.changesSince({ number: 99, at: first.at })).toBeUndefined();
});

test('old addresses are listed only as long as they lead to a public page', async () => {
  await publish({ aliases: '[/news/bridge.html, "/?p=4711"]' });
  const redirects = () => newsroom.archive.redirects(newsroom.now());
  expect(redirects()).toEqual([
    { from: '/?p=4711', to: address },
    { from: '/news/bridge.html', to: address },
  ]);
  await publish({ aliases: '[/news/bridge.html]', draft: 'true' });
  expect(redirects()).toEqual([]);
});

test('what was taken down is listed, but not what nobody is to hear of, nor a draft', async () => {
  await publish({ withdrawn: '{ on: 2026-10-15 08:00, reason: It was wrong. }' });
  await publish({ draft: 'true' }, 'articles/2026/10/15/draft.mdx');
  newsroom.write(
    'gone.yaml',
    '- { address: /2026/10/02/told, on: 2026-10-03 10:00 }\n- { address: /2026/10/02/untold, on: 2026-10-03 10:00, show: nothing }\n',
  );
  await newsroom.publish();
  expect(newsroom.archive.gone(newsroom.now())).toEqual(['/2026/10/02/told', address]);
});

test('an edit leaves a piece in its place in lists; another section, day, tag or a correction moves it', async () => {
  await publish();
  const before = place();
  await publish({
    headline: 'The bridge is closed again',
    standfirst: 'Nobody knows for how long it will be closed now.',
  });
  expect(place()).toEqual(before);
  await publish({ corrections: '\n  - { on: 2026-10-15 08:00, text: An earlier version gave a wrong number. }' });
  expect(place()?.lists).toEqual(before?.lists);
  expect(place()?.corrections).not.toEqual(before?.corrections);
  for (const fields of [{ category: 'sport' }, { publishedAt: '2026-10-15 06:01' }, { tags: '[Bridges]' }]) {
    await publish(fields);
    expect(place()?.lists).not.toEqual(before?.lists);
  }
  await publish({ draft: 'true' });
  expect(place()).toBeUndefined();
});

test('of two pieces of one minute the one that was edited does not come first for that', async () => {
  await publish();
  await publish({ headline: 'The ferry sails' }, 'articles/2026/10/15/ferry.mdx');
  const order = () => newsroom.archive.publicAddresses(newsroom.now());
  const before = order();
  expect(before).toEqual(['/2026/10/15/ferry', address]);
  await publish({ headline: 'The bridge is closed again' });
  expect(order()).toEqual(before);
});
