import { expect, test } from 'vitest';
import type { PublishedArticle } from '#model/article';
import { teaserMetaFor } from '#model/teaserMeta';

const site = { locale: 'en-KE', timeZone: 'Africa/Nairobi', timeZoneName: 'EAT' };
const now = Date.parse('2026-10-15T09:00:00Z');
const amina = { slug: 'amina-wafula', name: 'Amina Wafula', known: true };
const joseph = { slug: 'joseph-kiptoo', name: 'Joseph Kiptoo', known: true };
const article = (facts: Partial<PublishedArticle>): PublishedArticle =>
  ({
    kind: 'news',
    authors: [amina],
    corrections: [],
    minutes: 6,
    publishedAt: Date.parse('2026-10-14T03:00:00Z'),
    ...facts,
  }) as PublishedArticle;
const correction = { on: now - 86_400_000, text: '', kind: 'correction', place: 'end' } as const;

test('a front ends with the minutes, a list with the date on the newsroom’s wall', () => {
  expect(teaserMetaFor(article({}), now, site, { ends: 'minutes' }).last).toBe('6 min');
  const late = article({ publishedAt: Date.parse('2026-10-13T22:30:00Z') });
  expect(teaserMetaFor(late, now, site, { ends: 'date' })).toMatchObject({
    last: '14 October',
    moment: '2026-10-14T01:30:00+03:00',
  });
});

test('the year is printed where it is not this year', () => {
  const old = article({ publishedAt: Date.parse('2025-10-14T03:00:00Z') });
  expect(teaserMetaFor(old, now, site, { ends: 'date' }).last).toBe('14 October 2025');
});

test('a change of substance made today is told with its time, one of yesterday is not', () => {
  const today = article({ updatedAt: now - 3_600_000 });
  expect(teaserMetaFor(today, now, site, { ends: 'minutes' }).last).toBe('Updated 11:00 EAT');
  const yesterday = article({ updatedAt: now - 30 * 3_600_000 });
  expect(teaserMetaFor(yesterday, now, site, { ends: 'minutes' }).last).toBe('6 min');
});

test('a corrected piece says so with the day of its newest correction', () => {
  const older = { ...correction, on: now - 5 * 86_400_000 };
  expect(teaserMetaFor(article({ corrections: [older, correction] }), now, site, { ends: 'date' }).state).toBe(
    'Corrected 14 October',
  );
});

test('a note, or a correction dated later, is no correction yet', () => {
  const note = { ...correction, kind: 'note' } as const;
  const later = { ...correction, on: now + 1 };
  expect(teaserMetaFor(article({ corrections: [note, later] }), now, site, { ends: 'date' }).state).toBeUndefined();
});

test('on an author’s own page only the others are named', () => {
  const two = article({ authors: [amina, joseph] });
  const place = { ends: 'date', author: 'amina-wafula' } as const;
  expect(teaserMetaFor(two, now, site, place)).toMatchObject({ authors: [joseph], withOthers: true });
  expect(teaserMetaFor(article({}), now, site, place)).toMatchObject({ authors: [], withOthers: false });
});

test('an opinion names its kind and author in the kicker, and not again in the line', () => {
  const meta = teaserMetaFor(article({ kind: 'opinion' }), now, site, { ends: 'date' });
  expect([meta.state, meta.authors]).toEqual([undefined, []]);
});

test('a paid piece has neither author nor date', () => {
  expect(teaserMetaFor(article({ kind: 'sponsored' }), now, site, { ends: 'date' })).toEqual({
    authors: [],
    withOthers: false,
  });
});
