/** Answers of all sitemaps. */
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';
import type { Sitemap } from '#model/sitemaps';
import { type Dated, sitemapFor, sitemapIndexFor } from '#syndication/sitemap';
import { paper } from './machines';
import { archive, now } from './paper';
import { lastChange } from './sitemapEntries';
import { entriesOf, sitemapFiles } from './sitemapFiles';

/**
 * A sitemap as an answer. It last changed with its newest entry, or when something else was taken out of a list that it hangs
 * on: whoever asks "modified since?" must hear of both.
 */
export const sitemapAnswer = (xml: string, newest: Moment | undefined, lists: readonly Address[]): Response => {
  const moments = [newest, ...lists.map((list) => archive.listChanged(list))].flatMap((moment) => moment ?? []);
  return new Response(xml, {
    headers: {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=60',
      ...(moments.length > 0 && { 'last-modified': new Date(Math.max(...moments)).toUTCString() }),
    },
  });
};

/** A name that no sitemap has now. */
export const noSitemap = (): Response => new Response('There is no such sitemap.\n', { status: 404 });

/** The index of all sitemaps but those of news, which have their own. */
export const indexAnswer = (): Response => {
  const files = sitemapFiles(now());
  return sitemapAnswer(sitemapIndexFor(paper, files), lastChange(files), ['/']);
};

/** One sitemap. An old month hangs on its own articles alone. */
export const fileAnswer = (sitemap: Exclude<Sitemap, { of: 'news' }>): Response => {
  const entries: readonly Dated[] = entriesOf(sitemap, now());
  if (entries.length === 0) return noSitemap();
  return sitemapAnswer(sitemapFor(paper, entries), lastChange(entries), [sitemap.of === 'month' ? sitemap.month : '/']);
};
