import { expect, test } from 'vitest';
import type { PublishedArticle } from '#model/article';
import { mostReadLists, type ReadRanking } from '#model/mostRead';

// As: only these facts of an article are looked at.
const piece = (address: string, publishedAt = 0, kind = 'news'): PublishedArticle =>
  ({ address, publishedAt, kind }) as PublishedArticle;

const paper: Readonly<Record<string, PublishedArticle>> = {
  '/a': piece('/a'),
  '/b': piece('/b', 5),
  '/c': piece('/c'),
  '/paid': piece('/paid', 0, 'sponsored'),
  '/old-a': piece('/a'),
};
const read = (...counts: readonly [string, number][]): ReadRanking => ({
  today: counts.map(([address, reads]) => ({ address, reads })),
  week: [],
  month: [],
});
const today = (ranking: ReadRanking, size = 10) =>
  mostReadLists(ranking, (address) => paper[address], size)
    .filter(({ period }) => period === 'today')
    .flatMap(({ articles }) => articles.map(({ address }) => address));

test('reads of a renamed piece count for its new address', () => {
  expect(today(read(['/b', 5], ['/a', 3], ['/old-a', 3], ['/c', 1]))).toEqual(['/a', '/b', '/c']);
});

test('what is not public and what was paid for is in no list', () => {
  expect(today(read(['/withdrawn', 99], ['/paid', 50], ['/a', 3], ['/b', 2], ['/c', 1]))).toEqual(['/a', '/b', '/c']);
});

test('of two pieces read alike the newer stands first', () => {
  expect(today(read(['/a', 3], ['/b', 3], ['/c', 3]))).toEqual(['/b', '/a', '/c']);
});

test('fewer than three pieces are no ranking, and a list is no longer than asked', () => {
  expect(mostReadLists(read(['/a', 3], ['/b', 2]), (address) => paper[address], 10)).toEqual([]);
  expect(today(read(['/a', 3], ['/b', 2], ['/c', 1]), 2)).toEqual(['/a', '/b']);
});
