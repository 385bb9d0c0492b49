/** T1 to T3, R2 and R6: trust, and what a reader without script sees. */
import { fromHtml } from 'hast-util-from-html';
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import { elementsIn, wordsIn } from '#newsroom/siteRules/hastText';
import { isA, many, textOf } from '#newsroom/siteRules/jsonLd';
import { absolute } from '#newsroom/siteRules/pageFacts';
import type { Rule } from '#newsroom/siteRules/rule';
import {
  articles,
  faultOf,
  itemsByLink,
  languageOf,
  pagesByAddress,
  publishers,
  type ArticlePage,
} from '#newsroom/siteRules/siteView';

const google = 'https://developers.google.com/search/blog/2021/06/google-news-sources';

/** Words in a link or its address that stand for each page; an address may say it in English where the words do not. */
const wanted: readonly (readonly [string, RegExp])[] = [
  ['about', /about/i],
  ['masthead', /masthead|staff|our (team|journalists|people)|newsroom|impressum/i],
  ['ethics', /ethic|editorial[ -](standards|policy|policies|code|guidelines)|principles|code of conduct|standards/i],
  ['corrections policy', /correction/i],
  ['contact', /contact|impressum/i],
  ['ownership', /owner|funding|who owns|impressum/i],
  ['privacy', /privacy|data protection|datenschutz/i],
];

const t1: Rule = {
  name: 'T1',
  severity: 'should',
  source: google,
  says: 'The footer links pages about the publication: about, masthead, ethics, corrections policy, contact, ownership, privacy.',
  todo: 'Write the pages and link them in the footer of every page.',
  *check(site) {
    const home = pagesByAddress(site).get(site.home);
    if (!home) return;
    const footer = home.facts.anchors.filter(({ inFooter }) => inFooter);
    for (const [name, words] of wanted) {
      const named = footer.filter(({ text, href }) =>
        words.test(`${text} ${new URL(href).pathname.replace(/^\/about\/(?=.)/, '/')}`),
      );
      const fault = named.map(({ href }) => faultOf(site, href)).find((one) => one !== undefined);
      if (named.length === 0) yield { page: home.address, found: `the footer links no page for ${name}` };
      else if (fault !== undefined) yield { page: home.address, found: `the page for ${name} ${fault}` };
    }
  },
};

/** Properties of schema.org's NewsMediaOrganization and Organization that back trust by a page. */
export const trustProperties = [
  'publishingPrinciples',
  'correctionsPolicy',
  'ethicsPolicy',
  'masthead',
  'ownershipFundingInfo',
  'actionableFeedbackPolicy',
  'verificationFactCheckingPolicy',
  'unnamedSourcesPolicy',
  'diversityPolicy',
  'missionCoveragePrioritiesPolicy',
] as const;

const t2: Rule = {
  name: 'T2',
  severity: 'should',
  source: 'https://schema.org/NewsMediaOrganization',
  says: 'The publisher is a NewsMediaOrganization whose policies lead to pages that answer 200.',
  todo: 'Write ethicsPolicy, correctionsPolicy, masthead, ownershipFundingInfo and the others that exist, each with the address of its page.',
  *check(site) {
    const all = publishers(site);
    const [first] = all;
    if (!first) return;
    if (!all.some(({ thing }) => isA(thing, 'NewsMediaOrganization')))
      yield { page: first.page.address, found: 'no publisher is a NewsMediaOrganization' };
    else if (!all.some(({ thing }) => trustProperties.some((key) => thing[key] !== undefined)))
      yield { page: first.page.address, found: 'the publisher names none of its policies' };
    for (const { page, thing } of all)
      for (const key of trustProperties)
        for (const value of many(thing[key])) {
          const fault = faultOf(site, absolute(textOf(value), page.address));
          if (fault !== undefined) yield { page: page.address, found: `${key} ${textOf(value)} ${fault}` };
        }
  },
};

const labels: readonly (readonly [string, string, RegExp])[] = [
  ['OpinionNewsArticle', 'opinion', /opinion|comment|column|editorial|view|letter/i],
  ['AnalysisNewsArticle', 'analysis', /analysis|explain/i],
  ['AdvertiserContentArticle', 'sponsored', /sponsor|advert|paid|partner|promot/i],
];

