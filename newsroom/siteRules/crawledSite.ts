/** A site as a crawler saw it: what the rules are asked about. Plain values, made by `siteCheck/` or by a test. */
import type { FeedFacts } from '#newsroom/siteRules/feedDocument';
import type { PageFacts } from '#newsroom/siteRules/pageFacts';
import type { Robots } from '#newsroom/siteRules/robotsFile';
import type { SitemapFacts } from '#newsroom/siteRules/sitemapDocument';

/** One answer of the site, after the redirects that the crawler followed by hand. */
export type Answer = {
  /** Absolute address that was asked for. */
  readonly asked: string;
  /** Address that answered in the end; where a redirect led to another host, that address, not visited. */
  readonly address: string;
  /** Of the last answer; 0 where none came. */
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Statuses of the redirects on the way, in order. */
  readonly hops: readonly number[];
  /** Bytes of the body, after decompression, as far as it was read. */
  readonly bytes: number;
  /** Moment of the site's clock at which it came, in epoch milliseconds; absent: that of the visit. */
  readonly at?: number;
  /** Why there is no usable answer: too slow, too large, too many redirects, a broken connection. */
  readonly fault?: string;
};

/** An HTML page and what it says. */
export type Page = { readonly address: string; readonly answer: Answer; readonly facts: PageFacts };

/** A sitemap or sitemap index. */
export type Sitemap = { readonly address: string; readonly answer: Answer; readonly facts: SitemapFacts };

/** A feed; `conditional` is the status that an unchanged feed gave to a conditional request, absent: not asked. */
export type Feed = {
  readonly address: string;
  readonly answer: Answer;
  readonly facts: FeedFacts;
  readonly conditional?: number;
};

/** A picture as its bytes are, whatever was declared. No size: the bytes are no picture. */
export type Picture = {
  readonly answer: Answer;
  /** MIME type of the bytes. */
  readonly type?: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
};

/** A request that no link asked for. */
export type Probe = {
  readonly kind: 'made-up' | 'upper case' | 'trailing slash' | 'search' | 'licence' | 'IndexNow key';
  /** The address it was derived from. */
  readonly of: string;
  readonly answer: Answer;
  readonly facts?: PageFacts;
  /** The first characters of a document that is not a page. */
  readonly text?: string;
};

/** The same page as another program is given it. */
export type OtherReading = { readonly agent: string; readonly answer: Answer; readonly facts?: PageFacts };

/** Everything that was seen. Keys are absolute addresses without a fragment, as they were asked for. */
export type CrawledSite = {
  /** Scheme and host, without a slash at the end. */
  readonly origin: string;
  readonly home: string;
  /** The moment of the site's clock at which the visit began, in epoch milliseconds. */
  readonly now: number;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Who named an address first, for messages. */
  readonly namedBy: ReadonlyMap<string, string>;
  readonly pages: readonly Page[];
  readonly sitemaps: readonly Sitemap[];
  readonly feeds: readonly Feed[];
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly robots?: { readonly answer: Answer; readonly file: Robots };
  readonly probes: readonly Probe[];
  readonly readings: ReadonlyMap<string, readonly OtherReading[]>;
  /** Shapes of addresses that were left because they lead on for ever. */
  readonly endless: readonly { readonly shape: string; readonly example: string }[];
};

/** Two clocks that differ by less than this many milliseconds are the same. */
export const clockSkew = 5 * 60_000;

/** The moment at which something was seen: a visit that takes an hour sees what was published meanwhile. */
export const seenAt = ({ now }: Pick<CrawledSite, 'now'>, { at = now }: Answer): number => at;
