/** The one place that hands bytes to sharp: only four decoders are switched on, and every limit is set here. */
import type { default as Sharpening, Sharp } from 'sharp';

/** Pictures of more pixels are not shown. */
export const mostMegapixels = 50;

/** Picture files of more bytes are not read. */
export const mostBytes = 30 * 1024 * 1024;

/** libvips carries decoders for many more formats, each with its own history of faults: SVG, GIF, TIFF, PDF, raw files. */
const bound = (sharp: typeof Sharpening): typeof Sharpening => {
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpegBuffer',
      'VipsForeignLoadPngBuffer',
      'VipsForeignLoadWebpBuffer',
      'VipsForeignLoadHeifBuffer',
    ],
  });
  // Renditions are kept on disk; a cache of decoded pictures would only hold memory.
  sharp.cache(false);
  // One thread for each picture: how many are made at once is decided elsewhere.
  sharp.concurrency(1);
  return sharp;
};

let loaded: Promise<typeof Sharpening> | undefined;

/** sharp within these bounds. Loaded with the first picture: that takes as long as twenty pages, and most runs open none. */
export const boundSharp = (): Promise<typeof Sharpening> =>
  (loaded ??= import('sharp').then(({ default: sharp }) => bound(sharp)));

/**
 * Opens a picture: first frame only, turned as the camera was held, at most 20 seconds of work. A file that ends too early
 * fails (`failOn: 'error'`); harmless oddities of cameras, which libjpeg calls warnings, do not.
 */
export const openImage = async (bytes: Uint8Array): Promise<Sharp> => {
  const sharp = await boundSharp();
  return sharp(bytes, {
    failOn: 'error',
    limitInputPixels: mostMegapixels * 1_000_000,
    limitInputChannels: 5,
    sequentialRead: true,
    pages: 1,
    autoOrient: true,
  }).timeout({ seconds: 20 });
};
