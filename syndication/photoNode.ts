/** A photograph as structured data: three ratios with their true sizes, and who made it under which terms. */
import type { ImageObject } from 'schema-dts';
import type { BylineAuthor } from '#model/article';
import type { Photo } from '#model/photo';
import { type MachinePicture, pictureUrls } from '#model/pictureSources';
import { shareSize } from '#model/renditions';
import { absolute, type Paper } from '#syndication/paper';

/** Search engines take no picture with fewer pixels (https://developers.google.com/search/docs/appearance/structured-data/article). */
const fewestPixels = 50_000;

/** The three ratios, and where none of them is wide enough for Discover the picture for sharing, which is. */
const offeredOf = (photo: Photo): readonly MachinePicture[] => {
  const { ratios, share } = pictureUrls(photo);
  const isWide = ratios.some(({ width }) => width >= shareSize.width);
  return isWide || share.width < shareSize.width ? ratios : [...ratios, share];
};

const nodeOf = (
  paper: Paper,
  photo: Photo,
  { address, width, height }: MachinePicture,
  byline: readonly BylineAuthor[],
): ImageObject => ({
  '@type': 'ImageObject',
  url: absolute(paper, address),
  contentUrl: absolute(paper, address),
  encodingFormat: 'image/jpeg',
  width: `${width}`,
  height: `${height}`,
  caption: photo.caption ?? photo.alt,
  creditText: photo.credit,
  copyrightNotice: `${photo.credit} / ${photo.licence}`,
  ...(byline.some(({ name }) => name === photo.credit) && { creator: { '@type': 'Person', name: photo.credit } }),
  ...(photo.licenceUrl && { license: photo.licenceUrl, acquireLicensePage: photo.licenceUrl }),
});

/**
 * The photo in 16:9, 4:3 and 1:1, each with credit and licence; a ratio that the source is too small for is left out.
 * `byline` holds those who may be its makers: whoever else is credited may be a person or an agency, and is not guessed at.
 */
export const photoNodes = (paper: Paper, photo: Photo, byline: readonly BylineAuthor[] = []): ImageObject[] =>
  offeredOf(photo)
    .filter(({ width, height }) => width * height >= fewestPixels)
    .map((picture) => nodeOf(paper, photo, picture, byline));

/** A portrait in the same ratios, however small: engines that show who wrote a piece show a small face. */
export const portraitNodes = (paper: Paper, photo: Photo): ImageObject[] =>
  pictureUrls(photo).ratios.map((picture) => nodeOf(paper, photo, picture, []));
