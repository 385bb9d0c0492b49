/** Reads a picture file of the newsroom: what it is, how large, its colour; or in words why it cannot be shown. */
import { createHash } from 'node:crypto';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import { mostBytes, mostMegapixels, openImage } from '#archive/pictures/openImage';
import { type PictureFormat, pictureKindOf } from '#archive/pictures/pictureKind';

/** Facts of a picture that its bytes alone tell. Width and height in pixels as shown, after the camera's rotation. */
export type PictureFacts = {
  readonly width: number;
  readonly height: number;
  readonly format: PictureFormat;
  /** Dominant colour, `#rrggbb`. */
  readonly colour: string;
  /** First 16 hex digits of the SHA-256 of the bytes. */
  readonly hash: string;
};

/** The facts, or the fault as the end of a sentence that begins with the file's name: "is a GIF; only …". */
export type PictureReading = PictureFacts | { readonly fault: string };

/** Name of a content: the first 16 hex digits of the SHA-256 of its bytes. */
export const pictureHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

const shown = 'JPEG, PNG, WebP and AVIF are shown.';

/** Two at once: a 50-megapixel picture may hold 300 MB while it is read. */
const inTurn = fewAtOnce(2);

const paper = { r: 255, g: 255, b: 255 };

/** Dominant colour of the whole picture; reads every pixel, so a file that ends too early is found here. */
const colourOf = async (bytes: Uint8Array): Promise<string> => {
  // 64 pixels suffice for a histogram, and the reduction reads the source line by line.
  const opened = await openImage(bytes);
  const small = await opened
    .flatten({ background: paper })
    .resize(64, 64, { fit: 'fill', kernel: 'linear', fastShrinkOnLoad: false })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return dominantOf(small.data, small.info.channels);
};

/** Mean of the fullest of 512 boxes of the colour cube. */
const dominantOf = (pixels: Uint8Array, channels: number): string => {
  const boxes = new Map<number, { count: number; r: number; g: number; b: number }>();
  for (let at = 0; at + channels <= pixels.length; at += channels) {
    const r = pixels[at] ?? 0;
    const [g, b] = channels < 3 ? [r, r] : [pixels[at + 1] ?? 0, pixels[at + 2] ?? 0];
    const key = ((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5);
    const box = boxes.get(key) ?? { count: 0, r: 0, g: 0, b: 0 };
    boxes.set(key, { count: box.count + 1, r: box.r + r, g: box.g + g, b: box.b + b });
  }
  const fullest = [...boxes.values()].reduce((best, box) => (box.count > best.count ? box : best));
  const mean = [fullest.r, fullest.g, fullest.b].map((sum) => Math.round(sum / fullest.count));
  return `#${mean.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

const read = async (bytes: Uint8Array, format: PictureFormat): Promise<PictureReading> => {
  const metadata = await (await openImage(bytes)).metadata();
  const { width, height } = metadata.autoOrient;
  if (metadata.format !== (format === 'avif' ? 'heif' : format))
    return { fault: 'is broken: it is not what it begins as.' };
  if (format === 'avif' && metadata.compression !== 'av1')
    return { fault: `is a HEIC photo of a phone; only ${shown}` };
  const megapixels = (width * height) / 1_000_000;
  if (megapixels > mostMegapixels) {
    return { fault: `has ${Math.ceil(megapixels)} megapixels, more than the ${mostMegapixels} that can be shown.` };
  }
  return { width, height, format, colour: await colourOf(bytes), hash: pictureHash(bytes) };
};

/** libvips reports the limit itself where the header alone claims too much. */
const faultOf = (error: unknown): string =>
  error instanceof Error && /pixel limit/i.test(error.message)
    ? `has more than the ${mostMegapixels} megapixels that can be shown.`
    : 'is broken: it cannot be read to its end.';

/** Reads the whole picture, by content and not by name. Never throws; a hostile file costs at most 20 seconds. */
export const readPicture = async (bytes: Uint8Array): Promise<PictureReading> => {
  if (bytes.length === 0) return { fault: 'is empty.' };
  if (bytes.length > mostBytes) {
    return { fault: `has ${Math.ceil(bytes.length / 1024 / 1024)} MB, more than the 30 that can be shown.` };
  }
  const kind = pictureKindOf(bytes);
  if ('other' in kind) return { fault: `is ${kind.other}; only ${shown}` };
  try {
    return await inTurn(() => read(bytes, kind.format));
  } catch (error) {
    return { fault: faultOf(error) };
  }
};
