/** A4, D1 and D2: an article's dates, in structured data and to the eye. */
import { clockSkew, type CrawledSite, seenAt } from '#newsroom/siteRules/crawledSite';
import { textOf } from '#newsroom/siteRules/jsonLd';
import { isSameMoment, momentOf } from '#newsroom/siteRules/moments';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, isLive, itemsByLink, languageOf, meta, type ArticlePage } from '#newsroom/siteRules/siteView';

type Named = readonly [string, string | undefined];

const source = 'https://developers.google.com/search/docs/appearance/publication-dates';

/** What the article's own page says of its dates and must agree with. */
const datesOnPage = ({ page }: ArticlePage, published: string, modified: string): (readonly [string, Named])[] => [
  [published, ['article:published_time', meta(page.facts, 'article:published_time')]],
  [modified, ['article:modified_time', meta(page.facts, 'article:modified_time')]],
];

/** What sitemaps and feeds say of an article, with the date they must agree with. */
const datesElsewhere = (
  site: CrawledSite,
  address: string,
  published: string,
  modified: string,
): (readonly [string, Named])[] => [
  ...site.sitemaps.flatMap(({ address: sitemap, facts }) =>
    facts.entries
      .filter((entry) => entry.address === address)
      .flatMap(({ changed, news }): (readonly [string, Named])[] => [
        [modified, [`lastmod in ${sitemap}`, changed]],
        ...news.map(({ date }) => [published, [`publication_date in ${sitemap}`, date]] as const),
      ]),
  ),
  ...(itemsByLink(site).get(address) ?? []).flatMap(({ feed, item }): (readonly [string, Named])[] => [
    [published, [`the publication date in ${feed}`, written(item.published)]],
    [modified, [`the date of change in ${feed}`, written(item.updated)]],
  ]),
];

const written = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : Number.isNaN(at) ? 'unreadable' : new Date(at).toISOString();

const a4: Rule = {
  name: 'A4',
  severity: 'must',
  source,
  says: 'Dates carry their offset, are not in the future, and are the same in structured data, on the page, in meta tags, sitemaps and feeds.',
  todo: 'Write the moments of publication and change once, with their offset, and draw every other date from them.',
  *check(site) {
    for (const article of articles(site)) {
      const { address, facts } = article.page;
      const published = textOf(article.thing.datePublished);
      const modified = textOf(article.thing.dateModified) || published;
      const [from, to] = [momentOf(published), momentOf(modified)];
      if (from === undefined || to === undefined) {
        const [name, value] = from === undefined ? ['datePublished', published] : ['dateModified', modified];
        yield {
          page: address,
          found: `${name} is ${value ? `${quoted(value)}, no moment with an offset` : 'missing'}`,
        };
        continue;
      }
      if (Math.max(from, to) > seenAt(site, article.page.answer) + clockSkew)
        yield { page: address, found: `a date lies in the future: ${from > to ? published : modified}` };
      if (to < from) yield { page: address, found: `dateModified ${modified} is before datePublished ${published}` };
      const seen = facts.times.map(({ datetime }) => datetime);
      for (const date of new Set(isLive(article) ? [published] : [published, modified]))
        if (!seen.some((one) => isSameMoment(one, date)))
          yield { page: address, found: `no <time> of the page says ${date}` };
      for (const [right, [name, value]] of [
        ...datesOnPage(article, published, modified),
        ...datesElsewhere(site, address, published, modified),
      ])
        if (value !== undefined && !isSameMoment(value, right))
          yield { page: address, found: `${name} is ${value}, structured data says ${right}` };
    }
  },
};

// A clock time, and a zone by letters, offset or word.
const clock = /\d{1,2}\s?[:.h]\s?\d{2}|\d\s?[ap]\.?m\b/i;
const zone = /\b[A-Z]{2,5}\b(?<!\b[AP]M)|[+−-]\d{1,2}(:?\d{2})?\b|\b(time|zeit|heure|hora|ora)\b/;
const label = /publish|updat|posted|modified|first|last|amended|released/i;

const d1: Rule = {
  name: 'D1',
  severity: 'should',
  source,
  says: 'Date and time with zone stand under the headline, labelled "Published" or "Updated", and no other date stands there.',
  todo: 'Put <time datetime> with an offset right under the headline, print hour and zone, label it, and move other dates below the text.',
  *check(site) {
    for (const article of articles(site)) {
      const { page, thing } = article;
      const own = [textOf(thing.datePublished), textOf(thing.dateModified)].filter(
        (date) => momentOf(date) !== undefined,
      );
      const isOwn = (datetime: string): boolean => own.some((date) => isSameMoment(date, datetime));
      const top = page.facts.times.filter(({ gap, isAside }) => gap <= 1200 && !isAside);
      const first = top.find(({ datetime, gap }) => gap >= 0 && isOwn(datetime));
      if (own.length === 0) continue;
      if (!first) {
        // A page without the date at all is A4's.
        if (page.facts.times.some(({ datetime }) => isOwn(datetime)))
          yield { page: page.address, found: 'the date does not stand under the headline' };
        continue;
      }
      if (!clock.test(first.text)) yield { page: page.address, found: `${quoted(first.text)} names no time of day` };
      else if (!zone.test(first.text)) yield { page: page.address, found: `${quoted(first.text)} names no time zone` };
      if (languageOf(page) === 'en' && !label.test(first.before))
        yield { page: page.address, found: `${quoted(first.text)} is not labelled as published or updated` };
      for (const { datetime, gap } of top)
        if (gap < first.gap && momentOf(datetime) !== undefined && !isOwn(datetime))
          yield { page: page.address, found: `another date, ${datetime}, stands above the article's own` };
    }
  },
};

/** So many articles that changed in one and the same second were not changed by hand. */
const tooMany = 5;

/** Articles by the second of their change, those left out that never changed. */
const changedTogether = (site: CrawledSite): ReadonlyMap<number, readonly string[]> => {
  const together = new Map<number, string[]>();
  for (const { page, thing } of articles(site)) {
    const [published, modified] = [momentOf(textOf(thing.datePublished)), momentOf(textOf(thing.dateModified))];
    if (published === undefined || modified === undefined || modified <= published) continue;
    const second = Math.floor(modified / 1000);
    // Whoever types a moment types no seconds: a round minute may well be meant for several.
    if (second % 60 === 0) continue;
    together.set(second, [...(together.get(second) ?? []), page.address]);
  }
  return together;
};

const d2: Rule = {
  name: 'D2',
  severity: 'should',
  source,
  says: 'dateModified is the moment of a change of substance: not of a build, an import or a corrected letter.',
  todo: 'Let the writer state when a piece was updated, and leave dateModified alone for anything else.',
  *check(site) {
    for (const [second, [first = '', ...others]] of changedTogether(site))
      if (others.length + 1 >= tooMany)
        yield {
          page: first,
          found: `${others.length + 1} articles were modified in the same second, ${new Date(second * 1000).toISOString()}`,
        };
  },
};

/** A4, D1, D2. */
export const dateRules: readonly Rule[] = [a4, d1, d2];
