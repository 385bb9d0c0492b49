/** How many bytes the pictures of a feed have: a feed must say it, and a picture's length is known when it has been made. */
import type { Darkroom } from '#archive/pictures/darkroom';
import { fewAtOnce } from '#archive/pictures/fewAtOnce';
import type { Photo } from '#model/photo';
import type { Rendition } from '#model/renditions';

/** A picture and the rendition of it that is named. */
export type NamedPicture = { readonly photo: Photo; readonly rendition: Rendition };

/** Lengths in bytes by the hash of the photo; what is not known in time, or cannot be made, is not among them. */
export type Lengths = (pictures: readonly NamedPicture[]) => Promise<ReadonlyMap<string, number>>;

/** Milliseconds that a feed waits for pictures that nobody has asked for yet. They are made all the same, for the next feed. */
const patience = 1500;

/** Pictures that wait at most; a crawler that visits every feed of a new archive must not fill memory. */
const mostWaiting = 500;

/** Opens the asking. One picture at a time, whatever the number of feeds: readers who wait for a page's pictures go first. */
export const openLengths = (darkroom: Darkroom, wait = patience): Lengths => {
  const line = fewAtOnce(1, mostWaiting);
  const make = async ({ photo, rendition }: NamedPicture): Promise<number | undefined> => {
    const kept = await darkroom.keptLength(rendition);
    return kept ?? (await darkroom.rendition(photo, rendition))?.length;
  };
  return async (pictures) => {
    const known = new Map<string, number>();
    const note = ({ photo }: NamedPicture, bytes: number | undefined): void => {
      if (bytes !== undefined) known.set(photo.hash, bytes);
    };
    for (const picture of pictures) note(picture, await darkroom.keptLength(picture.rendition));
    const missing = pictures.filter(({ photo }) => !known.has(photo.hash));
    if (missing.length === 0) return known;
    // A flood throws `TooManyWaiting`: that feed goes out without the length.
    const made = missing.map((picture) =>
      line(() => make(picture)).then(
        (bytes) => note(picture, bytes),
        () => undefined,
      ),
    );
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, wait)));
    await Promise.race([Promise.all(made), late]);
    clearTimeout(timer);
    return new Map(known);
  };
};
