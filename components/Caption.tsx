/** What stands under a picture: what it shows, who made it, under which licence. */
import type { ReactNode } from 'react';
import type { Photo } from '#model/photo';

/** "PHOTO / NAME · Licence". */
export function Credit({ photo }: { readonly photo: Pick<Photo, 'credit' | 'licence' | 'licenceUrl'> }) {
  return (
    <span className="credit">
      {'PHOTO / '}
      <b>{photo.credit}</b>
      {' · '}
      {photo.licenceUrl ? (
        <a href={photo.licenceUrl} rel="license">
          {photo.licence}
        </a>
      ) : (
        photo.licence
      )}
    </span>
  );
}

type CaptionProps = {
  readonly photo: Photo;
  /** Instead of the photo's own. */
  readonly caption?: string | undefined;
  /** What stands before the words, e.g. a number. */
  readonly before?: ReactNode;
};

/** Caption and credit of a picture; the credit stands also where there is nothing to say about it. */
export function Caption({ photo, caption = photo.caption, before }: CaptionProps) {
  return (
    <figcaption>
      {before}
      {caption}
      <Credit photo={photo} />
    </figcaption>
  );
}
