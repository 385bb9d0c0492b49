/** What reading one file of `content/` gives: the contract between the readers (pure, in worker threads) and the store. */
import type { Article } from '#model/article';
import type { Body } from '#model/body';
import type { FrontPlan } from '#model/front';
import type { AboutPage, Author, Category, LiveEntry, Series, Video } from '#model/people';
import type { Moment } from '#model/moment';
import type { PhotoUse } from '#model/photo';
import type { Finding } from '#model/problem';

/** Kinds of file that are read as documents. */
export type DocumentKind =
  'article' | 'live-entry' | 'author' | 'category' | 'series' | 'video' | 'page' | 'front' | 'gone' | 'photo-facts';

/** Facts of `bridge.jpg.yaml`, before the picture's own size is known. */
export type PhotoFacts = Omit<PhotoUse, 'file'> & {
  readonly usableUntil?: Moment;
  /** Hidden from this moment on; `-Infinity` is written as 0: at once. */
  readonly withdrawn?: Moment;
};

/** One line of `content/gone.yaml`. */
export type GoneLine = {
  readonly address: string;
  readonly on: Moment;
  readonly notice?: string;
  readonly show: 'gone' | 'nothing';
};

/** The checked value of a document, by kind. */
export type DocumentValue =
  | {
      readonly kind: 'article';
      readonly article: Article;
      readonly body: Body;
      /** Entries of a live article that stand in its own body as `Update`. */
      readonly updates?: readonly LiveEntry[];
    }
  | { readonly kind: 'live-entry'; readonly article: string; readonly entry: LiveEntry }
  | { readonly kind: 'author'; readonly author: Author; readonly body: Body }
  | { readonly kind: 'category'; readonly category: Category }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'video'; readonly video: Video; readonly body: Body }
  | { readonly kind: 'page'; readonly page: AboutPage; readonly body: Body }
  | { readonly kind: 'front'; readonly plan: FrontPlan }
  | { readonly kind: 'gone'; readonly lines: readonly GoneLine[] }
  | { readonly kind: 'photo-facts'; readonly picture: string; readonly facts: PhotoFacts };

/**
 * Something in a document that points at something else, for the checks across files. `to` is a file name without ending
 * for authors, categories, series, videos; a path inside the content folder for pictures and assets; an address (with
 * fragment) for links, relations, pins and aliases.
 */
export type Reference = {
  readonly what:
    | 'author'
    | 'category'
    | 'series'
    | 'video'
    | 'picture'
    | 'asset'
    | 'link'
    | 'related'
    | 'translation'
    | 'alias'
    | 'pin'
    | 'gone'
    | 'article';
  readonly to: string;
  readonly line: number;
  readonly column: number;
  /** Dotted field or `body`. */
  readonly field: string;
  /** For pictures: which facts the article itself does not give, so that the picture's own file must. */
  readonly needs?: readonly ('alt' | 'credit' | 'licence')[];
};

/** What a legible sign of taking down says, whatever else is wrong with the file. */
export type TakeDown =
  | { readonly sign: 'draft' }
  | { readonly sign: 'withdrawn'; readonly on?: Moment }
  | { readonly sign: 'expired'; readonly at: Moment };

/** What reading one document gives. Always an answer, however broken the file. */
export type Reading = {
  readonly file: string;
  readonly kind: DocumentKind;
  /** Absent where there are problems. */
  readonly value?: DocumentValue;
  readonly problems: readonly Finding[];
  readonly notes: readonly Finding[];
  /** Legible even where there is no value. */
  readonly takeDown?: TakeDown;
  readonly references: readonly Reference[];
  /** Lines of the file that `--fix` would write instead, mechanically: the same words. */
  readonly mends: readonly Mend[];
};

/** A mechanical replacement in a file: offsets in UTF-16 units of the decoded text. */
export type Mend = { readonly from: number; readonly to: number; readonly text: string; readonly why: string };

/** Where a document stands and what the reader must know to judge it. */
export type ReadingContext = {
  /** IANA zone of the newsroom's wall clock. */
  readonly timeZone: string;
  readonly timeZoneName?: string | undefined;
  /** The publication's own address, to recognise its own links written in full. */
  readonly siteUrl?: string | undefined;
  readonly smartPunctuation: boolean;
};

/** `readDocument(file, bytes, context)`: pure but for the parser; never throws. Stands in `archive/readDocument.ts`. */
export type ReadDocument = (file: string, bytes: Uint8Array, context: ReadingContext) => Reading;
