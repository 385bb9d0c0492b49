/** H4 to H8 and C1: addresses, lists, languages, robots.txt and links. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { groupsFor, mayRead, type Robots } from '#newsroom/siteRules/robotsFile';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import {
  articlePages,
  articles,
  canonicalOf,
  faultOf,
  isIndexable,
  isLaterPage,
  meta,
  pagesByAddress,
} from '#newsroom/siteRules/siteView';
import { readXml } from '#newsroom/siteRules/xmlDocument';

const google = 'https://developers.google.com/search/docs';

function* hopFaults(site: CrawledSite) {
  for (const [address, { hops, fault }] of site.answers)
    if (hops.length > 1)
      yield { page: address, found: fault ?? `${hops.length} redirects stand one after another (${hops.join(', ')})` };
  for (const { kind, of, answer } of site.probes) {
    const { asked, status, hops, fault } = answer;
    if (kind === 'made-up' && status !== 404 && status !== 410)
      yield {
        page: asked,
        found: `an address that nobody published ${fault ?? `answers ${status}`}${hops.length > 0 ? ` by way of ${answer.address}` : ''}`,
      };
    if (kind !== 'upper case' && kind !== 'trailing slash') continue;
    if (hops.length > 1) yield { page: asked, found: `the ${kind} form of ${of} takes ${hops.length} redirects` };
    else if (hops.length === 1 && hops[0] !== 301 && hops[0] !== 308)
      yield { page: asked, found: `the ${kind} form is redirected by ${hops[0]}, not for ever` };
    else if (hops.length === 0 && status === 200 && asked !== of)
      yield { page: asked, found: `the ${kind} form is a second address of the same page` };
  }
}

const h4: Rule = {
  name: 'H4',
  severity: 'must',
  source: `${google}/crawling-indexing/http-network-errors`,
  says: 'An unknown address answers 404 or 410, and another form of an address is redirected once, for ever.',
  todo: 'Send the real status; point every redirect straight at the last address with 301 or 308.',
  check: hopFaults,
};

const h5: Rule = {
  name: 'H5',
  severity: 'should',
  source: `${google}/specialty/ecommerce/pagination-and-incremental-page-loading`,
  says: 'Later pages of a list are their own canonical and end somewhere; search results are noindex.',
  todo: 'Let each page of a list name itself, answer 404 after the last, and give search results noindex.',
  *check(site) {
    for (const page of site.pages) {
      const canonical = canonicalOf(page);
      if (
        isLaterPage(page) &&
        page.answer.status === 200 &&
        page.answer.hops.length === 0 &&
        canonical !== '' &&
        canonical !== page.address &&
        isIndexable(page)
      )
        yield { page: page.address, found: `a later page of a list names ${canonical} as canonical` };
    }
    for (const { kind, answer, facts } of site.probes)
      if (kind === 'search' && facts && isIndexable({ answer, facts }))
        yield { page: answer.asked, found: 'a search result may be listed by search engines' };
    for (const { shape, example } of site.endless)
      yield { page: example, found: `pages like ${shape} lead on without end, the last ones with nothing new` };
  },
};

const tongue = /^(x-default|[a-z]{2,3}(-[a-z]{4})?(-[a-z]{2}|-\d{3})?)$/i;

const h6: Rule = {
  name: 'H6',
  severity: 'must',
  source: `${google}/specialty/international/localized-versions`,
  says: 'Translations name one another and themselves by hreflang.',
  todo: 'Give every translation the same list of hreflang links, itself included.',
  *check(site) {
    for (const { address, facts, answer } of site.pages) {
      const links = facts.links.filter(({ rel, hreflang }) => rel.includes('alternate') && hreflang !== '');
      if (links.length === 0 || answer.status !== 200) continue;
      if (!links.some(({ href }) => href === address))
        yield { page: address, found: 'its hreflang links leave out the page itself' };
      for (const { href, hreflang } of links) {
        if (!tongue.test(hreflang)) yield { page: address, found: `hreflang ${quoted(hreflang)} is no language` };
        const other = pagesByAddress(site).get(href);
        const fault = faultOf(site, href);
        if (fault !== undefined) yield { page: address, found: `its translation ${href} ${fault}` };
        else if (other && !other.facts.links.some((link) => link.hreflang !== '' && link.href === address))
          yield { page: address, found: `${href} does not name this page in return` };
      }
    }
  },
};

const trainers = [
  'gptbot',
  'google-extended',
  'ccbot',
  'anthropic-ai',
  'claudebot',
  'meta-externalagent',
  'applebot-extended',
  'bytespider',
];

const isShut = (file: Robots, agent: string, origin: string): boolean =>
  !mayRead(file, agent, `${origin}/a`) && !mayRead(file, agent, `${origin}/`);

function* signalFaults(file: Robots, origin: string) {
  for (const { agents, signals } of file.groups)
    for (const signal of signals) {
      const pairs = signal
        .split(',')
        .map((pair) => pair.trim())
        .filter(Boolean);
      const bad = pairs.find((pair) => !/^(search|ai-input|ai-train)\s*=\s*(yes|no)$/i.test(pair));
      if (bad !== undefined) yield `Content-Signal holds ${quoted(bad)}`;
      const says = (key: string): boolean =>
        pairs.some((pair) => pair.replace(/\s/g, '').toLowerCase() === `${key}=yes`);
      const isForAll = agents.includes('*');
      if (says('ai-train') && isForAll) {
        const shut = trainers.filter(
          (agent) =>
            groupsFor(file, agent).some((group) => group.agents.includes(agent)) && isShut(file, agent, origin),
        );
        if (shut.length > 0) yield `Content-Signal says ai-train=yes, and ${shut.join(', ')} may read nothing`;
      }
      if (says('search') && isForAll && isShut(file, 'googlebot', origin))
        yield 'Content-Signal says search=yes, and Googlebot may read nothing';
    }
}

const h7: Rule = {
  name: 'H7',
  severity: 'must',
  source: `${google}/crawling-indexing/robots/robots_txt`,
  says: 'robots.txt can be read, names every sitemap, lets Googlebot-News read every article, and its signals and licence agree with it.',
  todo: 'Make robots.txt from one policy: Sitemap lines, groups, Content-Signal (search, ai-input, ai-train = yes or no), License.',
  *check(site) {
    const page = `${site.origin}/robots.txt`;
    if (!site.robots || site.robots.answer.status !== 200)
      return yield {
        page,
        found: site.robots?.answer.fault ?? `it answers ${site.robots?.answer.status ?? 'nothing'}`,
      };
    const { file } = site.robots;
    for (const line of file.unread) yield { page, found: `no program understands ${quoted(line)}` };
    const named = new Set(file.sitemaps.map((address) => absolute(address, page)));
    const relative = file.sitemaps.find((address) => !/^https?:\/\//i.test(address));
    if (relative !== undefined)
      yield { page, found: `it names a sitemap by ${quoted(relative)}, not by a whole address` };
    const inIndex = new Set(site.sitemaps.flatMap(({ facts }) => facts.children.map(({ address }) => address)));
    for (const { address, answer } of site.sitemaps)
      if (answer.status === 200 && !inIndex.has(address) && !named.has(address))
        yield { page, found: `it does not name ${address}` };
    for (const article of articlePages(site))
      for (const agent of ['googlebot', 'googlebot-news'])
        if (!mayRead(file, agent, article.address)) yield { page, found: `${agent} may not read ${article.address}` };
    for (const found of signalFaults(file, site.origin)) yield { page, found };
    for (const { kind, answer, text = '' } of site.probes) {
      if (kind !== 'licence') continue;
      const name = readXml(text).name ?? '';
      if (answer.status !== 200)
        yield { page, found: `its licence ${answer.asked} ${answer.fault ?? `answers ${answer.status}`}` };
      else if (name.replace(/^.*:/, '') !== 'rsl')
        yield { page, found: `its licence ${answer.asked} is no RSL document` };
    }
  },
};

const h8: Rule = {
  name: 'H8',
  severity: 'should',
  source: 'https://support.google.com/news/publisher-center/answer/9607104',
  says: 'Fronts link their articles by plain links whose words are the headline.',
  todo: 'Put the headline itself inside <a href>; a picture or "Read more" may link too, beside it.',
  *check(site) {
    const names = new Map(
      articles(site).map(({ page, thing }) => [
        page.address,
        [
          page.facts.headlines[0] ?? '',
          String(thing.headline ?? ''),
          String(thing.alternativeHeadline ?? ''),
          meta(page.facts, 'og:title') ?? '',
        ].filter((name) => name !== ''),
      ]),
    );
    for (const { address, facts, answer } of site.pages) {
      if (names.has(address) || answer.status !== 200) continue;
      const texts = new Map<string, string[]>();
      for (const { href, text } of facts.anchors)
        if (names.has(href)) texts.set(href, [...(texts.get(href) ?? []), text]);
      if (texts.size < 3) continue;
      for (const [href, all] of texts)
        if (!all.some((text) => names.get(href)?.some((name) => text.includes(name))))
          yield { page: address, found: `${href} is linked by ${quoted(all.join(' / '))}, not by its headline` };
    }
  },
};

const c1: Rule = {
  name: 'C1',
  severity: 'must',
  source: `${google}/crawling-indexing/links-crawlable`,
  says: 'Every address that the site itself names answers within the limits of a crawler, without an error, in readable text.',
  todo: 'Mend the link or the page; answer in seconds, with less than 10 MB, in UTF-8.',
  *check(site) {
    for (const [address, { status, fault, hops }] of site.answers) {
      const by = site.namedBy.get(address);
      const where = by === undefined ? '' : ` (named by ${by})`;
      // More than one redirect is H4's, a sitemap's or robots.txt's own state theirs.
      if (fault !== undefined && hops.length <= 1) yield { page: address, found: `${fault}${where}` };
      else if (fault === undefined && status >= 400 && by !== undefined && pagesByAddress(site).has(by))
        yield { page: address, found: `it answers ${status}${where}` };
    }
  },
};

/** H4 to H8, C1. */
export const addressRules: readonly Rule[] = [h4, h5, h6, h7, h8, c1];
