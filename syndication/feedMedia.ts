/** Pictures and films as feeds name them. */
import type { Address } from '#model/article';
import { fileAddress } from '#model/fileAddress';
import type { ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';
import { framingFor, offeredWidths, type Rendition, renditionAddress, renditionSize } from '#model/renditions';
import { playerAddress } from '#model/videos';

/** One rendition of a photo: feed readers choose none by themselves. */
export type FeedPicture = {
  readonly address: Address;
  readonly type: 'image/jpeg';
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /** Absent where nobody knows yet. */
  readonly bytes?: number | undefined;
  readonly words: string;
  readonly credit: string;
};

/** A film: a file of ours, or a provider's player. */
export type FeedFilm = {
  readonly title: string;
  readonly seconds: number;
  readonly file?: { readonly address: Address; readonly type: string; readonly bytes: number } | undefined;
  /** Whole address of the player. */
  readonly player?: string | undefined;
  readonly poster?: FeedPicture | undefined;
};

/** Widest rendition that a feed names, in pixels. */
const widest = 1200;

/** The rendition of a photo that feeds name: the whole picture, in the format that everyone reads. */
export const feedRendition = (photo: Photo): Rendition => ({
  hash: photo.hash,
  crop: 'natural',
  width: offeredWidths(photo, 'natural').findLast((offered) => offered <= widest) ?? widest,
  format: 'jpg',
  framing: framingFor(photo, 'natural'),
});

/** A photo as feeds name it. */
export const pictureFor = (photo: Photo, bytes: number | undefined): FeedPicture => {
  const { width } = feedRendition(photo);
  return {
    address: renditionAddress(photo, 'natural', width, 'jpg'),
    type: 'image/jpeg',
    ...renditionSize(photo, 'natural', width),
    bytes,
    words: photo.caption ?? photo.alt,
    credit: photo.credit,
  };
};

/** A film as feeds name it. */
export const filmFor = (video: ShownVideo): FeedFilm => ({
  title: video.title,
  seconds: Math.max(0, Math.round(video.seconds)),
  file: video.source && { address: fileAddress(video.source), type: video.source.mime, bytes: video.source.bytes },
  player: playerAddress(video),
  poster: video.poster && pictureFor(video.poster, undefined),
});
