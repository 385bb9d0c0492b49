/** Every kind of document, in the order of the documentation. */
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

/** The definitions, for the generated types and for the editors' documentation. */
export const documentTypes = [Article, LiveEntry, Author, Category, Series, Video, Page, Front, Gone, PhotoFacts];
