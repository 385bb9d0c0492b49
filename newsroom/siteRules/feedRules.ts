/** F1 to F7: feeds, hubs and IndexNow. */
import { clockSkew, type CrawledSite, type Feed, seenAt } from '#newsroom/siteRules/crawledSite';
import { textOf } from '#newsroom/siteRules/jsonLd';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, faultOf, isIndexable, itemsByLink, pagesByAddress } from '#newsroom/siteRules/siteView';
import type { FeedItem } from '#newsroom/siteRules/feedDocument';

const wordCount = (html: string): number =>
  html
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter(Boolean).length;

const inEach = (of: (feed: Feed, site: CrawledSite) => Iterable<string>): Rule['check'] =>
  function* (site) {
    for (const feed of site.feeds) for (const found of of(feed, site)) yield { page: feed.address, found };
  };

const types = {
  rss: /rss\+xml|^(application|text)\/xml/,
  atom: /atom\+xml|^(application|text)\/xml/,
  json: /feed\+json|^application\/json/,
} as const;

function* f1Faults({ answer, facts }: Feed): Iterable<string> {
  if (answer.status !== 200) return yield answer.fault ?? `it answers ${answer.status}`;
  yield* facts.faults;
  const type = answer.headers['content-type'] ?? '';
  if (!types[facts.kind].test(type) && facts.faults.length === 0) yield `it is sent as ${type || 'nothing'}`;
  const bad = facts.items.find(({ published, updated }) => Number.isNaN(published) || Number.isNaN(updated));
  if (bad) yield `the date of ${quoted(bad.title)} cannot be read`;
  const bare = facts.items.find(({ link, title }) => link === '' || title === '');
  if (bare) yield `${quoted(bare.title || bare.id)} has no ${bare.link === '' ? 'link' : 'title'}`;
}

const f1: Rule = {
  name: 'F1',
  severity: 'must',
  source: 'https://www.rssboard.org/rss-specification',
  says: 'Feeds are valid RSS 2.0, Atom 1.0 or JSON Feed 1.1, and the front page names one in its head.',
  todo: 'Mend what the message names, and write <link rel="alternate" type="application/rss+xml"> in the head.',
  *check(site) {
    for (const feed of site.feeds) for (const found of f1Faults(feed)) yield { page: feed.address, found };
    const home = pagesByAddress(site).get(site.home);
    const named = home?.facts.links.some(
      ({ rel, type, inHead }) => inHead && rel.includes('alternate') && /(rss|atom)\+xml|feed\+json/.test(type),
    );
    if (home && !named) yield { page: home.address, found: 'its head names no feed' };
  },
};

