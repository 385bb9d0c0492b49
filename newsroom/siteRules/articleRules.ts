/** A1 to A3, A5, A7: the article in structured data. */
import type { CrawledSite } from '#newsroom/siteRules/crawledSite';
import {
  articleThings,
  isA,
  isLiveAndMore,
  isThing,
  many,
  newsTypes,
  resolvedAll,
  textOf,
  thingsOf,
  type Thing,
  typesOf,
} from '#newsroom/siteRules/jsonLd';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Finding, type Rule } from '#newsroom/siteRules/rule';
import {
  articlePages,
  articles,
  canonicalOf,
  faultOf,
  isNews,
  meta,
  pagesByAddress,
  type ArticlePage,
} from '#newsroom/siteRules/siteView';

const google = 'https://developers.google.com/search/docs/appearance/structured-data/article';

const unescaped = (text: string): string =>
  [...new Set(text.match(/[<>&\u2028\u2029]/g) ?? [])]
    .map((sign) => (sign < '\u2000' ? sign : 'a line separator'))
    .join(' ');

/** Findings about each article's thing. */
const inEach = (of: (article: ArticlePage) => readonly (string | false | undefined)[]): Rule['check'] =>
  function* (site) {
    for (const article of articles(site))
      for (const found of of(article)) if (found) yield { page: article.page.address, found };
  };

const a1: Rule = {
  name: 'A1',
  severity: 'must',
  source: google,
  says: 'Structured data is JSON, escaped for HTML, and an article page has exactly one article thing.',
  todo: 'Give each article one NewsArticle (or subtype); write <, >, & and line separators as \\u003c, \\u003e, \\u0026, \\u2028.',
  *check(site) {
    for (const { address, facts } of site.pages) {
      for (const { fault, text } of facts.blocks) {
        if (fault !== undefined) yield { page: address, found: `a block of structured data is no JSON: ${fault}` };
        else if (unescaped(text)) yield { page: address, found: `structured data holds unescaped ${unescaped(text)}` };
      }
    }
    for (const { address, facts } of articlePages(site)) {
      const found = articleThings(thingsOf(facts.blocks));
      const isBroken = facts.blocks.some(({ fault }) => fault !== undefined);
      // An article beside a live blog is L4's.
      if (found.length !== 1 && !isBroken && !isLiveAndMore(found))
        yield { page: address, found: `${found.length} article things stand on an article page` };
    }
  },
};

const a2: Rule = {
  name: 'A2',
  severity: 'should',
  source: google,
  says: 'An article is a NewsArticle or one of its subtypes.',
  todo: 'Write the type by the kind of the piece: NewsArticle, OpinionNewsArticle, AnalysisNewsArticle, ReviewNewsArticle, ReportageNewsArticle, LiveBlogPosting, AdvertiserContentArticle.',
  check: inEach((article) => [
    !isNews(article) &&
      `the type is ${typesOf(article.thing).join(', ')}, none of ${newsTypes.slice(0, 3).join(', ')} …`,
  ]),
};

const a3: Rule = {
  name: 'A3',
  severity: 'must',
  source: google,
  says: 'The headline in structured data is the visible one, and mainEntityOfPage, canonical and og:url are one address.',
  todo: 'Draw the headline and the address from the same field wherever they are written.',
  check: inEach(({ page, thing }) => {
    const headline = textOf(thing.headline).replace(/\s+/g, ' ').trim();
    const [visible = ''] = page.facts.headlines;
    const own = canonicalOf(page);
    // A piece first printed elsewhere is canonical there.
    const canonical = own !== '' && new URL(own).origin === new URL(page.address).origin ? own : '';
    const main = absolute(textOf(thing.mainEntityOfPage), page.address);
    const og = meta(page.facts, 'og:url');
    return [
      page.facts.headlines.length === 0 && 'the page has no h1',
      visible !== '' && headline !== visible && `headline is ${quoted(headline)}, the h1 ${quoted(visible)}`,
      canonical !== '' && main !== canonical && `mainEntityOfPage is ${main || 'missing'}, canonical ${canonical}`,
      canonical !== '' &&
        og !== undefined &&
        absolute(og, page.address) !== canonical &&
        `og:url is ${og}, canonical ${canonical}`,
    ];
  }),
};

const title = /^(by|dr|prof|professor|mr|mrs|ms|sir|dame)\b\.?\s/i;

