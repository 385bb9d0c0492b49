/** Front matter as typed: the types that contentlayer2 writes from `model/documents/`, without its own keys. */
import type * as Generated from 'contentlayer/generated';

/** Keys that contentlayer adds to documents and to the maps inside them. */
type ContentlayerKey = '_id' | '_raw' | 'documentType' | 'body';

/** A generated type as front matter has it: no keys of contentlayer's, nothing that may be written to. */
export type Typed<T> = T extends readonly (infer Item)[]
  ? readonly Typed<Item>[]
  : T extends object
    ? { readonly [Key in keyof T as Exclude<Key, ContentlayerKey>]: Typed<T[Key]> }
    : T;

/** Moments in these types are ISO 8601 with the offset that holds at that moment; pictures are always maps. */
export type ArticleDocument = Typed<Generated.Article>;
export type LiveEntryDocument = Typed<Generated.LiveEntry>;
export type AuthorDocument = Typed<Generated.Author>;
export type CategoryDocument = Typed<Generated.Category>;
export type SeriesDocument = Typed<Generated.Series>;
export type VideoDocument = Typed<Generated.Video>;
export type PageDocument = Typed<Generated.Page>;
export type FrontDocument = Typed<Generated.Front>;
export type GoneDocument = Typed<Generated.Gone>;
export type PhotoFactsDocument = Typed<Generated.PhotoFacts>;
/** A picture in use, as typed. */
export type PictureUseDocument = Typed<Generated.PictureUse>;
