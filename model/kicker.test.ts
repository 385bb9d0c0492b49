import { expect, test } from 'vitest';
import type { PublishedArticle } from '#model/article';
import { labelOf, teaserKickerFor, voiceKickerFor } from '#model/kicker';

const now = Date.parse('2026-10-15T09:00:00Z');
const opinion = { slug: 'opinion', title: 'Opinion', known: true };
const article = (facts: Partial<PublishedArticle>): PublishedArticle =>
  ({
    kind: 'news',
    category: { slug: 'science', title: 'Science', known: true },
    authors: [{ slug: 'amina-wafula', name: 'Amina Wafula', known: true }],
    ...facts,
  }) as PublishedArticle;
const ai = { used: 'a first translation' };

test('T3 a headline that stands alone is labelled where the piece argues, was paid for or had a machine’s help', () => {
  expect(
    (['opinion', 'editorial', 'letters', 'analysis', 'sponsored'] as const).map((kind) =>
      labelOf(article({ kind, sponsor: { name: 'Mara Bank' } })),
    ),
  ).toEqual(['Opinion', 'Editorial', 'Letters', 'Analysis', 'Paid for by Mara Bank']);
  expect(labelOf(article({ ai }))).toBe('Made with AI');
  expect(labelOf(article({ kind: 'analysis', ai }))).toBe('Analysis, made with AI');
});

test('reporting stands without a label', () => {
  expect((['news', 'feature', 'live', 'review'] as const).map((kind) => labelOf(article({ kind })))).toEqual(
    Array(4).fill(''),
  );
});

test('T3 the teaser of an opinion says that it is one before it says whose', () => {
  expect(teaserKickerFor(article({ kind: 'opinion', category: opinion }), now)).toEqual({
    kind: 'Opinion',
    topic: 'Amina Wafula',
  });
});

test('on the page of the section Opinion the name alone stands, an editorial still says what it is', () => {
  const place = { category: 'opinion' };
  const on = (kind: 'opinion' | 'editorial') => teaserKickerFor(article({ kind, category: opinion }), now, place).kind;
  expect([on('opinion'), on('editorial')]).toEqual([undefined, 'Editorial']);
});

test('a machine’s help is told beside the kind, also of running coverage and in the band of opinions', () => {
  expect(teaserKickerFor(article({ ai }), now)).toEqual({ kind: 'Made with AI', topic: 'Science' });
  const live = article({ kind: 'live', ai, coverage: { start: now - 1 } });
  expect(teaserKickerFor(live, now)).toMatchObject({ kind: 'Live, made with AI', state: 'live' });
  expect(voiceKickerFor(article({ kind: 'opinion', ai }))).toEqual({ kind: 'Made with AI', topic: 'Amina Wafula' });
});
