/** The picture of a teaser: cut to the shape of its place, silent beside the headline that says what it is. */
import { Picture } from '#components/Picture';
import type { Photo } from '#model/photo';
import type { Crop } from '#model/renditions';

/** Where a picture stands, which decides its cut and how many pixels it needs. */
export type PicturePlace = keyof typeof places;

/** Widths of the grid: 77.5rem in twelve columns with gutters of 2rem, see the look's `tailwind.config.ts`. */
const places = {
  /** Beside or above a headline in a column of three. */
  column: { crop: 'news', sizes: '(min-width: 60rem) 18rem, (min-width: 40rem) 45vw, 7rem' },
  /** Above a headline in a column of three, and above it on a telephone too. */
  above: { crop: 'news', sizes: '(min-width: 60rem) 24rem, (min-width: 40rem) 45vw, 92vw' },
  /** The main piece of a strip. */
  wide: { crop: 'wide', sizes: '(min-width: 60rem) 38rem, 95vw' },
  half: { crop: 'news', sizes: '(min-width: 60rem) 38rem, (min-width: 40rem) 45vw, 95vw' },
  /** The second rank's first piece: the whole picture, where it is not too tall. */
  plate: { crop: 'natural', sizes: '(min-width: 60rem) 38rem, 95vw' },
  run: { crop: 'news', sizes: '(min-width: 40rem) 13.5rem, 7rem' },
} as const;

/** A plate lies: it is shown whole where it is not much taller than 3:2 nor longer than 5:2. Anything else is cut. */
export const largeCrop = ({ width, height }: Photo): Crop =>
  width / height >= 1.4 && width / height <= 2.5 ? 'natural' : 'news';

type TeaserPictureProps = { readonly photo: Photo; readonly place: PicturePlace };

/** The picture alone, without caption: those stand with the article. */
export function TeaserPicture({ photo, place }: TeaserPictureProps) {
  const { crop, sizes } = places[place];
  return <Picture photo={photo} crop={place === 'plate' ? largeCrop(photo) : crop} sizes={sizes} alt="" />;
}
