/** News sitemaps (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap). */
import type { PublishedArticle } from '#model/article';
import { isoMoment } from '#model/dates';
import { absolute, type Paper } from '#syndication/paper';
import { urlset } from '#syndication/sitemap';
import { xmlText } from '#syndication/xml';

/** What a news sitemap says of a piece. */
export type NewsEntry = Pick<PublishedArticle, 'address' | 'headline' | 'publishedAt' | 'lang'>;

/** The language as Google asks for it: ISO 639, and for Chinese the script as a region. */
export const newsLanguage = (tag: string): string => {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' ? 'zh-tw' : 'zh-cn';
  return language;
};

const newsOf = ({ site }: Paper, { headline, publishedAt, lang }: NewsEntry): string =>
  [
    `<news:news><news:publication><news:name>${xmlText(site.name)}</news:name>`,
    `<news:language>${newsLanguage(lang ?? site.locale)}</news:language></news:publication>`,
    `<news:publication_date>${isoMoment(publishedAt, site)}</news:publication_date>`,
    `<news:title>${xmlText(headline)}</news:title></news:news>`,
  ].join('');

/** One file of news; without any it is empty, as Google allows. */
export const newsSitemapFor = (paper: Paper, pieces: readonly NewsEntry[]): string =>
  urlset(
    pieces.map((piece) => `<url><loc>${xmlText(absolute(paper, piece.address))}</loc>${newsOf(paper, piece)}</url>`),
    ['news'],
  );
