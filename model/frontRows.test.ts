import { expect, test } from 'vitest';
import { articleForTests, photoForTests } from '#model/articleForTests';
import type { ArticleKind, PublishedArticle } from '#model/article';
import { leadOf, rowsFor, stripFor } from '#model/frontRows';

// A piece as rows see it: which one it is, whether it has a picture, what kind it is.
const piece = (name: string, { picture = false, kind = 'news' as ArticleKind } = {}): PublishedArticle =>
  articleForTests({ address: `/2026/10/15/${name}`, kind, ...(picture && { leadImage: photoForTests }) });
const pieces = (count: number) => Array.from({ length: count }, (_, n) => piece(`p${n}`));
const category = (slug: string, count: number) =>
  ({ block: 'category', of: { slug, title: slug, known: true }, articles: pieces(count) }) as const;
const lead = { block: 'lead', lead: piece('lead'), also: [], articles: [] } as const;
const names = (articles: readonly PublishedArticle[]) => articles.map(({ address }) => address.slice(12));

test('the latest stand beside the lead, wherever the plan names them', () => {
  const latest = { block: 'latest', articles: pieces(2) } as const;
  const rows = rowsFor({ blocks: [lead, category('science', 5), latest] });
  expect(rows.map(({ row }) => row)).toEqual(['top', 'strip']);
  expect(rows[0]).toMatchObject({ row: 'top', latest: latest.articles });
});

test('without a lead the latest have a row of their own', () => {
  expect(rowsFor({ blocks: [{ block: 'latest', articles: pieces(1) }] })).toMatchObject([{ row: 'latest' }]);
});

test('small sections stand three to a shelf, large ones between them keep their place', () => {
  const rows = rowsFor({
    blocks: [category('a', 2), category('b', 5), category('c', 1), category('d', 3), category('e', 1)],
  });
  expect(rows.map((row) => (row.row === 'shelf' ? row.sections.map(({ of }) => of.slug) : row.row))).toEqual([
    'strip',
    ['a', 'c', 'd'],
    ['e'],
  ]);
});

test('a small section never slides past a block of another kind', () => {
  const rows = rowsFor({ blocks: [category('a', 1), { block: 'opinion', articles: pieces(2) }, category('b', 1)] });
  expect(rows.map(({ row }) => row)).toEqual(['shelf', 'opinion', 'shelf']);
});

test('a front of nothing has no rows', () => {
  expect(rowsFor({ blocks: [] })).toEqual([]);
});

test('strips are counted, so that neighbours can differ', () => {
  const rows = rowsFor({ blocks: [category('a', 4), category('b', 4)] });
  expect(rows).toMatchObject([{ number: 0 }, { number: 1 }]);
});

test('the newest piece with a picture is the main one of its strip', () => {
  const strip = stripFor([piece('a'), piece('b', { picture: true }), piece('c'), piece('d')], 0);
  expect(strip).toMatchObject({ layout: 'middle', main: { address: '/2026/10/15/b' } });
});

test('a paid piece is never the main one, even with the only picture, and stands last', () => {
  const paid = piece('paid', { picture: true, kind: 'sponsored' });
  const strip = stripFor([paid, piece('b'), piece('c'), piece('d')], 0);
  if (strip.layout !== 'words') throw new Error(strip.layout);
  expect(names(strip.articles)).toEqual(['b', 'c', 'd', 'paid']);
});

test('the columns beside the main piece hold every other piece once and are of like height', () => {
  const articles = [
    piece('main', { picture: true }),
    ...['b', 'c', 'd', 'e'].map((name) => piece(name)),
    piece('f', { picture: true }),
  ];
  const strip = stripFor(articles, 0);
  if (strip.layout !== 'middle') throw new Error(strip.layout);
  expect(names(strip.start)).toEqual(['b', 'c', 'd']);
  expect(names(strip.end)).toEqual(['f', 'e']);
});

test('two pictures make steps in every second strip, one picture never does', () => {
  const two = [piece('a', { picture: true }), piece('b'), piece('c', { picture: true }), piece('d')];
  expect(stripFor(two, 1)).toMatchObject({ layout: 'steps', second: { address: '/2026/10/15/c' } });
  expect(stripFor(two, 2).layout).toBe('middle');
  expect(stripFor([piece('a', { picture: true }), ...pieces(3)], 1).layout).toBe('middle');
});

test('a section’s page leads with its newest picture, but not with one from far down the list', () => {
  const near = [piece('a'), piece('b', { picture: true }), piece('c', { picture: true })];
  expect(leadOf(near)?.address).toBe('/2026/10/15/b');
  const far = [...pieces(5), piece('f', { picture: true })];
  expect(leadOf(far)?.address).toBe('/2026/10/15/p0');
});

test('a section’s page never leads with a paid piece, and an empty one leads with nothing', () => {
  expect(leadOf([piece('paid', { picture: true, kind: 'sponsored' })])).toBeUndefined();
  expect(leadOf([])).toBeUndefined();
});
