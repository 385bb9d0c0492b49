/** The picture that stands for a piece where others show it: shared links and what search engines are told. */
import type { PublishedArticle } from '#model/article';
import type { BodyMaterial } from '#model/material';
import { isShareable } from '#model/renditions';

/**
 * The piece with a picture, where it has one at all: its own lead, or else the first of its body that says something and is
 * large enough to be shared. A photo comes before a card of words.
 */
export const withStandingPhoto = <Piece extends Pick<PublishedArticle, 'leadImage'>>(
  article: Piece,
  { photos }: Pick<BodyMaterial, 'photos'>,
): Piece => {
  const photo =
    article.leadImage ?? [...photos.values()].find((one) => one.alt !== '' && isShareable({ ...one, zoom: 1 }));
  return photo ? { ...article, leadImage: photo } : article;
};
