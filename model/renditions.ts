/** Renditions: the fixed list of cuts, widths and formats in which a picture is served, and their addresses. */
import type { Photo } from '#model/photo';

/** Cuts by name, with their ratio of width to height; `natural` keeps the whole picture as it was taken. */
export const cropRatios = {
  wide: [16, 9],
  standard: [4, 3],
  square: [1, 1],
  news: [3, 2],
  upright: [4, 5],
  share: [1200, 630],
  natural: undefined,
} as const;

/** Name of a cut. `share` is the picture that other sites show beside a link. */
export type Crop = keyof typeof cropRatios;

/**
 * Widths in pixels in which a picture may be asked for; none larger than its source is offered. 750 fills the screens of
 * the cheapest phones (720) and of small ones (750), 1200 those of nearly all others (1080 to 1179).
 */
export const renditionWidths = [160, 320, 480, 640, 750, 800, 960, 1200, 1600, 2000] as const;

/** File endings of renditions, the lightest first. */
export const renditionFormats = ['avif', 'webp', 'jpg'] as const;

/** File ending of a rendition, which is also its format. */
export type RenditionFormat = (typeof renditionFormats)[number];

/** What a cut depends on: the point that stays inside, and how much the cut is tightened. */
export type Framing = Pick<Photo, 'focus' | 'zoom'>;

/** What the geometry of a rendition depends on; sizes in pixels, after the camera's own rotation. */
export type FramedPicture = Framing & Pick<Photo, 'width' | 'height'>;

/** A rendition as its address names it. */
export type Rendition = {
  readonly hash: string;
  readonly crop: Crop;
  /** One of `renditionWidths`; the real width is smaller where the source is (see `renditionSize`). */
  readonly width: number;
  readonly format: RenditionFormat;
  readonly framing: Framing;
};

/** A part of a picture, in whole pixels from its left and top. */
export type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** WebP ends at 16,383 pixels a side, and a very tall picture would cost seconds to make: both are kept well inside. */
const tallest = 16_000;
const mostPixels = 8_000_000;

const centre: Framing = { focus: [0.5, 0.5], zoom: 1 };

const between = (low: number, value: number, high: number): number => Math.min(Math.max(value, low), high);

const share = (value: number): number => Math.round(between(0, value, 1) * 100) / 100;

/**
 * The framing as an address can say it: focus in hundredths, zoom in tenths. Every size and cut is reckoned from these, so
 * that an address alone tells what a rendition looks like; `natural` is never cut and has none.
 */
export const framingFor = (framing: Framing, crop: Crop): Framing =>
  crop === 'natural'
    ? centre
    : {
        focus: [share(framing.focus[0]), share(framing.focus[1])],
        zoom: Math.round(between(1, framing.zoom, 4) * 10) / 10,
      };

/** The part of the picture that a cut shows: the largest of its ratio, tightened by the zoom, with the focus inside. */
export const cropBox = (picture: FramedPicture, crop: Crop): Box => {
  const { width, height } = picture;
  const ratio = cropRatios[crop];
  if (!ratio) return { left: 0, top: 0, width, height };
  const { focus, zoom } = framingFor(picture, crop);
  const shape = ratio[0] / ratio[1];
  const whole = Math.min(width, height * shape) / zoom;
  const w = between(1, Math.round(whole), width);
  const h = between(1, Math.round(whole / shape), height);
  return {
    left: between(0, Math.round(focus[0] * width - w / 2), width - w),
    top: between(0, Math.round(focus[1] * height - h / 2), height - h),
    width: w,
    height: h,
  };
};

/** The picture beside a shared link is always this large, in pixels. */
export const shareSize = { width: 1200, height: 630 } as const;

/**
 * Whether a picture can stand beside a shared link: enlarged to twice its size at most. Search engines and other sites pass
 * over anything narrower than `shareSize`, and an old photograph enlarged says more than a card of letters.
 */
export const isShareable = (picture: FramedPicture): boolean => cropBox(picture, 'share').width * 2 >= shareSize.width;

/** Size in pixels of the rendition of this nominal width, exact: what is made is made to this size. Only `share` is enlarged. */
export const renditionSize = (
  picture: FramedPicture,
  crop: Crop,
  width: number,
): { readonly width: number; readonly height: number } => {
  if (crop === 'share' && isShareable(picture)) return shareSize;
  const box = cropBox(picture, crop);
  const [across, down] = cropRatios[crop] ?? [box.width, box.height];
  const affordable = Math.floor(Math.min(Math.sqrt((mostPixels * across) / down), (tallest * across) / down));
  const w = Math.max(1, Math.min(width, box.width, affordable));
  return { width: w, height: between(1, Math.round((w * down) / across), tallest) };
};

/** Nominal widths in which a cut of this picture is offered, ascending; at least one, however small the picture. */
export const offeredWidths = (picture: FramedPicture, crop: Crop): readonly number[] => {
  if (crop === 'share') return [shareSize.width];
  const { width } = renditionSize(picture, crop, Infinity);
  const offered = renditionWidths.filter((candidate) => candidate <= width);
  return offered.length > 0 ? offered : [renditionWidths[0]];
};

/** Whether a rendition is on the list for this picture. `share` is JPEG only: those who ask for it read nothing newer. */
export const isOffered = (picture: FramedPicture, rendition: Rendition): boolean =>
  (rendition.crop !== 'share' || rendition.format === 'jpg') &&
  offeredWidths({ ...picture, ...rendition.framing }, rendition.crop).includes(rendition.width);

const framingInAddress = (framing: Framing, crop: Crop): string => {
  const { focus, zoom } = framingFor(framing, crop);
  const [x, y, z] = [focus[0] * 100, focus[1] * 100, zoom * 10].map(Math.round);
  if (z !== 10) return `-${x}-${y}-${z}`;
  return x === 50 && y === 50 ? '' : `-${x}-${y}`;
};

/**
 * Address of a rendition: `/pictures/<hash>/news-640.avif`, or with focus and zoom where they are not the plain middle
 * `/pictures/<hash>/news-640-56-60-19.avif`. What it shows never changes, so it may be kept for ever.
 */
export const renditionAddress = (
  picture: Framing & Pick<Photo, 'hash'>,
  crop: Crop,
  width: number,
  format: RenditionFormat,
): string => `/pictures/${picture.hash}/${crop}-${width}${framingInAddress(picture, crop)}.${format}`;

const form = new RegExp(
  `^/pictures/([0-9a-f]{16})/(${Object.keys(cropRatios).join('|')})-(${renditionWidths.join('|')})` +
    `(?:-(\\d{1,3})-(\\d{1,3})(?:-(\\d\\d))?)?\\.(${renditionFormats.join('|')})$`,
);

/** Reads an address; `undefined` for anything that `renditionAddress` would not write in exactly this way. */
export const parseRendition = (address: string): Rendition | undefined => {
  const [, hash = '', cropName, width, x = '50', y = '50', z = '10', ending] = form.exec(address) ?? [];
  const crop = cropNames.find((name) => name === cropName);
  const format = renditionFormats.find((name) => name === ending);
  if (!crop || !format) return undefined;
  const framing: Framing = { focus: [Number(x) / 100, Number(y) / 100], zoom: Number(z) / 10 };
  const rendition: Rendition = { hash, crop, width: Number(width), format, framing };
  // One rendition has one address: otherwise made-up spellings would fill every cache on the way.
  return renditionAddress({ hash, ...framing }, crop, rendition.width, format) === address ? rendition : undefined;
};

const isCrop = (name: string): name is Crop => name in cropRatios;
const cropNames: readonly Crop[] = Object.keys(cropRatios).filter(isCrop);
