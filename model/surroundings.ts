/** What stands around an article on its page, beside its own words. */
import type { PublishedArticle } from '#model/article';
import type { MostReadList } from '#model/mostRead';
import type { Author, ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';

/** People, pieces and films around an article, all of them public. */
export type Surroundings = {
  /** Authors of the byline who have a page, in its order. */
  readonly authors: readonly (Author & { readonly photo?: Photo })[];
  /** Parts of its series in order, itself among them; empty without a series. */
  readonly parts: readonly PublishedArticle[];
  readonly related: readonly PublishedArticle[];
  /** All versions of the piece, itself among them, the original first. */
  readonly translations: readonly PublishedArticle[];
  readonly videos: readonly ShownVideo[];
  /** What readers read most in the whole paper. */
  readonly mostRead: readonly MostReadList[];
  /** The film that stands at its head. */
  readonly leadVideo?: ShownVideo;
};
