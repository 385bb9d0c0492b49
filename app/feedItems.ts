/** Asks the archive for what a full-text feed holds. */
import type { Moment } from '#model/moment';
import type { FeedItem } from '#syndication/rss';
import { archive } from './paper';

/** Articles in a feed. */
const inFeed = 30;

/** The newest articles of the paper or of one of its lists; copy that may not be syndicated comes without its body. */
export const feedItems = (of: Parameters<typeof archive.latestWithBodies>[0], now: Moment): readonly FeedItem[] =>
  archive.latestWithBodies(of, inFeed, now).map(({ article }) => ({ article }));
