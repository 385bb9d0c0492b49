import { expect, test } from 'vitest';
import { articleForTests } from '#model/articleForTests';
import type { PublishedArticle } from '#model/article';
import { fillFront, type FrontSupply } from '#model/fillFront';
import type { Front, FrontPlan } from '#model/front';

const now = Date.parse('2026-10-15T09:00:00+03:00');

type Piece = { slug: string; kind?: PublishedArticle['kind']; category?: string; related?: string[] };

const piece = ({ slug, kind = 'news', category = 'science', related = [] }: Piece): PublishedArticle =>
  articleForTests({
    address: `/2026/10/15/${slug}`,
    headline: slug,
    kind,
    category: { slug: category, title: category, known: true },
    related,
  });

const supplyOf = (pieces: readonly PublishedArticle[]): FrontSupply => ({
  article: (address) => pieces.find((each) => each.address === address),
  latest: (size) => pieces.slice(0, size),
  ofKinds: (kinds, size) => pieces.filter((each) => kinds.some((kind) => kind === each.kind)).slice(0, size),
  inCategory: (category, size) => pieces.filter((each) => each.category.slug === category).slice(0, size),
  inSeries: () => [],
  related: () => [],
  videos: () => [],
  categories: [
    { slug: 'science', title: 'Science', description: '', order: 1 },
    { slug: 'opinion', title: 'Opinion', description: '', order: 2 },
  ],
  series: () => undefined,
  opening: () => 'The first paragraph.',
  text: () => 'The whole text.',
});

const many = (count: number, more: Omit<Piece, 'slug'> = {}): PublishedArticle[] =>
  Array.from({ length: count }, (_, at) => piece({ slug: `${more.kind ?? 'news'}-${at}`, ...more }));

const plan = (blocks: FrontPlan['blocks'], pins: FrontPlan['pins'] = []): FrontPlan => ({ pins, blocks });

const addressesIn = (front: Front): string[] =>
  front.blocks
    .flatMap((block) => [
      ...(block.block === 'lead' ? [block.lead, ...block.also] : []),
      ...('articles' in block ? block.articles : []),
    ])
    .map((article) => article.address);

test('no article stands on the front twice', () => {
  const front = fillFront(
    plan([
      { block: 'lead', size: 6 },
      { block: 'latest', size: 5 },
      { block: 'category', category: 'science', size: 5 },
    ]),
    supplyOf(many(12)),
    now,
  );
  const addresses = addressesIn(front);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toHaveLength(12);
});

test('opinion and paid pieces never become the lead by themselves, and a pin may still put one there', () => {
  const pieces = [
    piece({ slug: 'paid', kind: 'sponsored' }),
    piece({ slug: 'view', kind: 'opinion' }),
    piece({ slug: 'news' }),
  ];
  const top = (pins: FrontPlan['pins']): string | undefined => {
    const [first] = fillFront(plan([{ block: 'lead', size: 3 }], pins), supplyOf(pieces), now).blocks;
    return first?.block === 'lead' ? first.lead.headline : undefined;
  };
  expect(top([])).toBe('news');
  expect(top([{ article: '/2026/10/15/view' }])).toBe('view');
});

test('a pin past its end, or on something that is not public, is passed over', () => {
  const pieces = many(3);
  const pins = [
    { article: '/2026/10/15/news-2', until: now },
    { article: '/2026/10/15/nowhere' },
    { article: '/2026/10/15/news-1', until: now + 1 },
  ];
  const [first] = fillFront(plan([{ block: 'lead', size: 2 }], pins), supplyOf(pieces), now).blocks;
  expect(first).toMatchObject({ lead: { headline: 'news-1' }, articles: [{ headline: 'news-0' }] });
});

test('pins keep their order, and one article pinned twice stands once', () => {
  const pins = ['news-3', 'news-1', 'news-3', 'news-2'].map((slug) => ({ article: `/2026/10/15/${slug}` }));
  const [first] = fillFront(plan([{ block: 'lead', size: 3 }], pins), supplyOf(many(5)), now).blocks;
  expect(first).toMatchObject({
    lead: { headline: 'news-3' },
    articles: [{ headline: 'news-1' }, { headline: 'news-2' }],
  });
});

test('blocks without anything to show are left out', () => {
  const front = fillFront(
    plan([
      { block: 'lead', size: 3 },
      { block: 'opinion', size: 4 },
      { block: 'videos', size: 3 },
    ]),
    supplyOf([]),
    now,
  );
  expect(front.blocks).toEqual([]);
});

test('the breaking bar ends at its moment, and never points at something that is not public', () => {
  const breaking = { text: 'Bridge closed', link: '/2026/10/15/news-0', until: now + 1 };
  const at = (moment: number, link = breaking.link): Front['breaking'] =>
    fillFront({ breaking: { ...breaking, link }, pins: [], blocks: [] }, supplyOf(many(1)), moment).breaking;
  expect(at(now)).toEqual({ text: 'Bridge closed', link: '/2026/10/15/news-0' });
  expect(at(now + 1)).toBeUndefined();
  expect(at(now, '/2026/10/15/embargoed')).toBeUndefined();
});

test('a front asks for about as many articles as it shows, and for more only where those are used already', () => {
  let asked = 0;
  const counting = (pieces: readonly PublishedArticle[]): FrontSupply => {
    const supply = supplyOf(pieces);
    const count = (some: readonly PublishedArticle[]): readonly PublishedArticle[] => ((asked += some.length), some);
    return {
      ...supply,
      latest: (size) => count(supply.latest(size)),
      inCategory: (category, size) => count(supply.inCategory(category, size)),
    };
  };
  const apart = [...many(100, { category: 'science' }), ...many(100, { kind: 'analysis', category: 'opinion' })];
  const blocks: FrontPlan['blocks'] = [
    { block: 'lead', size: 6 },
    { block: 'category', category: 'opinion', size: 4 },
  ];
  expect(addressesIn(fillFront(plan(blocks), counting(apart), now))).toHaveLength(10);
  expect(asked).toBeLessThanOrEqual(3 * 10);
  // The newest of the category are in the lead: the block goes further back.
  const front = fillFront(
    plan([
      { block: 'lead', size: 20 },
      { block: 'category', category: 'science', size: 4 },
    ]),
    counting(many(40)),
    now,
  );
  expect(addressesIn(front)).toHaveLength(24);
});
