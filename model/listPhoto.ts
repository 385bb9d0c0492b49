/** The picture with which a list of pieces is shared. */
import type { PublishedArticle } from '#model/article';
import type { Photo } from '#model/photo';
import { isShareable } from '#model/renditions';

/** Whether a picture stands for a whole list, tightened as far as its size allows. */
export const canBeShared = (photo: Photo): boolean => isShareable({ ...photo, zoom: 1 });

/**
 * That of the first piece that has one large enough to be shared. A piece somebody paid for never stands for the list, nor
 * one whose pictures readers are warned of.
 */
export const listPhoto = (
  articles: readonly Pick<PublishedArticle, 'kind' | 'leadImage' | 'warning'>[],
): Photo | undefined =>
  articles.find(
    ({ kind, leadImage, warning }) => leadImage && canBeShared(leadImage) && kind !== 'sponsored' && !warning,
  )?.leadImage;
