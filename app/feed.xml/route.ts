/** The newest articles of the paper with their full text. */
import { rssFor } from '#syndication/rss';
import { feedAddress } from '#syndication/paper';
import { document, paper } from '../machines';
import { feedItems } from '../feedItems';
import { now, site } from '../paper';

export const dynamic = 'force-dynamic';

export const GET = (): Response => {
  const channel = { title: site.name, description: site.description, address: '/', feed: feedAddress };
  return document(rssFor(paper, channel, feedItems({}, now())), 'application/rss+xml');
};
