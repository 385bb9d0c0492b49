/** Brings together what the audience counted and what the archive may show of it. */
import { mostReadLists, type MostReadList } from '#model/mostRead';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import { audience } from './audience';
import { archive } from './paper';

/** No front shows more of each list. */
const longest = 20;

/** The public piece that an address leads to; reads of a renamed one belong to its new address. */
const publicAt =
  (now: Moment) =>
  (address: string): PublishedArticle | undefined => {
    const standing = archive.standing(address, now);
    if (standing.is !== 'published' && standing.is !== 'moved') return undefined;
    return archive.teaser(standing.is === 'moved' ? standing.to : address, now);
  };

/** Most read as of the last minute. Whatever is wrong with the audience, the page is there without the lists. */
export const mostReadAt = (now: Moment): readonly MostReadList[] => {
  try {
    return mostReadLists(audience().ranking(), publicAt(now), longest);
  } catch {
    return [];
  }
};
