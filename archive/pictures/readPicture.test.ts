import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureHash, readPicture } from '#archive/pictures/readPicture';

const photo = (width = 90, height = 60, background = '#336699') =>
  sharp({ create: { width, height, channels: 3, background } });

const noisy = () =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 128, sigma: 50 },
    },
  });

/** A PNG chunk; decoders check no CRC before the size, so none is reckoned. */
const chunk = (name: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length, 0);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

const pngClaiming = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(10_000)));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
};

describe('a good picture', () => {
  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('in %s is read with size, colour and hash', async (format) => {
    const bytes = await photo().toFormat(format).toBuffer();
    const reading = await readPicture(bytes);
    expect(reading).toMatchObject({ width: 90, height: 60, format, hash: pictureHash(bytes) });
    const [r = 0, g = 0, b = 0] =
      ('colour' in reading ? reading.colour : '').match(/[0-9a-f]{2}/g)?.map((hex) => parseInt(hex, 16)) ?? [];
    expect(Math.max(Math.abs(r - 0x33), Math.abs(g - 0x66), Math.abs(b - 0x99))).toBeLessThan(6);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'taken with the camera held as EXIF %d says has the size as shown',
    async (orientation) => {
      const bytes = await photo(90, 60).withMetadata({ orientation }).jpeg().toBuffer();
      const turned = orientation > 4;
      expect(await readPicture(bytes)).toMatchObject(turned ? { width: 60, height: 90 } : { width: 90, height: 60 });
    },
  );

  test('may be grey, of 16 bits, transparent or in CMYK', async () => {
    const kinds = [
      photo().greyscale().png(),
      photo().toColourspace('rgb16').png(),
      photo().ensureAlpha(0).png(),
      photo().toColourspace('cmyk').jpeg(),
    ];
    for (const kind of kinds) expect(await readPicture(await kind.toBuffer())).toMatchObject({ width: 90, height: 60 });
  });

  test('may carry something behind its end, as some cameras do', async () => {
    const bytes = await photo().jpeg().toBuffer();
    expect(await readPicture(Buffer.concat([bytes, Buffer.from('camera notes')]))).toMatchObject({ width: 90 });
  });

  test('has the colour of its greater part', async () => {
    const sky = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#2060c0' } })
      .composite([{ input: await photo(100, 30, '#c02020').png().toBuffer(), gravity: 'south' }])
      .png()
      .toBuffer();
    expect(await readPicture(sky)).toMatchObject({ colour: '#2060c0' });
  });
});

describe('refused with words', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="/etc/passwd"/></svg>';
  test.each([
    ['an empty file', Buffer.alloc(0), /^is empty/],
    ['an SVG', Buffer.from(svg), /^is an SVG drawing; only JPEG/],
    ['an SVG behind a declaration', Buffer.from(`<?xml version="1.0"?>\n<!-- x -->\n${svg}`), /^is an SVG/],
    ['a web page', Buffer.from('<!doctype html><title>404</title>'), /^is a web page/],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), /^is a GIF/],
    ['a TIFF', Buffer.from('49492a0008000000', 'hex'), /^is a TIFF/],
    ['a PDF', Buffer.from('%PDF-1.7'), /^is a PDF/],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /^is a HEIC/],
    ['a video', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42', 'latin1'), /^is a video/],
    ['a Git LFS pointer', Buffer.from('version https://git-lfs.github.com/spec/v1\n'), /^is a pointer of Git LFS/],
    ['words', Buffer.from('hello'), /^is no picture/],
    ['a signature alone', Buffer.from([0xff, 0xd8, 0xff]), /^is broken/],
    ['a header that claims 100,000 by 100,000 pixels', pngClaiming(100_000, 100_000), /more than the 50 megapixels/],
    ['a header that claims more than the file holds', pngClaiming(7000, 7000), /^is broken/],
    ['31 MB', Buffer.alloc(31 * 1024 * 1024, 0xff), /^has 31 MB/],
  ])('%s', async (_, bytes, words) => {
    const reading = await readPicture(bytes);
    expect('fault' in reading ? reading.fault : reading).toMatch(words);
  });

  test.each(['jpeg', 'png', 'webp', 'avif'] as const)('a %s that ends too early, wherever it ends', async (format) => {
    const bytes = await noisy().toFormat(format).toBuffer();
    for (const part of [0.02, 0.3, 0.6, 0.95]) {
      expect(await readPicture(bytes.subarray(0, Math.floor(bytes.length * part)))).toHaveProperty('fault');
    }
  });

  test('a picture of 51 megapixels', async () => {
    const bytes = await photo(7200, 7100).jpeg().toBuffer();
    expect(await readPicture(bytes)).toEqual({ fault: expect.stringContaining('megapixels') });
  });

  test('any file of chance bytes, without an error', async () => {
    const good = [await noisy().jpeg().toBuffer(), await noisy().png().toBuffer(), await noisy().webp().toBuffer()];
    for (const bytes of good) {
      for (let i = 1; i < 25; i += 1) {
        const bad = Buffer.from(bytes);
        for (let k = 0; k < 8; k += 1) bad[(i * 7919 + k * 104_729) % bad.length] = (i * 37 + k * 11) & 255;
        const reading = await readPicture(bad);
        expect('fault' in reading || reading.width > 0).toBe(true);
      }
    }
  });
});
