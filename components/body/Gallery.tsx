/** Pictures that belong together, numbered, in rows of one and two. */
import { Caption } from '#components/Caption';
import { Picture } from '#components/Picture';
import { galleryPlaces, type GalleryPlace } from '#model/galleryPlaces';
import type { Photo } from '#model/photo';

/** One picture of a gallery with what the editor wrote beside its own facts. */
export type GalleryPicture = {
  readonly photo: Photo;
  readonly alt?: string | undefined;
  readonly caption?: string | undefined;
  readonly wide: boolean;
};

const sizes: Record<GalleryPlace['desk'], string> = {
  all: '(min-width: 60rem) 58rem, 95vw',
  large: '(min-width: 60rem) 34rem, (min-width: 40rem) 55vw, 92vw',
  half: '(min-width: 60rem) 29rem, 46vw',
  small: '(min-width: 60rem) 24rem, 46vw',
};

type GalleryProps = {
  readonly pictures: readonly GalleryPicture[];
  /** Whether its first picture is the first of the page. */
  readonly priority?: boolean;
};

/** Gallery; pictures that may not be shown are not among them, and without any there is none. */
export function Gallery({ pictures, priority = false }: GalleryProps) {
  const places = galleryPlaces(pictures);
  if (pictures.length === 0) return null;
  return (
    <section className="gallery out" aria-label="Gallery">
      <ol>
        {pictures.map(({ photo, alt, caption }, at) => {
          const { desk, phone, crop } = places[at] ?? { desk: 'all', phone: 'all', crop: 'news' };
          return (
            <li key={photo.file} className={`gallery-${desk} ${phone === 'half' ? 'gallery-narrow' : ''}`}>
              <figure>
                <Picture
                  photo={photo}
                  crop={crop}
                  sizes={sizes[desk]}
                  priority={priority && at === 0}
                  {...(alt !== undefined && { alt })}
                />
                <Caption photo={photo} caption={caption} before={<b className="number">{at + 1}</b>} />
              </figure>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
