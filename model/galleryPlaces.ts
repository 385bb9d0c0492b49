/** How the pictures of a gallery share its rows: large beside small, changing sides, uprights in pairs, nothing cropped in vain. */
import type { Photo } from '#model/photo';
import type { Crop } from '#model/renditions';

/** One picture's place. */
export type GalleryPlace = {
  /** On wide screens: a row of its own, seven of twelve columns, five, or half. */
  readonly desk: 'all' | 'large' | 'small' | 'half';
  /** On a telephone: a row of its own or half of one. */
  readonly phone: 'all' | 'half';
  readonly crop: Crop;
};

type Shape = 'lying' | 'upright';

const shapeOf = (photo: Pick<Photo, 'width' | 'height'>, wide: boolean): Shape =>
  wide || photo.width / photo.height >= 1.1 ? 'lying' : 'upright';

/** A picture that has a row to itself shows all of itself, unless it would fill the screen or be a ribbon. */
const whole = ({ width, height }: Pick<Photo, 'width' | 'height'>): GalleryPlace => {
  const ratio = width / height;
  return { desk: 'all', phone: 'all', crop: ratio >= 1.3 && ratio <= 2.6 ? 'natural' : 'news' };
};

const large = { desk: 'large', crop: 'news' } as const;
const small = { desk: 'small', crop: 'square' } as const;
const half = { desk: 'half', crop: 'upright' } as const;

type Cut = Pick<GalleryPlace, 'desk' | 'crop'>;

/** Two pictures of one row; of two that lie, the larger stands left in odd rows and right in even ones. */
const pairOf = (first: Shape, second: Shape, row: number): readonly [Cut, Cut] => {
  if (first === 'upright' && second === 'upright') return [half, half];
  if (first === second) return row % 2 === 0 ? [large, small] : [small, large];
  return first === 'lying' ? [large, small] : [small, large];
};

/** Places for all pictures of a gallery, in order; `wide` is the editor's wish that a picture be the large one of its row. */
export const galleryPlaces = (
  pictures: readonly { readonly photo: Pick<Photo, 'width' | 'height'>; readonly wide: boolean }[],
): readonly GalleryPlace[] => {
  const shapes = pictures.map(({ photo, wide }) => shapeOf(photo, wide));
  const cuts: (Cut | undefined)[] = [];
  for (let row = 0; cuts.length < shapes.length; row += 1) {
    const [first, second] = [shapes[cuts.length], shapes[cuts.length + 1]];
    cuts.push(...(first && second ? pairOf(first, second, row) : [undefined]));
  }
  return pictures.map(({ photo }, i) => {
    const cut = cuts[i];
    return cut ? { ...cut, phone: isHalfOnPhone(shapes, cuts, i) ? 'half' : 'all' } : whole(photo);
  });
};

/** On a telephone two uprights that follow each other share a row; what lies or is left over has one to itself. */
const isHalfOnPhone = (shapes: readonly Shape[], cuts: readonly (Cut | undefined)[], at: number): boolean => {
  const isUpright = (i: number): boolean => shapes[i] === 'upright' && cuts[i] !== undefined;
  if (!isUpright(at)) return false;
  let first = at;
  while (isUpright(first - 1)) first -= 1;
  return (at - first) % 2 === 1 || isUpright(at + 1);
};
