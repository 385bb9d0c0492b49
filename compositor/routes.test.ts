/** Addresses find the route that Next would find. */
import { expect, test } from 'vitest';
import { finderFor } from '#compositor/routes';

const places = [
  '/',
  '/[year]',
  '/[year]/[month]',
  '/tag',
  '/tag/[tag]',
  '/tag/[tag]/page/[n]',
  '/tag/[tag]/[feed]',
  '/feed.xml',
];
const find = finderFor(places.map((place) => ({ place })));
const found = (path: string) => {
  const { route, params } = find(path) ?? {};
  return route && [route.place, params];
};

test('a route is found by its names and gives what stands at its parameters, as the address writes it', () => {
  expect(found('/')).toEqual(['/', {}]);
  expect(found('/2026/10')).toEqual(['/[year]/[month]', { year: '2026', month: '10' }]);
  expect(found('/tag/g%C4%A9k%C5%A9y%C5%A9/page/2')).toEqual([
    '/tag/[tag]/page/[n]',
    { tag: 'g%C4%A9k%C5%A9y%C5%A9', n: '2' },
  ]);
});

test('a name beats a parameter at the same place', () => {
  expect(found('/tag')).toEqual(['/tag', {}]);
  expect(found('/tag/river')).toEqual(['/tag/[tag]', { tag: 'river' }]);
  expect(found('/feed.xml')).toEqual(['/feed.xml', {}]);
});

test('an address that is longer than every route is no route', () => {
  expect(found('/tag/river/page/2/3')).toBeUndefined();
  expect(found('/tag/river/sheet/2')).toBeUndefined();
});
