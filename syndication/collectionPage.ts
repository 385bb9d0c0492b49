/** Fronts and lists as structured data: what the page is, and what it lists in its order. */
import type { CollectionPage, ItemList } from 'schema-dts';
import type { Address } from '#model/article';
import { absolute, type Paper } from '#syndication/paper';

/** One line of a list: where it leads, and the words of its link. */
export type Listed = { readonly address: Address; readonly name: string };

/** A page that lists others. */
export type Collection = {
  readonly name: string;
  readonly description?: string | undefined;
  readonly address: Address;
  readonly items: readonly Listed[];
};

const listOf = (paper: Paper, items: readonly Listed[]): ItemList => ({
  '@type': 'ItemList',
  numberOfItems: items.length,
  itemListElement: items.map(({ address, name }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    url: absolute(paper, address),
    name,
  })),
});

/** What a page lists, for a page that is something else in the first place; an empty list is none. */
export const itemListFor = (paper: Paper, items: readonly Listed[]): (ItemList & { '@context': string }) | undefined =>
  // The list above is an object: schema-dts allows a bare identifier in its place.
  items.length === 0
    ? undefined
    : ({ '@context': 'https://schema.org', ...(listOf(paper, items) as object) } as ItemList & { '@context': string });

/** The front of a list; its list is left out where it is empty. */
export const collectionPageFor = (
  paper: Paper,
  { name, description, address, items }: Collection,
): CollectionPage & { '@context': string } => ({
  '@context': 'https://schema.org',
  '@type': 'CollectionPage',
  '@id': absolute(paper, address),
  url: absolute(paper, address),
  name,
  ...(description && { description }),
  inLanguage: paper.site.locale,
  isPartOf: { '@id': absolute(paper, '/#website') },
  ...(items.length > 0 && { mainEntity: listOf(paper, items) }),
});
