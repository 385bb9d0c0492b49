/** L1 to L4: live coverage. */
import { clockSkew, seenAt } from '#newsroom/siteRules/crawledSite';
import {
  articleThings,
  isA,
  isLiveAndMore,
  resolvedAll,
  textOf,
  thingsOf,
  type Thing,
  typesOf,
} from '#newsroom/siteRules/jsonLd';
import { isSameMoment, momentOf } from '#newsroom/siteRules/moments';
import { inEach } from '#newsroom/siteRules/partRules';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articlePages, articles, isLive, type ArticlePage } from '#newsroom/siteRules/siteView';

const liveSource = 'https://schema.org/LiveBlogPosting';

const inLive = (of: (thing: Thing, article: ArticlePage) => Iterable<string>): Rule['check'] =>
  inEach((article) => (isLive(article) ? of(article.thing, article) : []));

const l1: Rule = {
  name: 'L1',
  severity: 'should',
  source: liveSource,
  says: 'A live blog says when coverage starts, and when it ended once it has.',
  todo: 'Write coverageStartTime always, coverageEndTime when coverage is over and not before, both with an offset.',
  *check(site) {
    for (const article of articles(site)) {
      if (!isLive(article)) continue;
      const [start, end] = [textOf(article.thing.coverageStartTime), textOf(article.thing.coverageEndTime)];
      const page = article.page.address;
      if (momentOf(start) === undefined) yield { page, found: `coverageStartTime is ${start || 'missing'}` };
      const ended = end === '' ? undefined : (momentOf(end) ?? NaN);
      if (ended !== undefined && !(ended <= seenAt(site, article.page.answer) + clockSkew))
        yield { page, found: `coverageEndTime is ${end}, which is not past` };
    }
  },
};

const l2: Rule = {
  name: 'L2',
  severity: 'should',
  source: liveSource,
  says: 'Each entry of a live blog is a BlogPosting with headline, moment, text and an address with a fragment.',
  todo: 'Write liveBlogUpdate with headline, datePublished, articleBody and the address of the entry on this page.',
  check: inLive(function* (thing, { page, things }) {
    const entries = resolvedAll(thing.liveBlogUpdate, things);
    // An empty list says that nothing has come yet.
    if (entries.length === 0 && !Array.isArray(thing.liveBlogUpdate)) yield 'there is no liveBlogUpdate';
    for (const entry of entries) {
      const name = quoted(textOf(entry.headline) || 'an entry');
      if (!isA(entry, 'BlogPosting')) yield `${name} is no BlogPosting`;
      for (const key of ['headline', 'articleBody'] as const)
        if (textOf(entry[key]) === '') yield `${name} has no ${key}`;
      if (momentOf(textOf(entry.datePublished)) === undefined) yield `${name} has no datePublished with an offset`;
      const url = textOf(entry.url);
      if (!url.includes('#') || absolute(url, page.address) !== page.address)
        yield `${name} has no address on this page`;
    }
  }),
};

const l3: Rule = {
  name: 'L3',
  severity: 'should',
  source: liveSource,
  says: 'A live blog was modified when its newest entry was published, or with the page itself where all entries are older.',
  todo: 'Set dateModified to the moment of the newest entry, never before datePublished.',
  check: inLive(function* (thing, { things }) {
    const entries = resolvedAll(thing.liveBlogUpdate, things);
    // What happened long ago may be told entry by entry today; A4 forbids a change before the publication.
    const moments = [
      ...entries.map((entry) => textOf(entry.dateModified ?? entry.datePublished)),
      ...(entries.length > 0 ? [textOf(thing.datePublished)] : []),
    ];
    const newest = moments
      .filter((moment) => momentOf(moment) !== undefined)
      .sort((a, b) => (momentOf(b) ?? 0) - (momentOf(a) ?? 0))[0];
    const modified = textOf(thing.dateModified);
    if (newest !== undefined && !isSameMoment(newest, modified))
      yield `dateModified is ${modified}, the newest entry or the page itself is of ${newest}`;
  }),
};

const l4: Rule = {
  name: 'L4',
  severity: 'must',
  source: liveSource,
  says: 'A live page has one article thing, not an article and a live blog with two dates.',
  todo: 'Write everything about the page into the LiveBlogPosting, and leave the other article thing out.',
  *check(site) {
    for (const { address, facts } of articlePages(site)) {
      const found = articleThings(thingsOf(facts.blocks));
      if (isLiveAndMore(found))
        yield { page: address, found: `${found.flatMap(typesOf).join(' and ')} stand on one page` };
    }
  },
};

/** L1 to L4. */
export const liveRules: readonly Rule[] = [l1, l2, l3, l4];
