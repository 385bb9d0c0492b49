import { describe, expect, test } from 'vitest';
import { articleForTests } from '#model/articleForTests';
import { knownAddress } from '#model/addresses';
import {
  cardAddress,
  cardHash,
  cutToCard,
  headlineSizes,
  parseCardAddress,
  type ShareCard,
  shareCardFor,
  sizesToTry,
} from '#model/shareCard';
import type { ResolvedArticle } from '#model/publication';

const article = (fields: Partial<ResolvedArticle> = {}) => articleForTests({ kind: 'explainer', ...fields });

describe('what stands on a card', () => {
  test('headline, kicker and the name of the paper', () => {
    expect(shareCardFor(article(), 'The Courier')).toEqual({
      name: 'The Courier',
      kicker: 'Explainer / Science',
      headline: 'Harbour bridge reopens',
    });
  });

  test.each(['جسر الميناء', 'Мост открыт', '港口大桥', 'Bridge 🌉 reopens'])(
    'a headline that the face cannot draw (%s) leaves the name alone',
    (headline) => {
      expect(shareCardFor(article({ headline }), 'The Courier')).toEqual({ name: 'The Courier' });
      expect(shareCardFor(article({ headline }), 'Новости')).toBeUndefined();
    },
  );

  test('letters in parts are drawn as one, and signs that only steer lines do not hinder', () => {
    const card = shareCardFor(
      article({ headline: 'Gi\u0303ku\u0303yu\u0303 har\u00advest up 5\u202f%' }),
      'The Courier',
    );
    expect(card?.headline).toBe('Gĩkũyũ harvest up 5\u00a0%');
  });

  test('a running report does not say that it is live, because messages stay', () => {
    const kicker = shareCardFor(
      article({ kind: 'live', coverage: { start: Date.parse('2026-10-15T06:00:00+03:00') } }),
      'The Courier',
    )?.kicker;
    expect(kicker).toBe('Science');
  });
});

describe('the address of a card', () => {
  const card: ShareCard = { name: 'The Courier', kicker: 'Science', headline: 'Harbour bridge reopens' };

  test('changes with each thing that stands on it, and with nothing else', () => {
    const changed = [{ name: 'The Post' }, { kicker: 'Sport' }, { headline: 'Harbour bridge closes' }];
    const hashes = [card, ...changed.map((part) => ({ ...card, ...part }))].map(cardHash);
    expect(new Set(hashes).size).toBe(4);
    expect(cardHash({ ...card })).toBe(cardHash(card));
    expect(hashes.every((hash) => /^[0-9a-f]{16}$/.test(hash))).toBe(true);
  });

  test('is known to the front door and read back', () => {
    const address = cardAddress(card, '/2026/10/15/bridge');
    expect(knownAddress(address)).toEqual({ kind: 'card' });
    expect(parseCardAddress(address)).toEqual({ hash: cardHash(card), article: '/2026/10/15/bridge' });
    for (const wrong of [address.replace('.png', '.jpg'), `${address}/x`, address.replace('/2026', ''), '/cards/x']) {
      expect(parseCardAddress(wrong), wrong).toBeUndefined();
    }
  });
});

describe('how large a headline is set', () => {
  test('a short one is largest, a longer one never larger than a shorter one', () => {
    const first = Array.from({ length: 500 }, (_, i) => sizesToTry('x'.repeat(i + 1))[0] ?? 0);
    expect(first[0]).toBe(headlineSizes[0]);
    expect(first).toEqual([...first].sort((a, b) => b - a));
    expect(first.at(-1)).toBe(headlineSizes.at(-1));
  });

  test('what no size can hold is cut between words', () => {
    expect(cutToCard('Short enough')).toBe('Short enough');
    const cut = cutToCard('bridge '.repeat(100).trim());
    expect(cut).toMatch(/bridge…$/);
    expect([...cut].length).toBeLessThanOrEqual(421);
  });
});

test('H2 a photo too small to be shared leaves the card, a larger one stands in its place', () => {
  const photo = {
    hash: '0123456789abcdef',
    height: 500,
    focus: [0.5, 0.5],
    zoom: 1,
    alt: '',
    file: 'a.jpg',
    colour: '#123456',
  } as const;
  const on = (width: number) =>
    shareCardFor(article({ leadImage: { ...photo, width, credit: 'Ada', licence: 'CC0' } }), 'The Courier');
  expect(on(599)).toBeDefined();
  expect(on(600)).toBeUndefined();
});
