/** S1 to S4: sitemaps of everything. */
import { clockSkew, type CrawledSite, seenAt, type Sitemap } from '#newsroom/siteRules/crawledSite';
import { many, textOf } from '#newsroom/siteRules/jsonLd';
import { isW3cDate, momentOf } from '#newsroom/siteRules/moments';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { mayRead } from '#newsroom/siteRules/robotsFile';
import { articles, canonicalOf, faultOf, isIndexable, isLaterPage, pagesByAddress } from '#newsroom/siteRules/siteView';

const source = 'https://www.sitemaps.org/protocol.html';

// Limits: https://developers.google.com/search/docs/crawling-indexing/sitemaps/large-sitemaps

const folder = (address: string): string => new URL('.', address).href;

function* sizeFaults(site: CrawledSite, sitemap: Sitemap): Iterable<string> {
  const { address, answer, facts } = sitemap;
  if (answer.status !== 200 || answer.fault !== undefined) return yield answer.fault ?? `it answers ${answer.status}`;
  if (!facts.isNews && facts.fault !== undefined) yield `the XML is broken: ${facts.fault}`;
  if (facts.entries.length > 50_000) yield `${facts.entries.length} addresses stand in one file`;
  if (answer.bytes > 50 * 1024 * 1024) yield `it has ${answer.bytes} bytes, more than 50 MB`;
  if (facts.children.length > 50_000) yield `${facts.children.length} files stand in one index`;
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
    const indexes = site.sitemaps.filter(({ facts }) => facts.kind === 'index');
    if (indexes.length > 500) yield { page: site.home, found: `there are ${indexes.length} indexes, more than 500` };
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

/** Articles of one moment: more of them are the work of a program. */
const mostAtOnce = 2;

/** Whether a moment is that of an article or two: all tags of a piece change in the second in which it is published. */
const isOfPieces = (site: CrawledSite, moment: number | undefined): boolean => {
  const those = articles(site).filter(({ thing }) =>
    [thing.datePublished, thing.dateModified].some((date) => momentOf(textOf(date)) === moment),
  );
  return moment !== undefined && those.length > 0 && those.length <= mostAtOnce;
};

const s3: Rule = {
  name: 'S3',
  severity: 'should',
  source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
  says: 'lastmod is a real moment of change, not the moment of a build.',
  todo: 'Write when the content changed, with an offset; where that is not known, leave lastmod out.',
  *check(site) {
    for (const { address, answer, facts } of site.sitemaps) {
      const latest = seenAt(site, answer) + clockSkew;
      const all = [...facts.children, ...facts.entries];
      const dates = all.flatMap(({ changed }) => (changed === undefined ? [] : [changed]));
      const bad = dates.find((date) => !isW3cDate(date));
      if (bad !== undefined) yield { page: address, found: `lastmod ${quoted(bad)} is no date` };
      const late = all.find(({ changed }) => changed !== undefined && (momentOf(changed) ?? 0) > latest);
      if (late) yield { page: address, found: `lastmod of ${late.address} lies in the future: ${late.changed}` };
      if (dates.length >= 10 && new Set(dates).size === 1 && !isOfPieces(site, momentOf(dates[0])))
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
    const first = site.sitemaps.find(({ facts }) => facts.children.length > 0) ?? site.sitemaps[0];
    const isWhole = site.sitemaps.every(({ facts }) => facts.fault === undefined);
    if (first && isWhole && images.length === 0 && articles(site).some(({ thing }) => many(thing.image).length > 0))
      yield { page: first.address, found: 'articles have pictures, and no sitemap names one' };
  },
};

/** S1 to S4. */
export const sitemapRules: readonly Rule[] = [s1, s2, s3, s4];
