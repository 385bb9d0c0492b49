/** Which sitemaps there are now, and the answer to each. */
import { listKinds, type ListKind } from '#model/addresses';
import type { Moment } from '#model/moment';
import { articlesInSitemap, filesFor, frontsInSitemap, type Sitemap, sitemapAddress } from '#model/sitemaps';
import { type Dated, type SitemapEntry } from '#syndication/sitemap';
import { archive } from './paper';
import { pageSize, pagesFor } from './numbered';
import { filmEntries, lastChange, listEntries, monthEntries, pageEntries } from './sitemapEntries';

const fileOf = (sitemap: Sitemap, changed: Moment | undefined): Dated => ({
  address: sitemapAddress(sitemap),
  changed,
});

const partOfList = (entries: readonly SitemapEntry[], part: number): readonly SitemapEntry[] =>
  entries.slice((part - 1) * frontsInSitemap, part * frontsInSitemap);

const filesOfList = (list: ListKind, at: Moment): Dated[] => {
  const { articles, newest } = archive.sizeOf(list, at);
  const fronts = articles.reduce((sum, count) => sum + pagesFor(count, pageSize), 0);
  const files = filesFor(fronts, frontsInSitemap);
  if (files === 1) return [fileOf({ of: 'list', list, part: 1 }, newest)];
  // Only where a list fills several files must it be found out which of them changed.
  const entries = files === 0 ? [] : listEntries(list, at);
  return Array.from({ length: files }, (_, nth) =>
    fileOf({ of: 'list', list, part: nth + 1 }, lastChange(partOfList(entries, nth + 1))),
  );
};

const filesOfMonth = ({ address: month, articles, changed }: Dated & { articles: number }, at: Moment): Dated[] => {
  const files = Math.max(1, filesFor(articles, articlesInSitemap));
  // Only in a busy month must it be found out which of its files changed.
  const changes = files > 1 ? archive.changesInMonth(month, articlesInSitemap, at) : [];
  return Array.from({ length: files }, (_, nth) =>
    fileOf({ of: 'month', month, part: nth + 1 }, nth === 0 ? changed : changes[nth]),
  );
};

/** All sitemaps but those of news, each with the last change of anything in it; newest months first. */
export const sitemapFiles = (at: Moment): readonly Dated[] => [
  fileOf({ of: 'pages' }, lastChange(pageEntries(at))),
  ...listKinds.flatMap((list) => filesOfList(list, at)),
  fileOf({ of: 'videos' }, lastChange(filmEntries(at))),
  ...archive.months(at).flatMap((month) => filesOfMonth(month, at)),
];

/** What stands in one of them; empty where there is no such file. */
export const entriesOf = (sitemap: Exclude<Sitemap, { of: 'news' }>, at: Moment): readonly SitemapEntry[] => {
  switch (sitemap.of) {
    case 'pages':
      return pageEntries(at);
    case 'videos':
      return filmEntries(at);
    case 'list':
      return partOfList(listEntries(sitemap.list, at), sitemap.part);
    case 'month':
      return monthEntries(sitemap.month, sitemap.part, at);
  }
};
