/** What counts as news for the news sitemap, and for how long. */
import type { Address, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** Milliseconds for which a piece is news: Google takes articles of the last two days. */
export const newsFor: Moment = 48 * 3_600_000;

/** Where the news sitemap stands, and the folder of its parts where there is more than one. */
export const newsAddresses: readonly Address[] = ['/news-sitemap.xml', '/sitemaps/news'];

/** Paid pieces are no news, and what was first printed elsewhere is news there. */
export const isNews = ({ kind, origin }: Pick<PublishedArticle, 'kind' | 'origin'>): boolean =>
  kind !== 'sponsored' && origin === undefined;
