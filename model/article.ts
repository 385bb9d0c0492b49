/** What an article is: as checked from its file, and as the public may see it. */
import type { Moment } from '#model/moment';
import type { Photo, PhotoUse } from '#model/photo';

/** Kinds of article, in the order of the documentation; `news` is the default. */
export const articleKinds = [
  'news',
  'brief',
  'analysis',
  'explainer',
  'feature',
  'interview',
  'review',
  'opinion',
  'editorial',
  'letters',
  'obituary',
  'factcheck',
  'live',
  'sponsored',
] as const;

/** What sort of piece this is; it decides label, type weight and structured data. */
export type ArticleKind = (typeof articleKinds)[number];

/** Address of a page of the paper, beginning with `/`. */
export type Address = string;

/** A tag: its address name (`history-of-science`) and its words as first typed. */
export type Tag = { readonly slug: string; readonly name: string };

/** A stated change of fact. */
export type Correction = {
  readonly on: Moment;
  readonly text: string;
  readonly kind: 'correction' | 'clarification' | 'update' | 'note';
  readonly place: 'end' | 'top';
};

/** An article taken down: public until `on`, then 410 with the reason. */
export type Withdrawal = { readonly on: Moment; readonly reason: string };

/** An article whose file has no problems. Names are still those of files; nothing here says whether the public may see it. */
export type Article = {
  /** Path inside the content folder: `articles/2026/10/15/harbour-bridge-reopens.mdx`. */
  readonly file: string;
  readonly address: Address;
  readonly kind: ArticleKind;
  readonly headline: string;
  readonly shortHeadline?: string;
  readonly searchTitle?: string;
  readonly standfirst?: string;
  /** File name in `content/categories`. */
  readonly category: string;
  /** File names in `content/authors`, in the order of the byline, each once. */
  readonly authors: readonly string[];
  readonly tags: readonly Tag[];
  readonly place?: string;
  /** BCP 47, where it is not the publication's language. */
  readonly lang?: string;
  readonly translationOf?: Address;
  readonly publishedAt: Moment;
  readonly updatedAt?: Moment;
  readonly expiresAt?: Moment;
  readonly draft: boolean;
  readonly withdrawn?: Withdrawal;
  readonly summary: readonly string[];
  readonly leadImage?: PhotoUse;
  /** File name in `content/videos`. */
  readonly leadVideo?: string;
  /** `of`: file name in `content/series`; `part`: from 1. */
  readonly series?: { readonly of: string; readonly part?: number };
  readonly corrections: readonly Correction[];
  readonly related: readonly Address[];
  readonly aliases: readonly Address[];
  readonly comments: boolean;
  readonly sponsor?: { readonly name: string; readonly url?: string };
  readonly source?: {
    readonly name: string;
    readonly url?: string;
    readonly id?: string;
    readonly syndicate: boolean;
  };
  readonly origin?: { readonly name: string; readonly url: string; readonly licence?: string };
  readonly warning?: string;
  readonly ai?: { readonly used: string };
  readonly coverage?: { readonly start: Moment; readonly end?: Moment };
  /** Words in the body. */
  readonly words: number;
};

/** An author on a byline. Without a file in `content/authors` the name is made from the file's name and `known` is false. */
export type BylineAuthor = { readonly slug: string; readonly name: string; readonly known: boolean };

/** A category or series as an article names it; `known` is false where it has no file, and then it has no link. */
export type NamedPlace = { readonly slug: string; readonly title: string; readonly known: boolean };

declare const passedTheGate: unique symbol;

/**
 * An article that the public may see at the moment it was asked for, with names and pictures resolved. Only the gate in
 * `model/publication.ts` makes one, and pages, feeds, sitemaps, search and mail accept nothing else.
 */
export type PublishedArticle = Omit<Article, 'category' | 'authors' | 'series' | 'leadImage'> & {
  readonly category: NamedPlace;
  readonly authors: readonly BylineAuthor[];
  readonly series?: NamedPlace & { readonly part?: number };
  /** The lead photo where there is one that may be shown. */
  readonly leadImage?: Photo;
  readonly minutes: number;
  /** In development only: why the public does not see this piece yet ("draft", "embargo until …"). Never set in production. */
  readonly hiddenBecause?: string;
  readonly [passedTheGate]: true;
};
