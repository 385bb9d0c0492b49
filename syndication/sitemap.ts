/** Sitemaps (https://www.sitemaps.org/protocol.html): one index, one file of pages, and articles by the ten thousand. */
import type { Address } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import { absolute, type Paper } from '#syndication/paper';
import { xmlHead, xmlText } from '#syndication/xml';

/** Articles in one file; the protocol allows 50,000 addresses. */
export const articlesInSitemap = 10_000;

/** A page and when its content last changed, where that is known; never the moment of a build. */
export type SitemapEntry = { readonly address: Address; readonly changed?: Moment };

const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

const entry = (paper: Paper, name: 'url' | 'sitemap', { address, changed }: SitemapEntry): string => {
  const lastmod = changed === undefined ? '' : `<lastmod>${isoMoment(changed, paper.site)}</lastmod>`;
  return `<${name}><loc>${xmlText(absolute(paper, address))}</loc>${lastmod}</${name}>`;
};

/** A file of pages. */
export const sitemapFor = (paper: Paper, entries: readonly SitemapEntry[]): string =>
  `${xmlHead}\n<urlset ${namespace}>${entries.map((each) => entry(paper, 'url', each)).join('\n')}</urlset>\n`;

/** The index of all files. */
export const sitemapIndexFor = (paper: Paper, files: readonly SitemapEntry[]): string =>
  `${xmlHead}\n<sitemapindex ${namespace}>${files.map((each) => entry(paper, 'sitemap', each)).join('\n')}</sitemapindex>\n`;
