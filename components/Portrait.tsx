/** The face of an author, or initials where there is none. */
import { Picture } from '#components/Picture';
import { initialsOf } from '#model/names';
import type { Photo } from '#model/photo';

type PortraitProps = {
  readonly name: string;
  readonly photo?: Photo | undefined;
  /** HTML `sizes` of the place. */
  readonly sizes: string;
};

/** Upright, cut square at the corners. It stands beside the name, which says who it is: silent for readers by ear. */
export function Portrait({ name, photo, sizes }: PortraitProps) {
  if (photo) return <Picture photo={photo} crop="upright" sizes={sizes} alt="" />;
  return (
    <div className="initials" aria-hidden="true">
      {initialsOf(name)}
    </div>
  );
}
