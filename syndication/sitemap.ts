/** Sitemaps (https://www.sitemaps.org/protocol.html) with pictures and films, and the index of them all. */
import type { Address } from '#model/article';
import { isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { ShownVideo } from '#model/people';
import type { Photo } from '#model/photo';
import { offeredWidths, renditionAddress } from '#model/renditions';
import { absolute, type Paper } from '#syndication/paper';
import { sitemapVideo } from '#syndication/sitemapVideo';
import { xmlHead, xmlText } from '#syndication/xml';

/** A page or a file, and when its content last changed, where that is known; never the moment of a build. */
export type Dated = { readonly address: Address; readonly changed?: Moment | undefined };

/** A page with the pictures and films that stand on it. */
export type SitemapEntry = Dated & { readonly photos?: readonly Photo[]; readonly films?: readonly ShownVideo[] };

/**
 * Pictures and films that are named of one page; Google reads a thousand pictures. Together with its address an entry stays
 * below 50 kB, however long the site's name is and however many signs of a film's words must be escaped.
 */
const mostPhotos = 75;
const mostFilms = 5;

const namespaces = {
  image: 'http://www.google.com/schemas/sitemap-image/1.1',
  video: 'http://www.google.com/schemas/sitemap-video/1.1',
  news: 'http://www.google.com/schemas/sitemap-news/0.9',
} as const;

const core = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

/** A file of entries that are XML already; `extensions` are those that they use. */
export const urlset = (entries: readonly string[], extensions: readonly (keyof typeof namespaces)[]): string => {
  const spaces = [core, ...extensions.map((name) => `xmlns:${name}="${namespaces[name]}"`)].join(' ');
  return `${xmlHead}\n<urlset ${spaces}>${entries.join('\n')}</urlset>\n`;
};

const locAndDate = (paper: Paper, { address, changed }: Dated): string => {
  const lastmod = changed === undefined ? '' : `<lastmod>${isoMoment(changed, paper.site)}</lastmod>`;
  return `<loc>${xmlText(absolute(paper, address))}</loc>${lastmod}`;
};

/** The whole picture as large as it is offered to search engines; other facts of it stand in the page's structured data. */
const widest = 1600;

const imageOf = (paper: Paper, photo: Photo): string => {
  const width = offeredWidths(photo, 'natural').reduce((best, offered) => (offered <= widest ? offered : best));
  const url = absolute(paper, renditionAddress(photo, 'natural', width, 'jpg'));
  return `<image:image><image:loc>${xmlText(url)}</image:loc></image:image>`;
};

const once = <Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [nameOf(item), item])).values(),
];

const entry = (paper: Paper, { photos = [], films = [], ...dated }: SitemapEntry): string => {
  const images = once(photos, ({ hash }) => hash).slice(0, mostPhotos);
  const videos = once(films, ({ slug }) => slug).slice(0, mostFilms);
  return [
    '<url>',
    locAndDate(paper, dated),
    ...images.map((photo) => imageOf(paper, photo)),
    ...videos.map((film) => sitemapVideo(paper, film)),
    '</url>',
  ].join('');
};

/** A file of pages. */
export const sitemapFor = (paper: Paper, entries: readonly SitemapEntry[]): string =>
  urlset(
    entries.map((each) => entry(paper, each)),
    ['image', 'video'],
  );

/** An index of files. */
export const sitemapIndexFor = (paper: Paper, files: readonly Dated[]): string =>
  `${xmlHead}\n<sitemapindex ${core}>${files.map((file) => `<sitemap>${locAndDate(paper, file)}</sitemap>`).join('\n')}</sitemapindex>\n`;
