/** Which stated changes of fact count at a moment. */
import type { Correction, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** Corrections dated up to `now`, newest first, by the place the editor gave them. One dated later counts from then. */
export const correctionsAt = (
  article: Pick<PublishedArticle, 'corrections'>,
  now: Moment,
): { readonly top: readonly Correction[]; readonly end: readonly Correction[] } => {
  const stated = article.corrections.filter(({ on }) => on <= now).toSorted((a, b) => b.on - a.on);
  return {
    top: stated.filter(({ place }) => place === 'top'),
    end: stated.filter(({ place }) => place === 'end'),
  };
};

/** The last change of substance that counts at `now`; none where nothing changed or the date is still to come. */
export const updatedAt = (article: Pick<PublishedArticle, 'updatedAt'>, now: Moment): Moment | undefined =>
  article.updatedAt !== undefined && article.updatedAt <= now ? article.updatedAt : undefined;
