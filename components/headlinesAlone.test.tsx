import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Specimen } from '#components/newsletter/Specimen';
import { SeriesNav } from '#components/SeriesNav';
import { articleForTests } from '#model/articleForTests';

const now = Date.parse('2026-10-15T09:00:00+03:00');
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const paid = articleForTests(
  {
    file: 'articles/2026/10/14/rope.mdx',
    address: '/2026/10/14/rope',
    headline: 'What a rope is made of',
    kind: 'sponsored',
    sponsor: { name: 'Invented Ropes' },
  },
  now,
);
const view = articleForTests(
  { file: 'articles/2026/10/14/view.mdx', address: '/2026/10/14/view', headline: 'Why ropes matter', kind: 'opinion' },
  now,
);

test('T3: the specimen of a letter says which piece was paid for and which one argues', () => {
  const html = renderToStaticMarkup(<Specimen title="The newest stories" articles={[paid, view]} />);
  expect(words(html)).toBe(
    'The newest stories 1 Paid for by Invented Ropes What a rope is made of 2 Opinion Why ropes matter',
  );
  expect(html).toContain('rel="sponsored"');
});

test('T3: the way to the next part of a series says that it was paid for', () => {
  const series = { slug: 'ropes', title: 'Ropes', known: true };
  const parts = [view, paid].map((article, nth) => ({ ...article, series: { ...series, part: nth + 1 } }));
  const html = renderToStaticMarkup(<SeriesNav series={series} parts={parts} current={view.address} />);
  expect(words(html)).toContain('Next: part 2 / Paid for by Invented Ropes What a rope is made of');
  expect(html).toContain('rel="next sponsored"');
});
