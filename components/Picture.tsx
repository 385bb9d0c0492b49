/** A picture of the paper in the lightest format and the right size that a reader's browser knows. */
import type { Photo } from '#model/photo';
import { type Crop, renditionAddress, renditionSize } from '#model/renditions';
import { slotOn, srcSetFor, widthsFor } from '#model/pictureSources';
import { toneFor } from '#model/tones';

/** What the place on the page says about the picture. */
export type PictureProps = {
  readonly photo: Photo;
  readonly crop: Crop;
  /** HTML `sizes` of the place, in px, rem, vw or sums of them: `(min-width: 60rem) 38rem, 100vw`. */
  readonly sizes: string;
  /** The lead picture of a page: fetched at once, before all others. */
  readonly priority?: boolean;
  /** Instead of the photo's own; teasers pass an empty one, because the headline beside it says it. */
  readonly alt?: string;
};

/** The fallback is for browsers of before 2020, mostly phones: one size, that of a phone at double density. */
const fallbackWidth = (widths: readonly number[], sizes: string): number =>
  widths.find((width) => width >= 2 * slotOn(sizes, 360)) ?? widths.at(-1) ?? 160;

/**
 * AVIF, WebP and a JPEG fallback, with width and height so that nothing jumps, and a class for the colour that stands there
 * until the picture arrives (`app/styles/tones.css`). All but the lead picture wait until they are nearly in view.
 */
export function Picture({ photo, crop, sizes, priority = false, alt = photo.alt }: PictureProps) {
  const widths = widthsFor(photo, crop, sizes);
  const width = fallbackWidth(widths, sizes);
  const size = renditionSize(photo, crop, width);
  return (
    <picture>
      <source type="image/avif" srcSet={srcSetFor(photo, crop, widths, 'avif')} sizes={sizes} />
      <source type="image/webp" srcSet={srcSetFor(photo, crop, widths, 'webp')} sizes={sizes} />
      <img
        className={toneFor(photo.colour)}
        src={renditionAddress(photo, crop, width, 'jpg')}
        width={size.width}
        height={size.height}
        alt={alt}
        fetchPriority={priority ? 'high' : undefined}
        loading={priority ? undefined : 'lazy'}
        decoding={priority ? undefined : 'async'}
      />
    </picture>
  );
}
