/** N1 to N6 and S1 to S4: sitemaps. */
import { clockSkew, type CrawledSite, type Sitemap } from '#newsroom/siteRules/crawledSite';
import { many, textOf } from '#newsroom/siteRules/jsonLd';
import { isW3cDate, momentOf } from '#newsroom/siteRules/moments';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { mayRead } from '#newsroom/siteRules/robotsFile';
import {
  articles,
  canonicalOf,
  faultOf,
  isIndexable,
  isLaterPage,
  isSponsored,
  pagesByAddress,
} from '#newsroom/siteRules/siteView';

const newsSource = 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap';
const source = 'https://www.sitemaps.org/protocol.html';

/** 48 hours, in milliseconds. */
const twoDays = 48 * 3_600_000;

const newsSitemaps = (site: CrawledSite): readonly Sitemap[] => site.sitemaps.filter(({ facts }) => facts.isNews);

const newsEntries = (site: CrawledSite) =>
  newsSitemaps(site).flatMap(({ address: sitemap, facts }) => facts.entries.map((entry) => ({ sitemap, entry })));

const n1: Rule = {
  name: 'N1',
  severity: 'must',
  source: newsSource,
  says: 'A news sitemap holds only what was published in the last 48 hours.',
  todo: 'Leave an article out, or its news:news, from 48 hours after its publication; do not list what is not yet public.',
  *check(site) {
    for (const { sitemap, entry } of newsEntries(site))
      for (const { date = '' } of entry.news) {
        const at = momentOf(date);
        if (at === undefined) continue;
        if (at < site.now - twoDays - clockSkew)
          yield { page: sitemap, found: `${entry.address} was published ${date}, more than 48 hours ago` };
        if (at > site.now + clockSkew)
          yield { page: sitemap, found: `${entry.address} is dated ${date}, in the future` };
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
    for (const article of articles(site)) {
      const at = momentOf(textOf(article.thing.datePublished)) ?? 0;
      const isRecent = at > site.now - twoDays + 2 * clockSkew && at < site.now - 2 * clockSkew;
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

const folder = (address: string): string => new URL('.', address).href;

function* sizeFaults(site: CrawledSite, sitemap: Sitemap): Iterable<string> {
  const { address, answer, facts } = sitemap;
  if (answer.status !== 200 || answer.fault !== undefined) return yield answer.fault ?? `it answers ${answer.status}`;
  if (!facts.isNews && facts.fault !== undefined) yield `the XML is broken: ${facts.fault}`;
  if (facts.entries.length > 50_000) yield `${facts.entries.length} addresses stand in one file`;
  if (answer.bytes > 50 * 1024 * 1024) yield `it has ${answer.bytes} bytes, more than 50 MB`;
  if (facts.children.length > 500 && facts.kind === 'index') yield `${facts.children.length} files stand in one index`;
  for (const { address: child } of facts.children)
    if (!URL.canParse(child) || new URL(child).origin !== site.origin) yield `${quoted(child)} lies on another host`;
    else if (!child.startsWith(folder(address))) yield `${child} does not stand in the folder of the index or below it`;
  const away = facts.entries.find(
    (entry) => !URL.canParse(entry.address) || new URL(entry.address).origin !== site.origin,
  );
  if (away) yield `${quoted(away.address)} is no address of this host`;
}

const s1: Rule = {
  name: 'S1',
  severity: 'must',
  source,
  says: 'A sitemap is valid, holds at most 50,000 addresses of this host in 50 MB, and an index names files in its folder or below.',
  todo: 'Split by month, name the files in one index at the root, and write absolute addresses.',
  *check(site) {
    for (const sitemap of site.sitemaps)
      for (const found of sizeFaults(site, sitemap)) yield { page: sitemap.address, found };
    if (site.sitemaps.length === 0) yield { page: site.home, found: 'there is no sitemap' };
  },
};

const s2: Rule = {
  name: 'S2',
  severity: 'should',
  source,
  says: 'Sitemaps list exactly the pages that search engines may list, each answering 200 with itself as canonical.',
  todo: 'Make sitemaps and pages from one list: add what is missing, take out what is gone, redirected, noindex or not canonical.',
  *check(site) {
    const listed = new Set<string>();
    for (const { address: sitemap, facts } of site.sitemaps) {
      if (facts.isNews) continue;
      for (const { address } of facts.entries) {
        listed.add(address);
        if (!URL.canParse(address)) continue;
        const page = pagesByAddress(site).get(address);
        const fault = faultOf(site, address);
        if (!mayRead(site.robots?.file, 'googlebot', address))
          yield { page: sitemap, found: `${address} is closed by robots.txt` };
        else if (fault !== undefined) yield { page: sitemap, found: `${address} ${fault}` };
        else if (page && !isIndexable(page)) yield { page: sitemap, found: `${address} is noindex` };
        else if (page && canonicalOf(page) !== '' && canonicalOf(page) !== address)
          yield { page: sitemap, found: `${address} has the canonical address ${canonicalOf(page)}` };
      }
    }
    if (
      listed.size === 0 ||
      site.sitemaps.some(({ facts, answer }) => facts.fault !== undefined || answer.status !== 200)
    )
      return;
    for (const page of site.pages)
      if (
        isIndexable(page) &&
        page.answer.hops.length === 0 &&
        !isLaterPage(page) &&
        !listed.has(page.address) &&
        canonicalOf(page) === page.address
      )
        yield { page: page.address, found: 'it may be listed by search engines and stands in no sitemap' };
  },
};

const s3: Rule = {
  name: 'S3',
  severity: 'should',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
  says: 'lastmod is a real moment of change, not the moment of a build.',
  todo: 'Write when the content changed, with an offset; where that is not known, leave lastmod out.',
  *check(site) {
    for (const { address, facts } of site.sitemaps) {
      const all = [...facts.children, ...facts.entries];
      const dates = all.flatMap(({ changed }) => (changed === undefined ? [] : [changed]));
      const bad = dates.find((date) => !isW3cDate(date));
      if (bad !== undefined) yield { page: address, found: `lastmod ${quoted(bad)} is no date` };
      const late = all.find(({ changed }) => changed !== undefined && (momentOf(changed) ?? 0) > site.now + clockSkew);
      if (late) yield { page: address, found: `lastmod of ${late.address} lies in the future: ${late.changed}` };
      if (dates.length >= 10 && new Set(dates).size === 1)
        yield { page: address, found: `all ${dates.length} lastmod are ${dates[0]}` };
    }
  },
};

const s4: Rule = {
  name: 'S4',
  severity: 'should',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps',
  says: 'Sitemaps name the pictures of articles by absolute address.',
  todo: 'Add image:image with image:loc to the entry of each illustrated article.',
  *check(site) {
    const images = site.sitemaps.flatMap(({ address, facts }) =>
      facts.entries.flatMap((entry) => entry.images.map((image) => ({ address, image }))),
    );
    const bad = images.find(({ image }) => !/^https?:\/\//.test(image));
    if (bad) yield { page: bad.address, found: `image:loc ${quoted(bad.image)} is not absolute` };
    const [first] = site.sitemaps;
    const isWhole = site.sitemaps.every(({ facts }) => facts.fault === undefined);
    if (first && isWhole && images.length === 0 && articles(site).some(({ thing }) => many(thing.image).length > 0))
      yield { page: first.address, found: 'articles have pictures, and no sitemap names one' };
  },
};

/** N1 to N6, S1 to S4. */
export const sitemapRules: readonly Rule[] = [n1, n2, n3, n4, n5, n6, s1, s2, s3, s4];
