import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { makeRendition } from '#archive/pictures/makeRendition';
import { type Crop, cropRatios, offeredWidths, type RenditionFormat, renditionSize } from '#model/renditions';

const hash = '0123456789abcdef';
const middle = { focus: [0.5, 0.5], zoom: 1 } as const;
const asked = (
  crop: Crop,
  width: number,
  format: RenditionFormat,
  framing: { readonly focus: readonly [number, number]; readonly zoom: number } = middle,
) => ({
  hash,
  crop,
  width,
  format,
  framing,
});

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#7a5c3e' } });

/** Left top red, right top green, left bottom blue, right bottom white. */
const quarters = (width: number, height: number) => {
  const pixels = Buffer.alloc(width * height * 3);
  const colours = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ] as const;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      pixels.set(colours[(x >= width / 2 ? 1 : 0) + (y >= height / 2 ? 2 : 0)] ?? [], (y * width + x) * 3);
    }
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

const cornersOf = async (bytes: Buffer): Promise<string> => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => {
    const from = (Math.round(y * (info.height - 1)) * info.width + Math.round(x * (info.width - 1))) * info.channels;
    return [...data.subarray(from, from + 3)].map((value) => (value > 128 ? 1 : 0)).join('');
  };
  return [at(0.1, 0.1), at(0.9, 0.1), at(0.1, 0.9), at(0.9, 0.9)].join(' ');
};

test('a rendition has exactly the size that the page was told, for every cut, width and shape', async () => {
  const shapes = [
    [1023, 761],
    [333, 1000],
    [1000, 90],
    [1601, 1602],
    [7, 5],
    [1, 400],
  ] as const;
  const framings = [middle, { focus: [0.03, 0.97], zoom: 1.7 }, { focus: [0.61, 0.33], zoom: 4 }] as const;
  for (const [width, height] of shapes) {
    const bytes = await plain(width, height).png({ compressionLevel: 1 }).toBuffer();
    for (const crop of Object.keys(cropRatios) as Crop[]) {
      for (const framing of framings) {
        const picture = { width, height, ...framing };
        const widths = offeredWidths(picture, crop);
        for (const nominal of new Set([widths[0], widths.at(-1)])) {
          if (nominal === undefined) continue;
          const made = await makeRendition(bytes, picture, asked(crop, nominal, 'jpg', framing));
          const { width: w, height: h } = await sharp(made).metadata();
          expect({ width: w, height: h }, `${width}x${height} ${crop} ${nominal}`).toEqual(
            renditionSize(picture, crop, nominal),
          );
        }
      }
    }
  }
}, 60_000);

test.each([
  ['avif', 'heif'],
  ['webp', 'webp'],
  ['jpg', 'jpeg'],
] as const)('%s is what its ending says, of the exact size', async (format, read) => {
  const bytes = await plain(1001, 777).jpeg().toBuffer();
  const made = await makeRendition(bytes, { width: 1001, height: 777 }, asked('news', 480, format));
  expect(await sharp(made).metadata()).toMatchObject({ format: read, width: 480, height: 320, space: 'srgb' });
});

