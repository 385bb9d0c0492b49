import { expect, test } from 'vitest';
import { articleForTests, photoForTests } from '#model/articleForTests';
import type { Photo } from '#model/photo';
import { withStandingPhoto } from '#model/standingPhoto';

const photo = (hash: string, more: Partial<Photo> = {}): Photo => ({ ...photoForTests, hash, ...more });
const body = (...photos: readonly Photo[]) => ({ photos: new Map(photos.map((one) => [one.hash, one])) });
const chosen = (...photos: readonly Photo[]) => withStandingPhoto(articleForTests(), body(...photos)).leadImage?.hash;

test('A6 a piece without a lead picture is shown by the first of its body that says something and is large enough', () => {
  expect(chosen(photo('first'), photo('second'))).toBe('first');
  expect(chosen(photo('ornament', { alt: '' }), photo('tiny', { width: 200, height: 150 }), photo('third'))).toBe(
    'third',
  );
  expect(chosen(photo('tiny', { width: 200, height: 150 }))).toBeUndefined();
  expect(chosen()).toBeUndefined();
});

test('a lead picture of its own stands for it, whatever its body shows', () => {
  const article = articleForTests({ leadImage: photo('lead') });
  expect(withStandingPhoto(article, body(photo('first'))).leadImage?.hash).toBe('lead');
});
