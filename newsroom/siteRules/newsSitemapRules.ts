/** N1 to N6: sitemaps of what is new. */
import { clockSkew, type CrawledSite, seenAt, type Sitemap } from '#newsroom/siteRules/crawledSite';
import { textOf } from '#newsroom/siteRules/jsonLd';
import { isW3cDate, momentOf } from '#newsroom/siteRules/moments';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, canonicalOf, faultOf, isIndexable, isSponsored, pagesByAddress } from '#newsroom/siteRules/siteView';

const newsSource = 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap';

/** 48 hours, in milliseconds. */
const twoDays = 48 * 3_600_000;

const newsSitemaps = (site: CrawledSite): readonly Sitemap[] => site.sitemaps.filter(({ facts }) => facts.isNews);

const newsEntries = (site: CrawledSite) =>
  newsSitemaps(site).flatMap(({ address: sitemap, answer, facts }) =>
    facts.entries.map((entry) => ({ sitemap, seen: seenAt(site, answer), entry })),
  );

const n1: Rule = {
  name: 'N1',
  severity: 'must',
  source: newsSource,
  says: 'A news sitemap holds only what was published in the last 48 hours.',
  todo: 'Leave an article out, or its news:news, from 48 hours after its publication; do not list what is not yet public.',
  *check(site) {
    for (const { sitemap, seen, entry } of newsEntries(site))
      for (const { date = '' } of entry.news) {
        const at = momentOf(date);
        if (at === undefined) continue;
        if (at < seen - twoDays - clockSkew)
          yield { page: sitemap, found: `${entry.address} was published ${date}, more than 48 hours ago` };
        if (at > seen + clockSkew) yield { page: sitemap, found: `${entry.address} is dated ${date}, in the future` };
      }
  },
};

const n2: Rule = {
  name: 'N2',
  severity: 'must',
  source: newsSource,
  says: 'A news sitemap has at most 1,000 articles.',
  todo: 'Open a second file for the 1,001st and name both in a sitemap index.',
  *check(site) {
    for (const { address, facts } of newsSitemaps(site)) {
      const count = facts.entries.reduce((sum, { news }) => sum + news.length, 0);
      if (count > 1000) yield { page: address, found: `${count} articles stand in one file` };
    }
  },
};

const n3: Rule = {
  name: 'N3',
  severity: 'must',
  source: newsSource,
  says: 'Each entry of a news sitemap has one news:news with name, language, publication date and the bare headline.',
  todo: 'Write publication/name, publication/language (two or three letters, zh-cn, zh-tw), publication_date with offset, and the headline as title.',
  *check(site) {
    for (const { sitemap, entry } of newsEntries(site)) {
      const say = (found: string) => ({ page: sitemap, found: `${entry.address}: ${found}` });
      if (entry.news.length !== 1) yield say(`${entry.news.length} news:news`);
      for (const { name, language = '', date = '', title } of entry.news) {
        if (!name) yield say('no publication name');
        if (!/^([a-z]{2,3}|zh-cn|zh-tw)$/.test(language)) yield say(`the language is ${quoted(language)}`);
        if (!isW3cDate(date)) yield say(`publication_date is ${quoted(date)}`);
        const headline = pagesByAddress(site).get(entry.address)?.facts.headlines[0];
        if (!title) yield say('no title');
        else if (headline && title.replace(/\s+/g, ' ') !== headline)
          yield say(`the title is ${quoted(title)}, the headline ${quoted(headline)}`);
      }
    }
  },
};

const n4: Rule = {
  name: 'N4',
  severity: 'must',
  source: newsSource,
  says: 'A news sitemap lists no draft, embargoed, sponsored or noindex piece, and only canonical addresses.',
  todo: 'Make the list from what is public and indexable at this moment, without advertising.',
  *check(site) {
    const sponsored = new Set(
      articles(site)
        .filter(isSponsored)
        .map(({ page }) => page.address),
    );
    for (const { sitemap, entry } of newsEntries(site)) {
      const fault = faultOf(site, entry.address);
      const page = pagesByAddress(site).get(entry.address);
      if (fault !== undefined) yield { page: sitemap, found: `${entry.address} ${fault}` };
      else if (sponsored.has(entry.address)) yield { page: sitemap, found: `${entry.address} is sponsored` };
      else if (page && !isIndexable(page)) yield { page: sitemap, found: `${entry.address} is noindex` };
      else if (page && canonicalOf(page) !== '' && canonicalOf(page) !== entry.address)
        yield { page: sitemap, found: `${entry.address} has the canonical address ${canonicalOf(page)}` };
    }
  },
};

const n5: Rule = {
  name: 'N5',
  severity: 'should',
  source: newsSource,
  says: 'Every article of the last 48 hours is in a news sitemap within minutes of its publication.',
  todo: 'Make the news sitemap at the request from what is public, not at a build.',
  *check(site) {
    const sitemaps = newsSitemaps(site);
    const [first] = sitemaps;
    if (!first || sitemaps.some(({ facts }) => facts.fault !== undefined)) return;
    const listed = new Set(newsEntries(site).map(({ entry }) => entry.address));
    const moments = sitemaps.map(({ answer }) => seenAt(site, answer));
    const [from, to] = [Math.max(...moments) - twoDays + 2 * clockSkew, Math.min(...moments) - 2 * clockSkew];
    for (const article of articles(site)) {
      const at = momentOf(textOf(article.thing.datePublished)) ?? 0;
      const isRecent = at > from && at < to;
      const { page } = article;
      const isCanonical = canonicalOf(page) === '' || canonicalOf(page) === page.address;
      if (isRecent && isCanonical && isIndexable(page) && !isSponsored(article) && !listed.has(page.address))
        yield { page: first.address, found: `${page.address} of ${textOf(article.thing.datePublished)} is not listed` };
    }
  },
};

const typeOf = ({ answer }: Sitemap): string =>
  (answer.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

const isXmlType = (type: string): boolean => /^(application|text)\/xml$|gzip$/.test(type);

const n6: Rule = {
  name: 'N6',
  severity: 'must',
  source: newsSource,
  says: 'A news sitemap is well-formed XML and sent as XML; an empty one is valid.',
  todo: 'Escape text, send application/xml.',
  *check(site) {
    for (const sitemap of newsSitemaps(site)) {
      if (sitemap.facts.fault !== undefined)
        yield { page: sitemap.address, found: `the XML is broken: ${sitemap.facts.fault}` };
      if (!isXmlType(typeOf(sitemap)))
        yield { page: sitemap.address, found: `it is sent as ${typeOf(sitemap) || 'nothing'}` };
    }
  },
};
/** N1 to N6. */
export const newsSitemapRules: readonly Rule[] = [n1, n2, n3, n4, n5, n6];
