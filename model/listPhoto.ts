/** The picture with which a list of pieces is shared. */
import type { PublishedArticle } from '#model/article';
import type { Photo } from '#model/photo';

/**
 * That of the first piece that has one. A piece somebody paid for never stands for the list, nor one whose pictures readers
 * are warned of.
 */
export const listPhoto = (
  articles: readonly Pick<PublishedArticle, 'kind' | 'leadImage' | 'warning'>[],
): Photo | undefined =>
  articles.find(({ kind, leadImage, warning }) => leadImage && kind !== 'sponsored' && !warning)?.leadImage;
