import { describe, expect, test } from 'vitest';
import {
  type Crop,
  cropBox,
  cropRatios,
  type FramedPicture,
  framingFor,
  isOffered,
  offeredWidths,
  parseRendition,
  renditionAddress,
  renditionFormats,
  isShareable,
  renditionSize,
  renditionWidths,
} from '#model/renditions';

/** The same pictures in every run: a small linear congruential generator. */
const rolls = (seed: number) => {
  let state = seed;
  return () => (state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296;
};

const crops = Object.keys(cropRatios) as Crop[];

const pictures = (count: number): FramedPicture[] => {
  const roll = rolls(7);
  return Array.from({ length: count }, () => ({
    width: 1 + Math.floor(roll() ** 2 * 6000),
    height: 1 + Math.floor(roll() ** 2 * 6000),
    focus: [roll(), roll()] as const,
    zoom: roll() < 0.3 ? 1 : 1 + roll() * 3,
  }));
};

const hash = '0123456789abcdef';
const nuthatch = { hash, width: 2000, height: 1125, focus: [0.56, 0.6], zoom: 1.9 } as const;

describe('a cut', () => {
  test('holds the focus and lies inside the picture, whatever focus, zoom and shape', () => {
    for (const picture of pictures(800)) {
      for (const crop of crops) {
        const box = cropBox(picture, crop);
        const [x, y] = framingFor(picture, 'news').focus;
        const told = `${crop} ${JSON.stringify(picture)} ${JSON.stringify(box)}`;
        expect([box.left, box.top, box.width, box.height].every(Number.isInteger), told).toBe(true);
        expect(box.left >= 0 && box.top >= 0 && box.width >= 1 && box.height >= 1, told).toBe(true);
        expect(box.left + box.width <= picture.width && box.top + box.height <= picture.height, told).toBe(true);
        // Half a pixel of rounding at most.
        const inside = (at: number, from: number, length: number) => at >= from - 0.5 && at <= from + length + 0.5;
        expect(inside(x * picture.width, box.left, box.width), told).toBe(true);
        expect(inside(y * picture.height, box.top, box.height), told).toBe(true);
      }
    }
  });

  test('has the ratio of its name to within a pixel', () => {
    for (const picture of pictures(400)) {
      for (const crop of crops) {
        const ratio = cropRatios[crop];
        const box = cropBox(picture, crop);
        if (ratio) expect(Math.abs(box.width - (box.height * ratio[0]) / ratio[1])).toBeLessThanOrEqual(2);
      }
    }
  });

  test('is tightened by the zoom, but the whole picture never is', () => {
    expect(cropBox(nuthatch, 'news')).toEqual({ left: 676, top: 379, width: 888, height: 592 });
    expect(cropBox(nuthatch, 'natural')).toEqual({ left: 0, top: 0, width: 2000, height: 1125 });
  });

  test('puts the focus in its middle where the edges allow', () => {
    const box = cropBox(nuthatch, 'square');
    expect([box.left + box.width / 2, box.top + box.height / 2]).toEqual([1120, 675]);
    expect(cropBox({ ...nuthatch, focus: [0, 1], zoom: 1 }, 'square')).toEqual({
      left: 0,
      top: 0,
      width: 1125,
      height: 1125,
    });
  });

  test('takes impossible focus and zoom as the nearest possible', () => {
    const wild = cropBox({ width: 900, height: 600, focus: [-3, 7], zoom: 99 }, 'news');
    expect(wild).toEqual(cropBox({ width: 900, height: 600, focus: [0, 1], zoom: 4 }, 'news'));
  });
});

describe('the list of renditions', () => {
  test('never enlarges a picture but the one to share, that at most twice, and offers at least one width', () => {
    for (const picture of pictures(400)) {
      for (const crop of crops) {
        const widths = offeredWidths(picture, crop);
        expect(widths.length).toBeGreaterThan(0);
        for (const width of widths) {
          const size = renditionSize(picture, crop, width);
          expect(size.width).toBeLessThanOrEqual(cropBox(picture, crop).width * (crop === 'share' ? 2 : 1));
          expect(size.height).toBeLessThanOrEqual(16_000);
          expect(size.width * size.height).toBeLessThanOrEqual(8_100_000);
        }
      }
    }
  });

  test('offers the widths that the source has, and for a stamp-sized one its own', () => {
    expect(offeredWidths({ width: 1024, height: 788, focus: [0.5, 0.5], zoom: 1 }, 'natural')).toEqual([
      160, 320, 480, 640, 750, 800, 960,
    ]);
    const stamp = { width: 90, height: 60, focus: [0.5, 0.5], zoom: 1 } as const;
    expect(offeredWidths(stamp, 'square')).toEqual([160]);
    expect(renditionSize(stamp, 'square', 160)).toEqual({ width: 60, height: 60 });
  });

  test('H2 a small photograph is enlarged to be shared, a tiny one is left as it is', () => {
    const small = { width: 790, height: 1024, focus: [0.5, 0.5], zoom: 1 } as const;
    expect([isShareable(small), renditionSize(small, 'share', 1200)]).toEqual([true, { width: 1200, height: 630 }]);
    const tiny = { ...small, width: 599 };
    expect([isShareable(tiny), renditionSize(tiny, 'share', 1200).width]).toEqual([false, 599]);
  });

  test('makes the share picture 1200 by 630, as JPEG only', () => {
    expect(renditionSize({ ...nuthatch, zoom: 1 }, 'share', 1200)).toEqual({ width: 1200, height: 630 });
    const share = { hash, crop: 'share', width: 1200, framing: nuthatch } as const;
    expect(isOffered(nuthatch, { ...share, format: 'jpg' })).toBe(true);
    expect(isOffered(nuthatch, { ...share, format: 'avif' })).toBe(false);
    expect(isOffered(nuthatch, { ...share, format: 'jpg', width: 320 })).toBe(false);
  });

  test('judges a width by the framing of the address, not by that of the picture', () => {
    const asked = { hash, crop: 'news', width: 960, format: 'avif' } as const;
    expect(isOffered(nuthatch, { ...asked, framing: { focus: [0.5, 0.5], zoom: 1 } })).toBe(true);
    expect(isOffered(nuthatch, { ...asked, framing: { focus: [0.5, 0.5], zoom: 1.9 } })).toBe(false);
  });
});

describe('an address', () => {
  test('names content, cut, width and format, and focus and zoom where they are not the plain middle', () => {
    expect(renditionAddress(nuthatch, 'news', 640, 'avif')).toBe(`/pictures/${hash}/news-640-56-60-19.avif`);
    expect(renditionAddress({ ...nuthatch, zoom: 1 }, 'wide', 320, 'webp')).toBe(
      `/pictures/${hash}/wide-320-56-60.webp`,
    );
    expect(renditionAddress({ hash, focus: [0.5, 0.5], zoom: 1 }, 'square', 160, 'jpg')).toBe(
      `/pictures/${hash}/square-160.jpg`,
    );
    expect(renditionAddress(nuthatch, 'natural', 2000, 'jpg')).toBe(`/pictures/${hash}/natural-2000.jpg`);
  });

  test('changes with the focus and with the zoom', () => {
    const addresses = new Set(
      [nuthatch, { ...nuthatch, focus: [0.57, 0.6] as const }, { ...nuthatch, zoom: 2 }].map((photo) =>
        renditionAddress(photo, 'news', 640, 'avif'),
      ),
    );
    expect(addresses.size).toBe(3);
  });

  test('is read back as what was written, with the same cut', () => {
    for (const picture of pictures(200)) {
      for (const crop of crops) {
        for (const width of renditionWidths) {
          const format = renditionFormats[width % 3] ?? 'jpg';
          const read = parseRendition(renditionAddress({ ...picture, hash }, crop, width, format));
          expect(read).toMatchObject({ hash, crop, width, format });
          expect(read && cropBox({ ...picture, ...read.framing }, crop)).toEqual(cropBox(picture, crop));
        }
      }
    }
  });

  test.each([
    '',
    '/pictures/',
    `/pictures/${hash}/news-640.gif`,
    `/pictures/${hash}/news-641.avif`,
    `/pictures/${hash}/news-0640.avif`,
    `/pictures/${hash}/poster-640.avif`,
    `/pictures/${hash}/constructor-640.avif`,
    `/pictures/${hash}/news-640.avif/`,
    `/pictures/${hash}/news-640.avif%00`,
    `/pictures/${hash}/news-640.avif\n`,
    `/pictures/${hash.toUpperCase()}/news-640.avif`,
    `/pictures/${hash}0/news-640.avif`,
    `/pictures/../${hash}/news-640.avif`,
    `/pictures/${hash}/news-640-50-50.avif`,
    `/pictures/${hash}/news-640-50-50-10.avif`,
    `/pictures/${hash}/news-640-050-60.avif`,
    `/pictures/${hash}/news-640-101-60.avif`,
    `/pictures/${hash}/news-640-56-60-41.avif`,
    `/pictures/${hash}/news-640-56-60-09.avif`,
    `/pictures/${hash}/natural-640-56-60.avif`,
    `/pictures/${hash}/news-640-56.avif`,
  ])('in any other spelling is none: %j', (address) => {
    expect(parseRendition(address)).toBeUndefined();
  });
});
