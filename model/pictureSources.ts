/** Which few renditions a page offers for a picture: enough for every screen, and no byte of markup more. */
import type { Photo } from '#model/photo';
import {
  type Crop,
  type FramedPicture,
  offeredWidths,
  renditionAddress,
  type RenditionFormat,
  cropBox,
  renditionSize,
} from '#model/renditions';

/** Screens for which a `sizes` text is read: their width in CSS pixels, and how many real ones a CSS pixel commonly has. */
const screens = [
  { width: 360, densities: [2, 3] },
  { width: 768, densities: [2] },
  { width: 1280, densities: [1, 2] },
] as const;
const remInPixels = 16;
const mostWidths = 4;

const inPixels = (amount: string, unit: string, screen: number): number =>
  Number(amount) * (unit === 'vw' ? screen / 100 : unit === 'px' ? 1 : remInPixels);

/** Length in pixels of `37rem`, `100vw` or a `calc()` of sums; `undefined` for what is not understood. */
const lengthOn = (length: string, screen: number): number | undefined => {
  const sum = length.replace(/^calc\((.*)\)$/, '$1').trim();
  if (!/^[+-]?\s*[\d.]+(px|rem|em|vw)(\s+[+-]\s+[\d.]+(px|rem|em|vw))*$/.test(sum)) return undefined;
  let total = 0;
  for (const [, sign, amount = '0', unit = 'px'] of sum.matchAll(/([+-]?)\s*([\d.]+)(px|rem|em|vw)/g)) {
    total += (sign === '-' ? -1 : 1) * inPixels(amount, unit, screen);
  }
  return total > 0 ? total : undefined;
};

const conditionHolds = (condition: string, screen: number): boolean =>
  [...condition.matchAll(/\((min|max)-width:\s*([\d.]+)(px|rem|em)\)/g)].every(([, edge, amount = '0', unit = 'px']) =>
    edge === 'min' ? screen >= inPixels(amount, unit, screen) : screen <= inPixels(amount, unit, screen),
  );

/**
 * Width in CSS pixels of the place that an HTML `sizes` text describes, on a screen of this width. What it cannot read
 * counts as the whole screen: rather too many pixels than a blurred picture.
 */
export const slotOn = (sizes: string, screen: number): number => {
  for (const entry of sizes.split(',')) {
    const [, conditions = '', length = ''] = /^\s*((?:\([^()]*\)(?:\s+and\s+)?)*)\s*(.*?)\s*$/.exec(entry) ?? [];
    if (conditionHolds(conditions, screen)) return lengthOn(length, screen) ?? screen;
  }
  return screen;
};

/** Without the widths that are missed least: those whose next larger one is the least larger. */
const thinnedOut = (widths: readonly number[]): readonly number[] => {
  if (widths.length <= mostWidths) return widths;
  const steps = widths.slice(1).map((width, i) => width / (widths[i] ?? width));
  const smallest = steps.indexOf(Math.min(...steps));
  return thinnedOut(widths.filter((_, i) => i !== smallest));
};

/**
 * The widths worth offering in a place of these `sizes`: for each screen the smallest that fills it, because a browser takes
 * the next larger one than it needs, and each step too far is paid in bytes by whoever waits for the picture. Four at most,
 * ascending.
 */
export const widthsFor = (picture: FramedPicture, crop: Crop, sizes: string): readonly number[] => {
  const offered = offeredWidths(picture, crop);
  const asked = screens.flatMap(({ width, densities }) => densities.map((density) => density * slotOn(sizes, width)));
  const useful = new Set(asked.map((pixels) => offered.find((width) => width >= pixels) ?? offered.at(-1)));
  return thinnedOut(offered.filter((width) => useful.has(width)));
};

/** The `srcset` of one format: each address with its real width. */
export const srcSetFor = (
  photo: FramedPicture & Pick<Photo, 'hash'>,
  crop: Crop,
  widths: readonly number[],
  format: RenditionFormat,
): string =>
  widths
    .map((width) => `${renditionAddress(photo, crop, width, format)} ${renditionSize(photo, crop, width).width}w`)
    .join(', ');

/** A rendition for a machine that reads no `srcset`: where it is and how large, in pixels. */
export type MachinePicture = { readonly address: string; readonly width: number; readonly height: number };

/** Search engines ask for 1,200 pixels and more; a zoom is loosened as far as that needs. */
const wideEnough = 1200;

const machinePicture = (photo: Photo, crop: Crop): MachinePicture => {
  const unzoomed = cropBox({ ...photo, zoom: 1 }, crop).width;
  // Tenths, downwards: rounding up would end just below 1,200.
  const zoom = Math.max(1, Math.min(photo.zoom, Math.floor((unzoomed / wideEnough) * 10) / 10));
  const framed = { ...photo, zoom };
  const largest = offeredWidths(framed, crop).reduce((best, width) => (width <= 1600 ? width : best));
  return { address: renditionAddress(framed, crop, largest, 'jpg'), ...renditionSize(framed, crop, largest) };
};

/**
 * Pictures of an article for structured data, feeds and link previews: JPEG in 16:9, 4:3 and 1:1, at least 1,200 pixels
 * wide where the source allows (https://developers.google.com/search/docs/appearance/structured-data/article), and the one
 * of 1200 × 630 for link previews. Addresses begin with `/`.
 */
export const pictureUrls = (
  photo: Photo,
): { readonly ratios: readonly MachinePicture[]; readonly share: MachinePicture } => ({
  ratios: [machinePicture(photo, 'wide'), machinePicture(photo, 'standard'), machinePicture(photo, 'square')],
  share: machinePicture(photo, 'share'),
});