function* labelFaults(site: CrawledSite, { page, thing }: ArticlePage) {
  for (const [type, name, words] of labels) {
    if (!isA(thing, type) || languageOf(page) !== 'en') continue;
    const headline = page.facts.headlines[0] ?? '';
    const isTold = (text: string): boolean => words.test(text.replace(headline, ''));
    if (!isTold(page.facts.topText)) yield { page: page.address, found: `nothing near the headline says ${name}` };
    for (const { feed, item } of itemsByLink(site).get(page.address) ?? [])
      if (![item.title, ...item.labels].some((text) => words.test(text)))
        yield { page: feed, found: `nothing says ${name} of ${page.address}` };
    for (const front of site.pages) {
      if (
        front === page ||
        front.answer.status !== 200 ||
        front.facts.anchors.every(({ href }) => href !== page.address)
      )
        continue;
      const cards = front.facts.anchors.filter(
        ({ href, text, inSentence }) =>
          href === page.address && headline !== '' && text.includes(headline) && !inSentence,
      );
      // A front that is itself named so says it for all of its cards; only advertising needs it on each.
      const isNamed = name !== 'sponsored' && words.test(front.facts.headlines[0] ?? '');
      if (cards.length > 0 && !isNamed && !cards.some(({ card }) => isTold(card)))
        yield { page: front.address, found: `the card of ${page.address} does not say ${name}` };
    }
  }
}

const t3: Rule = {
  name: 'T3',
  severity: 'should',
  source: google,
  says: 'Opinion, analysis and sponsored pieces are labelled on the page, on cards and in feeds.',
  todo: 'Print the label beside the headline wherever the headline stands, and give it to feeds as a category.',
  *check(site) {
    for (const article of articles(site)) yield* labelFaults(site, article);
  },
};

/** Letters and digits alone: signs and blanks are set one way in a feed and another on a page. */
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** A paragraph of fewer letters may be a date, a name, or what the feed adds. */
const fewestLetters = 60;

const paragraphsOf = (html: string): string[] =>
  elementsIn(fromHtml(html))
    .filter(({ element }) => /^(p|li|td|h[2-6])$/.test(element.tagName))
    .map(({ element }) => lettersOf(wordsIn(element)))
    .filter(({ length }) => length >= fewestLetters);

/** Whether most of the paragraphs that a feed gives in full stand nowhere on the page. */
const isElsewhere = (html: string, shown: string): boolean => {
  const paragraphs = paragraphsOf(html);
  const there = lettersOf(shown);
  return paragraphs.filter((paragraph) => !there.includes(paragraph)).length > paragraphs.length * 0.7;
};

const r2: Rule = {
  name: 'R2',
  severity: 'must',
  source: 'https://developers.google.com/search/docs/crawling-indexing/javascript/javascript-seo-basics',
  says: 'The whole article stands in the HTML, without script.',
  todo: 'Render the text on the server.',
  *check(site) {
    for (const { page, thing } of articles(site)) {
      const said = Number(textOf(thing.wordCount)) || textOf(thing.articleBody).split(/\s+/).filter(Boolean).length;
      const there = page.facts.text.split(/\s+/).filter(Boolean).length;
      const isFree = !/false$/i.test(textOf(thing.isAccessibleForFree));
      if (isFree && there < said * 0.8)
        yield { page: page.address, found: `${there} words stand in the HTML, ${said} in structured data` };
      else if (isFree) {
        const whole = itemsByLink(site)
          .get(page.address)
          ?.find(({ item }) => isElsewhere(item.body, page.facts.text));
        if (whole) yield { page: page.address, found: `the text that ${whole.feed} gives does not stand in the HTML` };
      }
    }
  },
};

const r6: Rule = {
  name: 'R6',
  severity: 'should',
  source: 'https://web.dev/articles/optimize-cls',
  says: 'Pictures keep their room by width and height, and the first one is not loaded lazily.',
  todo: 'Write width and height on every img; give the first picture under the headline fetchpriority="high" and no loading="lazy".',
  *check(site) {
    for (const { page } of articles(site)) {
      const { images } = page.facts;
      const bare = images.filter(({ hasSize }) => !hasSize);
      if (bare[0])
        yield {
          page: page.address,
          found: `${bare.length} pictures have no width and height, the first is ${bare[0].src}`,
        };
      const first = images.find(
        ({ gap, width, isBehindFilm }) => gap >= 0 && gap < 250 && width >= 400 && !isBehindFilm,
      );
      if (first?.isLazy) yield { page: page.address, found: `the first picture ${first.src} is loaded lazily` };
      else if (first && !first.hasPriority && first.gap < 400)
        yield { page: page.address, found: `the first picture ${first.src} has no fetchpriority="high"` };
    }
  },
};

/** T1 to T3, R2, R6. */
export const trustRules: readonly Rule[] = [t1, t2, t3, r2, r6];
