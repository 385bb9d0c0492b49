/** Counts are worked out once for an edition, and are never those of another moment. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { articleWith, openTestNewsroom, type TestNewsroom } from '#archive/newsroomForTests';

let newsroom: TestNewsroom;
beforeEach(() => {
  newsroom = openTestNewsroom();
});
afterEach(() => newsroom.close());

const total = (): number => newsroom.archive.latest(1, 1, newsroom.now()).total;
const days = (): readonly string[] =>
  newsroom.archive.periods('/2026/10', newsroom.now()).map(({ address }) => address);

test('a count turns at the moment of an embargo, and turns back with the clock, though nobody made an edition', async () => {
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith());
  newsroom.write('articles/2026/10/16/later.mdx', articleWith({ publishedAt: '2026-10-16 06:00' }));
  await newsroom.publish();
  const seen = (iso: string) => {
    newsroom.setClock(iso);
    return [total(), days()];
  };
  const before = [1, ['/2026/10/15']];
  const after = [2, ['/2026/10/15', '/2026/10/16']];
  expect(seen('2026-10-16T05:59:59+03:00')).toEqual(before);
  expect(seen('2026-10-16T06:00:00+03:00')).toEqual(after);
  expect(seen('2026-10-16T05:59:59+03:00')).toEqual(before);
});

test('a count is that of the edition which stands', async () => {
  newsroom.write('articles/2026/10/15/bridge.mdx', articleWith());
  await newsroom.publish();
  expect(total()).toBe(1);
  newsroom.write('articles/2026/10/15/second.mdx', articleWith({ headline: 'The second bridge opens on Friday' }));
  await newsroom.publish();
  expect(total()).toBe(2);
});

test('words that stand in hundreds of headlines relate nothing; a word that few have does', async () => {
  for (let nth = 0; nth < 210; nth += 1) {
    const rare = nth === 3 || nth === 150 ? 'Zanzibar' : 'harbour';
    newsroom.write(
      `articles/2026/10/14/piece-${nth}.mdx`,
      articleWith({
        headline: `Council meets about ${rare}`,
        category: `section-${nth}`,
        publishedAt: '2026-10-14 06:00',
      }),
    );
  }
  await newsroom.publish();
  const { archive } = newsroom;
  const relatedOf = (address: string): readonly string[] => {
    const article = archive.teaser(address, newsroom.now());
    return article ? archive.relatedTo(article, 4, newsroom.now()).map((related) => related.address) : ['not public'];
  };
  expect(relatedOf('/2026/10/14/piece-3')).toEqual(['/2026/10/14/piece-150']);
  expect(relatedOf('/2026/10/14/piece-7')).toEqual([]);
});
