import { expect, test } from 'vitest';
import { categoryAddress, checkPeriod, isSlug, knownAddress, periodAddress, periodOf } from '#model/addresses';

test('every kind of address of the paper is known by its form', () => {
  expect(knownAddress('/')).toEqual({ kind: 'front' });
  expect(knownAddress('/2026/10/15/harbour-bridge-reopens')).toEqual({
    kind: 'article',
    address: '/2026/10/15/harbour-bridge-reopens',
    twin: false,
  });
  expect(knownAddress('/2026/10/15/harbour-bridge-reopens.md')).toMatchObject({ kind: 'article', twin: true });
  expect(knownAddress('/2026')).toEqual({ kind: 'period', period: { year: 2026 } });
  expect(knownAddress('/2026/10')).toEqual({ kind: 'period', period: { year: 2026, month: 10 } });
  expect(knownAddress('/2024/02/29')).toEqual({ kind: 'period', period: { year: 2024, month: 2, day: 29 } });
  expect(knownAddress('/category')).toEqual({ kind: 'list', list: 'category' });
  expect(knownAddress('/tag/history-of-science/page/2')).toEqual({
    kind: 'member',
    list: 'tag',
    slug: 'history-of-science',
    page: 2,
  });
  expect(knownAddress('/author/amina-wafula/feed.xml')).toEqual({
    kind: 'feed',
    of: { list: 'author', slug: 'amina-wafula' },
    name: 'feed.xml',
  });
  expect(knownAddress('/tag/صحافة')).toMatchObject({ kind: 'member', slug: 'صحافة' });
  expect(knownAddress('/videos/page/2')).toEqual({ kind: 'videos', page: 2 });
  expect(knownAddress('/about/ethics')).toEqual({ kind: 'about', slug: 'ethics' });
  expect(knownAddress('/newsletter/confirm')).toEqual({ kind: 'newsletter', step: 'confirm' });
  expect(knownAddress('/robots.txt')).toEqual({ kind: 'machine', name: 'robots.txt' });
  expect(knownAddress('/.well-known/security.txt')).toEqual({ kind: 'machine', name: '.well-known/security.txt' });
});

test.each([
  '/wp-login.php',
  '/2026/13',
  '/2026/02/30',
  '/2025/02/29/slug',
  '/0999',
  '/20261',
  '/2026/10/15/slug/more',
  '/2026/1/5',
  '/2026/10/15/Upper',
  '/2026/10/15/a--b',
  '/2026/10/15/-a',
  '/category/science/page/0',
  '/category/science/page/01',
  '/category/science/page/1000000000',
  '/category/science/page/2/3',
  '/category/../secret',
  '/category/',
  '//2026',
  '/tag/a b',
  '/tag/a\u0000b',
  `/tag/${'x'.repeat(81)}`,
  '/about/a/b',
  '/newsletter/confirm/now',
  '/.env',
  'relative',
  '',
])('an address that the paper never has is told from its form alone: %j', (path) => {
  expect(knownAddress(path)).toBeUndefined();
});

test('the first page of a list is the list itself', () => {
  expect(categoryAddress('science')).toBe('/category/science');
  expect(categoryAddress('science', 1)).toBe('/category/science');
  expect(categoryAddress('science', 2)).toBe('/category/science/page/2');
});

test('a period prints and reads back the same', () => {
  for (const period of [{ year: 2026 }, { year: 2026, month: 1 }, { year: 2026, month: 12, day: 31 }]) {
    expect(checkPeriod(periodAddress(period).slice(1).split('/'))).toEqual(period);
  }
});

test('the day of a moment is the one on the newsroom’s wall', () => {
  const lateEvening = Date.parse('2026-10-15T22:30:00Z');
  expect(periodOf(lateEvening, 'Africa/Nairobi')).toEqual({ year: 2026, month: 10, day: 16 });
  expect(periodOf(lateEvening, 'America/New_York')).toEqual({ year: 2026, month: 10, day: 15 });
});

test('names hold letters of any script in lower case', () => {
  for (const name of ['bridge', 'wanjirũ-ngũgĩ', '首都', 'мост-2', 'a1'])
    expect(isSlug(name.normalize('NFC'))).toBe(true);
  for (const name of ['Bridge', 'a_b', 'a.b', '', '-', 'a-', 'bridge copy', 'e\u0301'])
    expect(isSlug(name)).toBe(false);
});
