/** Each kind of document: the definition it is read by, and what its body is to the reader of bodies. */
import type { DocumentType } from 'contentlayer2/source-files/schema';
import type { DocumentKind } from '#archive/reading';
import { Article } from '#model/documents/article';
import { Author } from '#model/documents/author';
import { Category } from '#model/documents/category';
import { Front } from '#model/documents/front';
import { Gone } from '#model/documents/gone';
import { LiveEntry } from '#model/documents/liveEntry';
import { Page } from '#model/documents/page';
import { PhotoFacts } from '#model/documents/photoFacts';
import { Series } from '#model/documents/series';
import { Video } from '#model/documents/video';

/** The definition of each kind. */
export const definitions: Readonly<Record<DocumentKind, DocumentType>> = {
  article: Article,
  'live-entry': LiveEntry,
  author: Author,
  category: Category,
  series: Series,
  video: Video,
  page: Page,
  front: Front,
  gone: Gone,
  'photo-facts': PhotoFacts,
};

/** Kinds that are YAML from the first line to the last. */
export const isAllYaml = (kind: DocumentKind): boolean => kind === 'front' || kind === 'gone' || kind === 'photo-facts';
