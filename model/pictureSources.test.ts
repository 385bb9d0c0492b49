import { describe, expect, test } from 'vitest';
import type { Photo } from '#model/photo';
import { pictureUrls, slotOn, srcSetFor, widthsFor } from '#model/pictureSources';

const photo: Photo = {
  file: 'media/nuthatch.jpg',
  hash: '0123456789abcdef',
  width: 2000,
  height: 1125,
  colour: '#54514d',
  alt: 'A nuthatch on a trunk',
  credit: 'A. Photographer',
  licence: 'CC BY 4.0',
  focus: [0.56, 0.6],
  zoom: 1,
};

describe('sizes', () => {
  test.each([
    ['7rem', 360, 112],
    ['100vw', 360, 360],
    ['(min-width: 60rem) 38rem, 95vw', 1280, 608],
    ['(min-width: 60rem) 38rem, 95vw', 768, 729.6],
    ['(min-width: 60rem) 18rem, (min-width: 40rem) 45vw, 7rem', 360, 112],
    ['(max-width: 40rem) 100vw, 300px', 360, 360],
    ['(max-width: 40rem) 100vw, 300px', 1280, 300],
    ['(min-width: 40rem) and (max-width: 60rem) 50vw, 200px', 768, 384],
    ['(min-width: 40rem) and (max-width: 60rem) 50vw, 200px', 1280, 200],
    ['calc(100vw - 2rem)', 360, 328],
    ['min(100vw, 38rem)', 360, 360],
    ['nonsense', 768, 768],
    ['', 768, 768],
  ])('%j on a screen of %d is %d pixels', (sizes, screen, slot) => {
    expect(slotOn(sizes, screen)).toBeCloseTo(slot, 5);
  });
});

describe('the widths of a srcset', () => {
  test('serve a thumbnail with small pictures, for a desk and for phones of two and three pixels to one', () => {
    expect(widthsFor(photo, 'news', '7rem')).toEqual([160, 320, 480]);
  });

  test('are four at most and reach from a phone to a sharp desk screen', () => {
    expect(widthsFor(photo, 'natural', '100vw')).toEqual([750, 1200, 1600, 2000]);
    expect(widthsFor(photo, 'wide', '(min-width: 60rem) 38rem, 95vw')).toEqual([640, 750, 1200, 1600]);
    const steps = widthsFor(photo, 'news', '(min-width: 60rem) 18rem, (min-width: 40rem) 45vw, 7rem');
    expect(steps).toEqual([320, 480, 640, 750]);
  });

  // Browsers take the smallest that is not smaller than the place.
  test.each([
    ['a phone of 720 pixels', 360, 2],
    ['a phone of 412 by 1.75, as Lighthouse holds', 412, 1.75],
    ['a small iPhone', 375, 2],
    ['a phone of 1080 pixels', 360, 3],
    ['an iPhone', 390, 3],
  ])('hold for %s a lead photo that is hardly larger than its screen', (_name, across, density) => {
    for (const sizes of [
      '(min-width: 60rem) 58rem, 100vw',
      '(min-width: 60rem) 38rem, (min-width: 40rem) 60vw, 100vw',
    ]) {
      const screen = across * density;
      const taken = widthsFor(photo, 'natural', sizes).find((width) => width >= screen) ?? NaN;
      expect(taken).toBeLessThanOrEqual(screen * 1.12);
    }
  });

  test('end at the size of the source', () => {
    expect(widthsFor({ ...photo, width: 500, height: 400 }, 'natural', '100vw')).toEqual([480]);
    expect(widthsFor({ ...photo, width: 90, height: 60 }, 'natural', '100vw')).toEqual([160]);
  });

  test('stand in the srcset as real widths', () => {
    expect(srcSetFor({ ...photo, width: 90, height: 60 }, 'natural', [160], 'avif')).toBe(
      '/pictures/0123456789abcdef/natural-160.avif 90w',
    );
    expect(srcSetFor(photo, 'news', [160, 320], 'webp')).toBe(
      '/pictures/0123456789abcdef/news-160-56-60.webp 160w, /pictures/0123456789abcdef/news-320-56-60.webp 320w',
    );
  });
});

describe('pictures for machines', () => {
  test('come in 16:9, 4:3 and 1:1 and as a share picture of 1200 by 630', () => {
    const { ratios, share } = pictureUrls({ ...photo, width: 3000, height: 2000 });
    expect(ratios.map(({ width, height }) => `${width}x${height}`)).toEqual(['1600x900', '1600x1200', '1600x1600']);
    expect(share).toEqual({ address: '/pictures/0123456789abcdef/share-1200-56-60.jpg', width: 1200, height: 630 });
  });

  test('are 1200 pixels wide although the pages show a tighter cut', () => {
    const { ratios, share } = pictureUrls({ ...photo, zoom: 1.9 });
    expect(ratios[0]).toEqual({
      address: '/pictures/0123456789abcdef/wide-1200-56-60-16.jpg',
      width: 1200,
      height: 675,
    });
    expect(share.width).toBe(1200);
  });

  test('of a small source are as large as it allows, all above 50,000 pixels, and the one to share is enlarged', () => {
    const { ratios, share } = pictureUrls({ ...photo, width: 790, height: 1024, zoom: 2 });
    expect(ratios.map(({ width }) => width)).toEqual([750, 750, 750]);
    expect(ratios.every(({ width, height }) => width * height >= 50_000)).toBe(true);
    expect(share).toMatchObject({ width: 1200, height: 630 });
  });
});
