/** Questions that many rules ask of a crawled site. */
import type { Answer, CrawledSite, Page } from '#newsroom/siteRules/crawledSite';
import { articleThings, isA, newsTypes, resolvedAll, textOf, thingsOf, type Thing } from '#newsroom/siteRules/jsonLd';
import { absolute, type PageFacts } from '#newsroom/siteRules/pageFacts';
import type { FeedItem } from '#newsroom/siteRules/feedDocument';

/** An article page with the one article thing that speaks of it; `things` are all things of the page. */
export type ArticlePage = { readonly page: Page; readonly thing: Thing; readonly things: readonly Thing[] };

/** Contents of all `<meta>` of this name. */
const metas = (facts: PageFacts, name: string): readonly string[] =>
  facts.metas.filter((meta) => meta.name === name).map(({ content }) => content);

/** Content of the first `<meta>` of this name. */
export const meta = (facts: PageFacts, name: string): string | undefined => metas(facts, name)[0];

/** The canonical address of a page; empty where it names none. */
export const canonicalOf = ({ facts }: Page): string =>
  facts.links.find(({ rel }) => rel.includes('canonical'))?.href ?? '';

/** What a page tells search engines, in its head and its headers, in lower case. */
export const robotsWords = ({ facts, answer }: Pick<Page, 'facts' | 'answer'>): string =>
  [...metas(facts, 'robots'), ...metas(facts, 'googlebot'), answer.headers['x-robots-tag'] ?? '']
    .join(',')
    .toLowerCase();

/** Whether search engines may list a page. */
export const isIndexable = (page: Pick<Page, 'facts' | 'answer'>): boolean =>
  page.answer.status === 200 && !/\b(noindex|none)\b/.test(robotsWords(page));

/** Whether a page is the second or a later one of a list. */
export const isLaterPage = ({ address, facts }: Page): boolean =>
  /\/page\/\d+\/?$|[?&](page|paged|p)=\d+/.test(address) || facts.links.some(({ rel }) => rel.includes('prev'));

const kept = new WeakMap<CrawledSite, Map<string, unknown>>();

/** Computes a view of the site once. */
const once = <T>(site: CrawledSite, name: string, make: () => T): T => {
  const views = kept.get(site) ?? new Map<string, unknown>();
  kept.set(site, views);
  if (!views.has(name)) views.set(name, make());
  // Each name is used by one function below, which alone says what it makes.
  return views.get(name) as T;
};

/** Pages by the address they were asked for. */
export const pagesByAddress = (site: CrawledSite): ReadonlyMap<string, Page> =>
  once(site, 'pages', () => new Map(site.pages.map((page) => [page.address, page])));

/** Entries of all feeds by the address they lead to. */
export const itemsByLink = (site: CrawledSite): ReadonlyMap<string, readonly { feed: string; item: FeedItem }[]> =>
  once(site, 'items', () => {
    const items = new Map<string, { feed: string; item: FeedItem }[]>();
    for (const { address: feed, facts } of site.feeds)
      for (const item of facts.items) {
        const link = absolute(item.link, feed);
        items.set(link, [...(items.get(link) ?? []), { feed, item }]);
      }
    return items;
  });

const speaksOf = (thing: Thing, page: Page): boolean => {
  const places = [thing.mainEntityOfPage, thing.url, thing['@id']].map(textOf).filter((address) => address !== '');
  return places.length === 0 || places.some((address) => absolute(address, page.address) === page.address);
};

/**
 * Pages that are articles: they say so (`og:type`), or a news sitemap or feed lists them and they say nothing else, or the
 * only article thing on them speaks of them.
 */
export const articlePages = (site: CrawledSite): readonly Page[] =>
  once(site, 'articles', () => {
    const inNews = new Set(
      site.sitemaps.flatMap(({ facts }) =>
        facts.entries.filter(({ news }) => news.length > 0).map(({ address }) => address),
      ),
    );
    return site.pages.filter((page) => {
      // The front page is none, whatever lists it.
      if (page.answer.status !== 200 || page.answer.hops.length > 0 || page.address === site.home) return false;
      const type = meta(page.facts, 'og:type');
      if (type !== undefined) return type === 'article';
      const things = articleThings(thingsOf(page.facts.blocks));
      const [only] = things;
      return (
        inNews.has(page.address) ||
        itemsByLink(site).has(page.address) ||
        (things.length === 1 && only !== undefined && speaksOf(only, page))
      );
    });
  });

/** Article pages with exactly one article thing; the others are A1's. */
export const articles = (site: CrawledSite): readonly ArticlePage[] =>
  once(site, 'things', () =>
    articlePages(site).flatMap((page) => {
      const things = thingsOf(page.facts.blocks);
      const found = articleThings(things);
      const [thing] = found;
      return thing && found.length === 1 ? [{ page, thing, things }] : [];
    }),
  );

/** Whether an article is paid for by an advertiser. */
export const isSponsored = ({ thing }: ArticlePage): boolean => isA(thing, 'AdvertiserContentArticle');

/** Whether an article is a live blog. */
export const isLive = ({ thing }: ArticlePage): boolean => isA(thing, 'LiveBlogPosting');

/** Whether an article is marked as news in any of Google's types. */
export const isNews = ({ thing }: ArticlePage): boolean => isA(thing, ...newsTypes);

/** The publishers that pages name, each once by its words. */
export const publishers = (site: CrawledSite): readonly { page: Page; thing: Thing }[] =>
  once(site, 'publishers', () => {
    const seen = new Set<string>();
    return site.pages.flatMap((page) => {
      const things = thingsOf(page.facts.blocks);
      const organisations = [
        ...things.filter((thing) => isA(thing, 'NewsMediaOrganization')),
        ...articleThings(things).flatMap(({ publisher }) => resolvedAll(publisher, things)),
      ];
      return organisations.flatMap((thing) => {
        const words = JSON.stringify(thing);
        return seen.has(words) || !seen.add(words) ? [] : [{ page, thing }];
      });
    });
  });

/** Why an address of this site is no good page; undefined where it is, where it lies elsewhere or was not visited. */
export const faultOf = (site: CrawledSite, address: string): string | undefined => {
  const answer: Answer | undefined = site.answers.get(absolute(address, site.home));
  if (!answer) return undefined;
  if (answer.fault !== undefined) return answer.fault;
  if (answer.status !== 200) return `answers ${answer.status}`;
  return answer.hops.length > 0 ? `is redirected to ${answer.address}` : undefined;
};

/** The language of a page in two or three letters; empty where unknown. */
export const languageOf = ({ facts }: Page): string => facts.language.toLowerCase().split('-')[0] ?? '';