const nameFault = (name: string, isPerson: boolean): string | false => {
  if (name === '') return 'an author has no name';
  if (title.test(name)) return `the author's name ${quoted(name)} begins with more than a name`;
  return isPerson && /,|;|\||\s(and|&)\s/.test(name) && `the author's name ${quoted(name)} holds more than one name`;
};

const isWithoutPage = ({ url, sameAs }: Thing): boolean => textOf(url) === '' && many(sameAs).length === 0;

/**
 * Whose name must lead somewhere: a guest without a page of their own is no fault where the others have pages, and a site
 * on which most names lead nowhere has no guests but a gap.
 */
const namesWithPages = (site: CrawledSite): ((name: string) => boolean) => {
  const all = articles(site).flatMap(({ thing, things }) => resolvedAll(thing.author, things));
  const led = new Set(all.filter((author) => !isWithoutPage(author)).map(({ name }) => textOf(name)));
  const bare = new Set(all.filter(isWithoutPage).map(({ name }) => textOf(name)));
  return (name) => led.has(name) || bare.size > led.size;
};

const a5: Rule = {
  name: 'A5',
  severity: 'should',
  source: `${google}#author-bp`,
  says: 'Each author in the byline is an object of its own with the bare name and the address of a profile.',
  todo: 'Write one Person or Organization for each name, only the name in it, and a url that answers 200 with a ProfilePage.',
  *check(site) {
    const mustHavePage = namesWithPages(site);
    for (const { page, thing, things } of articles(site)) {
      const authors = resolvedAll(thing.author, things);
      const say = (found: string): Finding => ({ page: page.address, found });
      if (authors.length !== many(thing.author).length || authors.length === 0)
        yield say(many(thing.author).length === 0 ? 'there is no author' : 'an author is bare text');
      const { bylines } = page.facts;
      if (authors.length > 0 && bylines.length > authors.length)
        yield say(`${authors.length} authors in structured data, ${bylines.length} in the byline`);
      for (const author of authors) {
        const fault = nameFault(textOf(author.name).trim(), isA(author, 'Person'));
        if (fault) yield say(fault);
        const url = absolute(textOf(author.url), page.address);
        if (isWithoutPage(author) && mustHavePage(textOf(author.name)))
          yield say(`${textOf(author.name)} has neither url nor sameAs`);
        const broken = url === '' ? undefined : faultOf(site, url);
        if (broken !== undefined) yield say(`the author's page ${url} ${broken}`);
        const profile = pagesByAddress(site).get(url);
        const isProfile = profile && thingsOf(profile.facts.blocks).some((one) => isA(one, 'ProfilePage'));
        if (profile && broken === undefined && isA(author, 'Person') && !isProfile)
          yield say(`the author's page ${url} is no ProfilePage`);
      }
    }
  },
};

const wanted = ['articleSection', 'inLanguage', 'description', 'keywords', 'wordCount', 'isAccessibleForFree'] as const;

const a7: Rule = {
  name: 'A7',
  severity: 'should',
  source: google,
  says: 'The article names its publisher with a logo, and says section, language, description, keywords, length and whether it is free.',
  todo: 'Add what is missing; isAccessibleForFree is true unless hasPart names the gated sections.',
  check: inEach(({ page, thing, things }) => {
    // An article without tags has no keywords to give.
    const isTagged =
      page.facts.anchors.some(({ rel }) => rel.includes('tag')) || meta(page.facts, 'article:tag') !== undefined;
    const [publisher] = resolvedAll(thing.publisher, things);
    const isOrganisation = publisher && isA(publisher, 'Organization', 'NewsMediaOrganization');
    const isShut = /^(https?:\/\/schema\.org\/)?false$/i.test(textOf(thing.isAccessibleForFree));
    return [
      !publisher && 'publisher is missing',
      publisher && !isOrganisation && `publisher is a ${typesOf(publisher).join(', ') || 'thing without a type'}`,
      publisher && many(publisher.logo).length === 0 && 'publisher has no logo',
      ...wanted.map((key) => (key !== 'keywords' || isTagged) && textOf(thing[key]) === '' && `${key} is missing`),
      isShut &&
        !many(thing.hasPart).some(isThing) &&
        'isAccessibleForFree is false, and hasPart names no gated section',
    ];
  }),
};

/** A1 to A3, A5, A7, in order. */
export const articleRules: readonly Rule[] = [a1, a2, a3, a5, a7];
