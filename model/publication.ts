/** The one gate for what the public may see: everything that leaves the archive has passed it at a moment. */
import type { Article, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import { formatMoment } from '#model/dates';
import type { Site } from '#model/site';

/** The facts of an article that decide whether the public may see it. */
export type GateFacts = Pick<Article, 'draft' | 'publishedAt' | 'expiresAt' | 'withdrawn'>;

/** Why the public may not see an article at a moment. */
export type Hidden = 'draft' | 'embargo' | 'expired' | 'withdrawn';

/**
 * Taking down wins over everything, then a draft, then the moments. A piece is public from the very millisecond of
 * `publishedAt`, and no longer at the millisecond of `expiresAt` or of `withdrawn.on`.
 */
export const hiddenAt = (article: GateFacts, now: Moment): Hidden | undefined => {
  if (article.draft) return 'draft';
  if (article.withdrawn && article.withdrawn.on <= now) return 'withdrawn';
  if (article.expiresAt !== undefined && article.expiresAt <= now) return 'expired';
  return article.publishedAt > now ? 'embargo' : undefined;
};

/** An article with names and pictures resolved, before the gate. */
export type ResolvedArticle = Omit<
  PublishedArticle,
  keyof { [K in keyof PublishedArticle as K extends symbol ? K : never]: 0 }
>;

/** Lets an article through where the public may see it at `now`. Nothing else makes a `PublishedArticle`. */
export const publishedAt = (article: ResolvedArticle, now: Moment): PublishedArticle | undefined =>
  // The brand is a promise to the compiler, not a property: this is the one place that may give it.
  hiddenAt(article, now) === undefined ? (article as PublishedArticle) : undefined;

/** In words, what is not public about a piece and until when: the mark that development puts on it. */
const hiddenInWords = (article: GateFacts, now: Moment, site: Site): string | undefined => {
  switch (hiddenAt(article, now)) {
    case undefined:
      return undefined;
    case 'draft':
      return 'Draft: not public until "draft" is taken out';
    case 'embargo':
      return `Under embargo until ${formatMoment(article.publishedAt, site)}`;
    case 'expired':
      return `Expired on ${formatMoment(article.expiresAt ?? now, site)}`;
    case 'withdrawn':
      return `Withdrawn on ${formatMoment(article.withdrawn?.on ?? now, site)}`;
  }
};

/**
 * Development only: lets everything through, marked with what the public does not see and until when. `held` says that the
 * archive keeps the piece back because its present file has problems.
 */
export const previewedAt = (article: ResolvedArticle, now: Moment, site: Site, held: boolean): PublishedArticle => {
  const because =
    hiddenInWords(article, now, site) ??
    (held ? 'Held back: not public until the problems of its file are mended' : undefined);
  // The same promise, kept by `archive/openArchive`, which calls this only outside production.
  return { ...article, ...(because && { hiddenBecause: because }) } as PublishedArticle;
};
