/** The picture with which a page of a list is shared, out of the pieces that this page shows. */
import type { Address } from '#model/article';
import { listPhoto } from '#model/listPhoto';
import type { Photo } from '#model/photo';
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

/** Of an author who has no portrait. */
export const photoOfAuthor = (slug: string, page = 1): Photo | undefined =>
  listPhoto(archive.byAuthor(slug, page, pageSize, now()).items);

/** Of a year, a month or a day. */
export const photoOfPeriod = (period: Address): Photo | undefined =>
  listPhoto(archive.inPeriod(period, 1, pageSize, now()).items);
