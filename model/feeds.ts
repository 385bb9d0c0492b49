/** Every feed that the paper has: one array for routes, links in heads, calls to hubs, and the addresses the front door knows. */
import type { Address } from '#model/article';

/** Forms of a feed: the last part of its address, its MIME type, and its name for people. */
export const feedFormats = [
  { name: 'feed.xml', type: 'application/rss+xml', title: 'RSS' },
  { name: 'atom.xml', type: 'application/atom+xml', title: 'Atom' },
  { name: 'feed.json', type: 'application/feed+json', title: 'JSON Feed' },
] as const;

/** One of them. */
export type FeedFormat = (typeof feedFormats)[number];

/** Last part of a feed's address. */
export type FeedName = FeedFormat['name'];

/** What a feed is of: a member of a list, a page of the whole paper, or (`undefined`) the paper. */
export type FeedOf =
  | { readonly list: 'category' | 'author' | 'tag' | 'series'; readonly slug: string }
  | { readonly list: 'corrections' | 'videos' }
  | undefined;

/** The page that a feed belongs to; `/` is the front. */
export const pageOfFeed = (of: FeedOf): Address => {
  if (of === undefined) return '/';
  return 'slug' in of ? `/${of.list}/${of.slug}` : `/${of.list}`;
};

/** Feeds of a page (`/category/science`, `/corrections`) or of the whole paper (`/`), in the order of the formats. */
export const feedsUnder = (page: Address): readonly Address[] => feedFormats.map(({ name }) => feedUnder(page, name));

/** Address of one feed: `/feed.xml`, `/category/science/atom.xml`, `/corrections/feed.json`. */
export const feedUnder = (page: Address, name: FeedName): Address => (page === '/' ? `/${name}` : `${page}/${name}`);

/** The form that the last part of an address names; `undefined` where it names none. */
export const feedFormatOf = (name: string): FeedFormat | undefined =>
  feedFormats.find((format) => format.name === name);