/** Marks of a component that nobody rendered. */
const residue = /<[A-Z][A-Za-z]*[\s/>]|\bclassName=|<script\b|javascript:|\{\s*\/\*/;

function* bodyFaults(item: FeedItem, words: number | undefined): Iterable<string> {
  const name = quoted(item.title || item.link);
  if (item.body === '') return;
  if (words !== undefined && wordCount(item.body) < words * 0.6)
    yield `${name} has ${wordCount(item.body)} words of ${words}`;
  const wild = residue.exec(item.body);
  if (wild) yield `${name} holds ${quoted(wild[0])}`;
  const relative = /(?:href|src|poster)=["'](?!https?:|mailto:|tel:|data:|#)([^"']*)["']/.exec(item.body);
  if (relative) yield `${name} holds the relative address ${quoted(relative[1] ?? '')}`;
  for (const { url, type, length } of item.files)
    if (!type || !length || !/^\d+$/.test(length))
      yield `the file ${url} of ${name} has no ${type ? 'length' : 'type'}`;
}

const isOfHeadlines = ({ facts: { items } }: Pick<Feed, 'facts'>): boolean =>
  items.filter(({ body }) => body === '').length * 2 > items.length;

/**
 * Whether the entries without text of a feed are kept at home, as a licence may ask: each is so in every feed, and one that
 * gives other pieces in full holds one of them.
 */
const isKeptAtHome = (site: CrawledSite, { address, facts }: Feed): boolean => {
  const withText = new Set(site.feeds.filter((feed) => !isOfHeadlines(feed)).map((feed) => feed.address));
  const places = facts.items
    .filter(({ body }) => body === '')
    .map(({ link }) => itemsByLink(site).get(absolute(link, address)) ?? []);
  return (
    places.every((each) => each.every(({ item }) => item.body === '')) &&
    places.some((each) => each.some(({ feed }) => withText.has(feed)))
  );
};

const f2: Rule = {
  name: 'F2',
  severity: 'should',
  source: 'https://www.rssboard.org/rss-profile',
  says: 'Entries hold the full text as HTML with absolute addresses, without scripts and leftovers, files with type and length. What a licence keeps at home is in no feed in full.',
  todo: 'Send the whole article in content:encoded, content or content_html, every address absolute.',
  *check(site) {
    const words = new Map(
      articles(site).map(({ page, thing }) => [page.address, Number(textOf(thing.wordCount)) || undefined]),
    );
    for (const feed of site.feeds) {
      const { address, facts } = feed;
      const empty = facts.items.filter(({ body }) => body === '').length;
      if (isOfHeadlines(feed) && !isKeptAtHome(site, feed))
        yield { page: address, found: `${empty} of ${facts.items.length} entries have no full text` };
      for (const item of facts.items)
        for (const found of bodyFaults(item, words.get(absolute(item.link, address)))) yield { page: address, found };
    }
  },
};

const f3: Rule = {
  name: 'F3',
  severity: 'must',
  source: 'https://support.google.com/news/publisher-center/answer/9545420',
  says: 'Each entry has an id of its own, the same in every feed.',
  todo: 'Give an article one id at its first publication and keep it through edits and renames.',
  *check(site) {
    const idOf = new Map<string, { id: string; feed: string }>();
    for (const { address, facts } of site.feeds) {
      const seen = new Set<string>();
      for (const { id, link, title } of facts.items) {
        if (id === '') yield { page: address, found: `${quoted(title)} has no id` };
        else if (seen.has(id)) yield { page: address, found: `two entries have the id ${id}` };
        seen.add(id);
        const other = idOf.get(link);
        if (id !== '' && other && other.id !== id)
          yield { page: address, found: `${link} has the id ${id}, in ${other.feed} ${other.id}` };
        if (id !== '' && !other) idOf.set(link, { id, feed: address });
      }
    }
  },
};

const f4: Rule = {
  name: 'F4',
  severity: 'must',
  source: 'https://support.google.com/news/publisher-center/answer/9545420',
  says: 'No feed holds what is not public: every entry leads to a page that answers 200, may be listed and is not of the future.',
  todo: 'Make every feed, those of tags and authors too, from what is public at this moment.',
  check: inEach(function* ({ address, answer, facts }, site) {
    for (const { link, title, published = 0 } of facts.items) {
      const target = absolute(link, address);
      const fault = faultOf(site, target);
      const page = pagesByAddress(site).get(target);
      if (fault !== undefined) yield `${quoted(title)}: ${target} ${fault}`;
      else if (published > seenAt(site, answer) + clockSkew) yield `${quoted(title)} is dated in the future`;
      else if (page && !isIndexable(page)) yield `${quoted(title)} leads to a page that is noindex`;
    }
  }),
};

const f5: Rule = {
  name: 'F5',
  severity: 'should',
  source: 'https://www.w3.org/TR/websub/#discovery',
  says: 'A feed names itself exactly once, and where it names a hub the Link header names hub and self too.',
  todo: 'Write one rel=self with the address of the feed; send Link: <hub>; rel="hub", <self>; rel="self".',
  check: inEach(function* ({ address, answer, facts }) {
    if (facts.faults.length > 0 || answer.status !== 200) return;
    const { self, hubs } = facts;
    if (self.length !== 1) yield `${self.length} rel=self stand in it`;
    else if (absolute(self[0] ?? '', address) !== address) yield `it names itself ${self[0]}`;
    const header = answer.headers.link ?? '';
    if (hubs.length === 0) return;
    for (const rel of ['hub', 'self'])
      if (!new RegExp(`rel="?${rel}"?`).test(header)) yield `it names a hub, and the Link header has no rel=${rel}`;
  }),
};

const f6: Rule = {
  name: 'F6',
  severity: 'should',
  source: 'https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests',
  says: 'A feed that has not changed answers 304 to a conditional request.',
  todo: 'Send ETag or Last-Modified, and answer 304 to If-None-Match and If-Modified-Since.',
  check: inEach(function* ({ answer, conditional }) {
    if (answer.status !== 200) return;
    if (!answer.headers.etag && !answer.headers['last-modified']) yield 'it sends neither ETag nor Last-Modified';
    else if (conditional !== undefined && conditional !== 304) yield `a conditional request is answered ${conditional}`;
  }),
};

const f7: Rule = {
  name: 'F7',
  severity: 'should',
  source: 'https://www.indexnow.org/documentation',
  says: 'The IndexNow key stands at the root and is 8 to 128 letters, digits or hyphens.',
  todo: 'Serve /KEY.txt with the key in it, the same that is sent to search engines. Checked with --indexnow-key.',
  *check(site) {
    for (const { kind, of, answer, text = '' } of site.probes) {
      if (kind !== 'IndexNow key') continue;
      if (!/^[A-Za-z0-9-]{8,128}$/.test(of))
        yield {
          page: answer.asked,
          found: `the key has ${of.length} signs or others than letters, digits and hyphens`,
        };
      if (answer.status !== 200) yield { page: answer.asked, found: answer.fault ?? `it answers ${answer.status}` };
      else if (text.trim() !== of) yield { page: answer.asked, found: 'the file does not hold the key' };
    }
  },
};

/** F1 to F7. */
export const feedRules: readonly Rule[] = [f1, f2, f3, f4, f5, f6, f7];
