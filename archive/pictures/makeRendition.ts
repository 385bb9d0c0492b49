/** Makes a rendition from the bytes of a picture: cut, reduced, in sRGB, with nothing of the camera's notes left in it. */
import type { Sharp } from 'sharp';
import { openImage } from '#archive/pictures/openImage';
import { cropBox, type FramedPicture, type Rendition, renditionSize } from '#model/renditions';

const paper = { r: 255, g: 255, b: 255 };

/** WhatsApp shows no preview picture above 600 kB. */
const heaviestShare = 550 * 1024;
const shareQualities = [78, 60, 40] as const;

const jpeg = (image: Sharp, quality: number): Promise<Buffer> =>
  image.jpeg({ quality, mozjpeg: true, chromaSubsampling: '4:2:0' }).toBuffer();

const shareJpeg = async (image: Sharp): Promise<Buffer> => {
  for (const quality of shareQualities.slice(0, -1)) {
    const bytes = await jpeg(image.clone(), quality);
    if (bytes.length <= heaviestShare) return bytes;
  }
  return jpeg(image, shareQualities[2]);
};

/**
 * Qualities look alike in the three formats on the sample photographs. AVIF at effort 2: effort 4 takes seven times as long
 * (800 pixels: 1 to 3 s against 0.2) and saves nothing worth a reader's wait.
 */
const encoded = (image: Sharp, { crop, format }: Rendition): Promise<Buffer> => {
  switch (format) {
    case 'avif':
      return image.avif({ quality: 48, effort: 2, chromaSubsampling: '4:2:0' }).toBuffer();
    case 'webp':
      return image.webp({ quality: 72, effort: 4 }).toBuffer();
    case 'jpg':
      return crop === 'share' ? shareJpeg(image) : jpeg(image, 76);
  }
};

/**
 * The finished bytes, of exactly `renditionSize`. `picture` holds the size of these very bytes. Transparent pictures are
 * laid on white, because charts with dark letters would vanish on dark paper. Throws where the picture is broken.
 */
export const makeRendition = async (
  bytes: Uint8Array,
  picture: Pick<FramedPicture, 'width' | 'height'>,
  rendition: Rendition,
): Promise<Buffer> => {
  const framed: FramedPicture = { ...picture, ...rendition.framing };
  const { width, height } = renditionSize(framed, rendition.crop, rendition.width);
  const opened = await openImage(bytes);
  const image = opened
    .extract(cropBox(framed, rendition.crop))
    .resize(width, height, { fit: 'fill' })
    .flatten({ background: paper })
    .toColourspace('srgb');
  return encoded(image, rendition);
};
