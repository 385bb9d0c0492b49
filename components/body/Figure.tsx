/** A picture in the body: as it was taken, in the column or from its start to the page's edge. */
import { Caption } from '#components/Caption';
import { Picture } from '#components/Picture';
import type { Photo } from '#model/photo';

type FigureProps = {
  readonly photo: Photo;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  /** Runs over the margin as well. */
  readonly wide?: boolean;
  /** Whether it is the first picture of the page. */
  readonly priority?: boolean;
};

const inColumn = '(min-width: 60rem) 38rem, (min-width: 40rem) 38rem, 92vw';
const overMargin = '(min-width: 60rem) 58rem, 95vw';

/** Figure with caption and credit. An upright one is kept narrower than the column, so that it fits on a screen. */
export function Figure({ photo, alt, caption, wide = false, priority = false }: FigureProps) {
  const upright = photo.height > photo.width * 1.1;
  const place = upright ? 'figure-upright' : wide ? 'out' : '';
  return (
    <figure className={`figure ${place}`}>
      <Picture
        photo={photo}
        crop="natural"
        sizes={wide && !upright ? overMargin : inColumn}
        priority={priority}
        {...(alt !== undefined && { alt })}
      />
      <Caption photo={photo} caption={caption} />
    </figure>
  );
}
