import { expect, test } from 'vitest';
import { toneFor, tones, tonesStylesheet } from '#model/tones';

test('every tone is its own nearest', () => {
  tones.forEach((colour, i) => expect(toneFor(colour)).toBe(`tone-${i}`));
  expect(new Set(tones).size).toBe(tones.length);
});

test('a colour gets the tone that the eye calls the same', () => {
  expect(toneFor('#ffffff')).toBe(toneFor('#ebebeb'));
  expect(tones[Number(toneFor('#5175aa').slice(5))]).toMatch(/^#(\d|[a-f]){6}$/);
  const [red = '', , blue = ''] = tones[Number(toneFor('#5175aa').slice(5))]?.match(/[0-9a-f]{2}/g) ?? [];
  expect(parseInt(blue, 16)).toBeGreaterThan(parseInt(red, 16));
});

test('what is no colour gets a tone all the same', () => {
  for (const text of ['', 'red', '#fff', '#12345g', '"><script>']) expect(toneFor(text)).toBe(toneFor('#000000'));
});

test('the stylesheet on disk is the one of this list, and stays under 2 kB', async () => {
  await expect(tonesStylesheet()).toMatchFileSnapshot('../app/styles/tones.css');
  expect(tonesStylesheet().length).toBeLessThan(2000);
});
