/** The picture with which a page of a list is shared, out of the pieces that this page shows. */
import type { Address } from '#model/article';
import { canBeShared, listPhoto } from '#model/listPhoto';
import type { Photo } from '#model/photo';
import type { KnownAuthor } from '#syndication/people';
import { pageSize } from './numbered';
import { archive, now } from './paper';

/** Of a category's front, or of one of its older pages. */
export const photoOfCategory = (slug: string, page = 1): Photo | undefined =>
  listPhoto(archive.inCategory(slug, page, pageSize, now()).items);

/** Of a tag. */
export const photoOfTag = (slug: string, page = 1): Photo | undefined =>
  listPhoto(archive.tagged(slug, page, pageSize, now()).items);

/** Of a series. */
export const photoOfSeries = (slug: string, page = 1): Photo | undefined =>
  listPhoto(archive.inSeries(slug, page, pageSize, now()).items);

/** Of an author: the portrait, where it is large enough to be shared. */
export const photoOfAuthor = ({ slug, photo }: Pick<KnownAuthor, 'slug' | 'photo'>, page = 1): Photo | undefined =>
  photo && canBeShared(photo) ? photo : listPhoto(archive.byAuthor(slug, page, pageSize, now()).items);

/** Of a year, a month or a day. */
export const photoOfPeriod = (period: Address): Photo | undefined =>
  listPhoto(archive.inPeriod(period, 1, pageSize, now()).items);
