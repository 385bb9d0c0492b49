/** A sitemap, sitemap index or news sitemap as its text says. */
import { attribute, children, readXml, textIn } from '#newsroom/siteRules/xmlDocument';

/** What a news sitemap says of one article; a missing element is undefined. */
export type NewsEntry = {
  readonly name?: string | undefined;
  readonly language?: string | undefined;
  readonly date?: string | undefined;
  readonly title?: string | undefined;
};

/** One address in a sitemap. */
export type SitemapEntry = {
  readonly address: string;
  readonly changed?: string | undefined;
  readonly images: readonly string[];
  readonly videos: number;
  readonly news: readonly NewsEntry[];
};

/** A whole sitemap. `fault` says why it cannot be read; then it is empty. */
export type SitemapFacts = {
  readonly kind: 'index' | 'urlset';
  /** Whether it declares or uses the elements of news sitemaps. */
  readonly isNews: boolean;
  readonly children: readonly SitemapEntry[];
  readonly entries: readonly SitemapEntry[];
  readonly fault?: string;
};

const newsEntryOf = (news: unknown): NewsEntry => {
  const [publication] = children(news, 'news:publication');
  return {
    name: textIn(publication, 'news:name'),
    language: textIn(publication, 'news:language'),
    date: textIn(news, 'news:publication_date'),
    title: textIn(news, 'news:title'),
  };
};

const entryOf = (element: unknown): SitemapEntry => ({
  address: textIn(element, 'loc') ?? '',
  changed: textIn(element, 'lastmod'),
  images: children(element, 'image:image').map((image) => textIn(image, 'image:loc') ?? ''),
  videos: children(element, 'video:video').length,
  news: children(element, 'news:news').map(newsEntryOf),
});

const empty = { kind: 'urlset', isNews: false, children: [], entries: [] } as const;

/** Reads the text of a sitemap; never throws. */
export const readSitemap = (text: string): SitemapFacts => {
  const { root, name, fault } = readXml(text);
  if (!root) return { ...empty, isNews: text.includes('sitemap-news/'), fault: fault ?? 'it cannot be read' };
  if (name === 'sitemapindex') return { ...empty, kind: 'index', children: children(root, 'sitemap').map(entryOf) };
  if (name !== 'urlset') return { ...empty, fault: `its first element is <${name}>, not <urlset> or <sitemapindex>` };
  const entries = children(root, 'url').map(entryOf);
  const isNews = attribute(root, 'xmlns:news') !== undefined || entries.some(({ news }) => news.length > 0);
  return { ...empty, isNews, entries };
};