describe('what the camera noted', () => {
  const withNotes = () =>
    plain(600, 400)
      .withExif({
        IFD0: { Copyright: 'SECRET-OWNER', Make: 'SECRET-MAKER', Artist: 'SECRET-NAME' },
        IFD2: { BodySerialNumber: 'SECRET-SERIAL' },
        IFD3: {
          GPSLatitudeRef: 'S',
          GPSLatitude: '1/1 17/1 30/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '36/1 49/1 0/1',
        },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><SECRET-XMP/></x:xmpmeta>')
      .withIccProfile('p3');

  test.each(['avif', 'webp', 'jpg'] as const)('leaves nothing in a %s', async (format) => {
    const bytes = await withNotes().jpeg().toBuffer();
    expect((await sharp(bytes).metadata()).exif).toBeDefined();
    expect(bytes.includes('SECRET-SERIAL')).toBe(true);
    const made = await makeRendition(bytes, { width: 600, height: 400 }, asked('natural', 480, format));
    const { exif, xmp, iptc, icc, orientation, comments } = await sharp(made).metadata();
    expect({ exif, xmp, iptc, icc, orientation, comments }).toEqual({});
    for (const word of ['SECRET', 'Exif', 'GPS', 'xmpmeta', 'ICC_PROFILE']) expect(made.includes(word)).toBe(false);
  });

  test('leaves nothing of the second picture that phones add for bright screens', async () => {
    // An Ultra HDR photo: a multi-picture segment in front, the gain map as a whole JPEG behind.
    const [bytes, gain] = [await withNotes().jpeg().toBuffer(), await plain(60, 40).jpeg().toBuffer()];
    const segment = Buffer.from('\xff\xe2\x00\x10MPF\0II*\0\x08\0\0\0\0\0', 'latin1');
    const phone = Buffer.concat([bytes.subarray(0, 2), segment, bytes.subarray(2), gain]);
    const made = await makeRendition(phone, { width: 600, height: 400 }, asked('natural', 480, 'jpg'));
    expect(made.includes('MPF')).toBe(false);
    expect(made.indexOf(Buffer.from([0xff, 0xd8, 0xff]), 2)).toBe(-1);
  });

  test('colours of a wide profile become those of sRGB', async () => {
    const red = sharp({ create: { width: 40, height: 40, channels: 3, background: '#c83232' } });
    const bytes = await red.withIccProfile('p3').png().toBuffer();
    const made = await makeRendition(bytes, { width: 40, height: 40 }, asked('square', 160, 'jpg'));
    const [channel] = (await sharp(made).stats()).channels;
    expect(Math.abs((channel?.mean ?? 0) - 0xc8)).toBeLessThan(6);
  });
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])('a photo with EXIF orientation %d is cut as it is shown', async (orientation) => {
  const bytes = await quarters(200, 120).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  const size = orientation > 4 ? { width: 120, height: 200 } : { width: 200, height: 120 };
  const shown = await sharp(bytes).autoOrient().png().toBuffer();
  const made = await makeRendition(bytes, size, asked('natural', 160, 'jpg'));
  expect(await cornersOf(made)).toBe(await cornersOf(shown));
  const corner = await makeRendition(bytes, size, asked('square', 160, 'jpg', { focus: [0, 0], zoom: 4 }));
  expect((await cornersOf(corner)).split(' ')[0]).toBe((await cornersOf(shown)).split(' ')[0]);
  expect(new Set((await cornersOf(corner)).split(' ')).size).toBe(1);
});

test('the focus decides which part is shown', async () => {
  const bytes = await quarters(400, 400).png().toBuffer();
  const partAt = async (focus: readonly [number, number]) =>
    (
      await cornersOf(
        await makeRendition(bytes, { width: 400, height: 400 }, asked('square', 160, 'jpg', { focus, zoom: 2 })),
      )
    ).split(' ')[0];
  expect([await partAt([0.2, 0.2]), await partAt([0.9, 0.1]), await partAt([0, 1]), await partAt([1, 1])]).toEqual([
    '100',
    '010',
    '001',
    '111',
  ]);
});

test('a transparent chart is laid on white in every format', async () => {
  const bytes = await sharp({
    create: { width: 200, height: 200, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .png()
    .toBuffer();
  for (const format of ['avif', 'webp', 'jpg'] as const) {
    const made = await makeRendition(bytes, { width: 200, height: 200 }, asked('natural', 160, format));
    expect(await cornersOf(made)).toBe('111 111 111 111');
    expect((await sharp(made).metadata()).hasAlpha).toBe(false);
  }
});

test('a share picture stays light enough for WhatsApp, however busy the photo', async () => {
  const busy = sharp({
    create: {
      width: 1600,
      height: 1000,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
  const bytes = await busy.png({ compressionLevel: 1 }).toBuffer();
  const made = await makeRendition(bytes, { width: 1600, height: 1000 }, asked('share', 1200, 'jpg'));
  expect(made.length).toBeLessThan(600_000);
});

test('a broken source is an error and no half picture', async () => {
  const bytes = await quarters(400, 400).jpeg().toBuffer();
  const cut = bytes.subarray(0, bytes.length / 2);
  await expect(makeRendition(cut, { width: 400, height: 400 }, asked('square', 160, 'jpg'))).rejects.toThrow();
});
