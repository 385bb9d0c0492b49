/** From what was read of a document to its value, by kind. */
import { makeArticle } from '#archive/documents/article';
import type { DocumentDesk } from '#archive/documents/desk';
import {
  makeAuthor,
  makeCategory,
  makeLiveEntry,
  makePage,
  makeSeries,
  makeVideo,
  judgeSource,
} from '#archive/documents/others';
import { makeFront, makeGone, makePhotoFacts } from '#archive/documents/sheets';
import type { ReadValue } from '#archive/frontMatter/readShape';
import type { DocumentValue } from '#archive/reading';
import type {
  ArticleDocument,
  AuthorDocument,
  CategoryDocument,
  FrontDocument,
  GoneDocument,
  LiveEntryDocument,
  PageDocument,
  PhotoFactsDocument,
  SeriesDocument,
  VideoDocument,
} from '#model/documents';

/** Fields as read, by name. */
export type Values = { readonly [name: string]: ReadValue };

/**
 * Makes the value of a document. The values were read by the definitions from which the types are generated, and nothing
 * required is missing: this is the boundary at which they become those types.
 */
export const made = (desk: DocumentDesk, values: Values, isWhole: boolean): DocumentValue | undefined => {
  const typed = values as unknown;
  if (desk.place.kind === 'article') {
    return makeArticle(desk, typed as Partial<ArticleDocument>, isWhole ? (typed as ArticleDocument) : undefined);
  }
  if (desk.place.kind === 'video' && !isWhole) judgeSource(desk, typed as Partial<VideoDocument>);
  if (!isWhole) return undefined;
  switch (desk.place.kind) {
    case 'live-entry':
      return makeLiveEntry(desk, typed as LiveEntryDocument);
    case 'author':
      return makeAuthor(desk, typed as AuthorDocument);
    case 'category':
      return makeCategory(desk, typed as CategoryDocument);
    case 'series':
      return makeSeries(desk, typed as SeriesDocument);
    case 'video':
      return makeVideo(desk, typed as VideoDocument);
    case 'page':
      return makePage(desk, typed as PageDocument);
    case 'front':
      return makeFront(desk, typed as FrontDocument);
    case 'gone':
      return makeGone(desk, typed as GoneDocument);
    case 'photo-facts':
      return makePhotoFacts(desk, typed as PhotoFactsDocument);
  }
};
