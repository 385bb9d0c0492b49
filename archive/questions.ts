/**
 * The questions that pages, feeds and the front door ask of the archive. Each takes the moment `now` and answers only with
 * what the public may see at that moment; nobody else filters, sorts or counts.
 */
import type { ListKind } from '#model/addresses';
import type { Address, Article, NamedPlace, PublishedArticle, Tag } from '#model/article';
import type { Body } from '#model/body';
import type { Front } from '#model/front';
import type { Asset, BodyMaterial } from '#model/material';
import type { Moment } from '#model/moment';
import type { PublicState } from '#model/publicState';
import type { AboutPage, Author, Category, CorrectionRow, LiveEntry, Series, ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';
import type { Finding } from '#model/problem';

/** One numbered page of a list, newest first. */
export type ListPage<T> = {
  readonly items: readonly T[];
  /** From 1. */
  readonly page: number;
  /** Number of pages, at least 1. */
  readonly pages: number;
  /** Number of items on all pages. */
  readonly total: number;
};

/** How an address of an article stands. */
export type Standing =
  | { readonly is: 'published' }
  /** One permanent redirect; `to` is public now. */
  | { readonly is: 'moved'; readonly to: Address }
  /** 410. `on` and `reason` where the newsroom says so; a deleted piece has neither. */
  | {
      readonly is: 'gone';
      readonly on?: Moment;
      readonly reason?: string;
      readonly why: 'withdrawn' | 'expired' | 'deleted';
    }
  | { readonly is: 'unknown' };

/** A year, month or day that has public articles. */
export type PeriodCount = {
  /** `/2026`, `/2026/10` or `/2026/10/15`. */
  readonly address: Address;
  /** The number of the year, month or day itself. */
  readonly number: number;
  readonly articles: number;
};

/** A piece of the last 48 hours, as a news sitemap names it. */
export type NewsPiece = Pick<PublishedArticle, 'address' | 'headline' | 'publishedAt' | 'lang'>;

/** A page, and when what stands on it last changed. */
export type DatedAddress = { readonly address: Address; readonly changed: Moment };

/** An article with the pictures and films that may be shown with it. */
export type IllustratedPage = DatedAddress & {
  readonly photos: readonly Photo[];
  readonly films: readonly ShownVideo[];
};

/** A month that has public articles: its address, its last change, and how many of its articles are not first printed elsewhere. */
export type Month = DatedAddress & { readonly articles: number };

/** The front of a category, an author, a tag or a series. */
export type ListMember = {
  readonly address: Address;
  readonly articles: number;
  /** Publication of the newest of them; a category may have none yet. */
  readonly newest?: Moment;
  /** Of an author. */
  readonly photo?: Photo;
};

/** What one edition changed: addresses and prefixes of lists; `*` stands for every page. */
export type EditionChanges = { readonly number: number; readonly changes: readonly Address[] };

/** An old address, query included, and the public page to which it leads. */
export type Redirect = { readonly from: Address; readonly to: Address };

/** Where an article stands in lists and among the corrections, as marks that differ when its place does. */
export type Placement = { readonly lists: string; readonly corrections: string };

/** A list as a whole. */
export type ListSize = {
  /** Public articles of each of its fronts. */
  readonly articles: readonly number[];
  /** Publication of the newest of all. */
  readonly newest?: Moment;
};

/** Everything an article's page asks, in one answer. */
export type ArticleWithBody = {
  readonly article: PublishedArticle;
  readonly body: Body;
  readonly material: BodyMaterial;
  /** For live articles, newest first, pinned ones before all; entries dated later than `now` are left out. */
  readonly entries: readonly (LiveEntry & {
    readonly material: BodyMaterial;
    readonly names: readonly string[];
    /** Those names with what they are: a desk is no person. */
    readonly writers: readonly Pick<Author, 'name' | 'type'>[];
  })[];
};

/** A window on the archive for one process; all methods are synchronous. */
export interface Archive {
  /** The state of the whole publication: number from 1, and when it was made. */
  edition(): { readonly number: number; readonly at: Moment };
  /** How an address stands: of an article, of any other page of the paper, or an old one (query included). */
  standing(address: Address, now: Moment): Standing;
  /** The article at exactly this address. In development also what the public does not see, with `hiddenBecause`. */
  article(address: Address, now: Moment): ArticleWithBody | undefined;
  /** Names of query parameters that an alias needs (`p` of `/?p=4711`); all others say nothing about an address. */
  aliasParameters(): ReadonlySet<string>;
  /** The article at exactly this address, without its body. */
  teaser(address: Address, now: Moment): PublishedArticle | undefined;
  /** `size` newest articles of the whole paper, page `page` of them. Sponsored pieces are included. */
  latest(page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  inCategory(category: string, page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  byAuthor(author: string, page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  tagged(tag: string, page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  /** Articles of a series by part, unnumbered ones last by date. */
  inSeries(series: string, page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  /** All articles of a day, month or year, newest first: `/2026/10`. */
  inPeriod(period: Address, page: number, size: number, now: Moment): ListPage<PublishedArticle>;
  /** Years of the paper, months of `/2026`, days of `/2026/10` that have articles, in order of time. */
  periods(within: Address | '/', now: Moment): readonly PeriodCount[];
  /** Up to `size` articles that belong to this one: named first, then by tags, series, category and words; newest breaks ties. */
  relatedTo(article: PublishedArticle, size: number, now: Moment): readonly PublishedArticle[];
  /** All public versions of a piece in the languages of the paper, itself among them, the original first. */
  translationsOf(article: PublishedArticle, now: Moment): readonly PublishedArticle[];
  /** Corrections of public articles, newest first. */
  corrections(page: number, size: number, now: Moment): ListPage<CorrectionRow<PublishedArticle>>;
  /** Categories with a file, in the order of the section bar. */
  categories(): readonly Category[];
  /** Categories in which readers find something, in their order: an empty one has no page to lead to. */
  sections(now: Moment): readonly Category[];
  category(slug: string): Category | undefined;
  /** Authors with a file and at least one public article, by name. */
  authors(now: Moment): readonly (Author & { readonly articles: number; readonly photo?: Photo })[];
  author(
    slug: string,
    now: Moment,
  ): (Author & { readonly photo?: Photo; readonly body: Body; readonly material: BodyMaterial }) | undefined;
  allSeries(now: Moment): readonly (Series & { readonly articles: number })[];
  series(slug: string): Series | undefined;
  /** Tags of public articles, by name. */
  tags(now: Moment): readonly (Tag & { readonly articles: number })[];
  tag(slug: string, now: Moment): Tag | undefined;
  /** Tags most used by one author's, category's … newest articles, most used first. */
  tagsOf(of: { readonly author?: string; readonly category?: string }, size: number, now: Moment): readonly Tag[];
  videos(page: number, size: number, now: Moment): ListPage<ShownVideo>;
  video(slug: string, now: Moment): (ShownVideo & { readonly body: Body; readonly material: BodyMaterial }) | undefined;
  aboutPages(): readonly AboutPage[];
  aboutPage(
    slug: string,
    now: Moment,
  ): (AboutPage & { readonly body: Body; readonly material: BodyMaterial }) | undefined;
  front(now: Moment): Front;
  /** A picture by hash, if a public piece uses it now; for the picture route. */
  picture(hash: string, now: Moment): Photo | undefined;
  /** Sound, document, table, video file or captions by hash, if a public piece uses it now. */
  asset(hash: string, now: Moment): Asset | undefined;
  /** Articles with bodies for full-text feeds, newest first. */
  latestWithBodies(
    of: { readonly category?: string; readonly author?: string; readonly tag?: string; readonly series?: string },
    size: number,
    now: Moment,
  ): readonly ArticleWithBody[];
  /** The oldest address of the article at an address: feeds know it by this for ever. */
  firstAddress(address: Address): Address;
  /** When a list (`/`, `/category/x`, `/corrections`) last lost, got or changed something; none where nobody saw a change. */
  listChanged(list: Address): Moment | undefined;
  /** Every front of a list that is there, with its number of public articles. */
  members(list: ListKind, now: Moment): readonly ListMember[];
  /** The same list as a whole, at less cost where it has thousands of fronts. */
  sizeOf(list: ListKind, now: Moment): ListSize;
  /** Months that have public articles, newest first. */
  months(now: Moment): readonly Month[];
  /** Days of a month (`/2026/10`) that have public articles, oldest first. */
  daysOf(month: Address, now: Moment): readonly DatedAddress[];
  /** Articles of a month with what they show, oldest first, from the `offset`th; without those first printed elsewhere. */
  articlesOfMonth(month: Address, offset: number, size: number, now: Moment): readonly IllustratedPage[];
  /** The last change within each `size` of them. */
  changesInMonth(month: Address, size: number, now: Moment): readonly Moment[];
  /** Pieces that are news at this millisecond (`model/news.ts`), newest first, from the `offset`th; and how many there are. */
  news(offset: number, size: number, now: Moment): readonly NewsPiece[];
  newsCount(now: Moment): number;
  /** How articles stand in public, all of them or those at some addresses: whoever tells the world compares it. */
  publicStates(addresses: readonly Address[] | undefined, now: Moment): readonly PublicState[];
  /** What is wrong with a file, for the development page and readiness. */
  findings(file: string): { readonly problems: readonly Finding[]; readonly notes: readonly Finding[] };
  /** Notes on what a file has to do with others, for the development page: it costs a look at every tag and series. */
  notesAcross(file: string, now: Moment): readonly Finding[];
  /** The next moment at which something becomes public or stops being so. */
  nextChange(after: Moment): Moment | undefined;
  /** The editions after one; `undefined` where that one is of another archive or too long ago to say. */
  changesSince(edition: { readonly number: number; readonly at: Moment }): readonly EditionChanges[] | undefined;
  /** Old addresses that lead to a public page now. */
  redirects(now: Moment): readonly Redirect[];
  /** Addresses that answer 410 now. */
  gone(now: Moment): readonly Address[];
  /** Where a public article stands in lists. */
  placement(address: Address, now: Moment): Placement | undefined;
  /** Addresses of all public articles, newest first. */
  publicAddresses(now: Moment): readonly Address[];
  /** Front-matter facts without the gate, for the publisher and `check` only. */
  everyArticle(): readonly Article[];
  close(): void;
}

/** A place in the paper that has a name and maybe a page, e.g. the category of an article. */
export type { NamedPlace };
/** What components need of an answer, which may not import this file. */
export type { Asset, BodyMaterial };
