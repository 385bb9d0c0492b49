/** What in a visited site answers a question about the publication: a section of a page about it, or what the site does. */
import type { CrawledSite, Page } from '#newsroom/siteRules/crawledSite';
import { many, resolvedAll, textOf } from '#newsroom/siteRules/jsonLd';
import { absolute } from '#newsroom/siteRules/pageFacts';
import type { Section } from '#newsroom/siteRules/storyFacts';
import { articles, faultOf, pagesByAddress, publishers } from '#newsroom/siteRules/siteView';
import { trustProperties } from '#newsroom/siteRules/trustRules';

/** What answers: a page, and the heading under which it stands there. */
export type Evidence = { readonly page: string; readonly section?: string };

/** One thing that a reader of the self-assessment wants to find. */
export type Sought = {
  /** As in "who owns the publication": stands behind "nothing says". */
  readonly what: string;
  /** Whether it is found by words, which the program knows in English. */
  readonly byWords: boolean;
  readonly find: (site: CrawledSite) => Evidence | undefined;
};

/** Addresses and names of pages on which publications speak of themselves. */
const aboutWords =
  /about|masthead|staff|team|ethic|editorial|principles|standards|correction|contact|complain|owner|funding|privacy|mission|impressum|imprint|divers|transparen|self-assessment|trust|policy|policies|careers|jobs/i;

const isAbout = (address: string, text: string): boolean => {
  const { pathname } = new URL(address);
  return /^\/(\w\w\/)?about([-/]|$)/.test(pathname) || (pathname !== '/' && aboutWords.test(`${pathname} ${text}`));
};

const found = new WeakMap<CrawledSite, readonly Page[]>();

const sought = (site: CrawledSite): readonly Page[] => {
  const footers = new Map(
    site.pages.flatMap(({ facts }) =>
      facts.anchors.filter(({ inFooter }) => inFooter).map(({ href, text }) => [href, text]),
    ),
  );
  const named = [...footers].filter(([href, text]) => isAbout(href, text)).map(([href]) => href);
  const promised = publishers(site).flatMap(({ page, thing }) =>
    trustProperties.flatMap((name) => many(thing[name]).map((value) => absolute(textOf(value), page.address))),
  );
  return [...new Set([...named, ...promised])].flatMap((address) => {
    const answer = site.answers.get(address);
    const page = pagesByAddress(site).get(answer?.address ?? address);
    return page && page.answer.status === 200 ? [page] : [];
  });
};

/** Pages about the publication: those that a footer names so, and those that structured data names as its policies. */
const aboutPages = (site: CrawledSite): readonly Page[] => {
  const pages = found.get(site) ?? sought(site);
  found.set(site, pages);
  return pages;
};

/** Fewer words than this answer nothing. */
const fewWords = 6;

/** What a page is called: the last part of its address, and its headline. */
const nameOf = ({ address, facts }: Page): string =>
  `${new URL(address).pathname.split('/').filter(Boolean).at(-1) ?? ''} ${facts.headlines.join(' ')}`;

/** A page that goes through the clauses names everything and answers nothing but the last of them. */
const anyButAssessments = /^(?!.*(assessment|\bjti\b|trust initiative))/i;

const wordsOf = (text: string): number => text.split(/\s+/).length;

/** How much a section is about something: its heading says so, and then the more words the better. */
const weightOf = ({ heading, text }: Section, patterns: readonly RegExp[]): number =>
  (patterns.some((pattern) => pattern.test(heading)) ? 1000 : 0) + Math.min(wordsOf(text), 200);

/**
 * A section that says it: all patterns are found in its heading and its words. `on` chooses pages by what they are called. Of
 * several the one that is most about it is told: an editor who follows it should find the answer there.
 */
export const told = (what: string, patterns: readonly RegExp[], on = anyButAssessments): Sought => ({
  what,
  byWords: true,
  find: (site) => {
    const sections = aboutPages(site)
      .filter((page) => on.test(nameOf(page)))
      .flatMap(({ address, facts }) =>
        facts.sections
          .filter(
            ({ heading, text }) =>
              wordsOf(text) >= fewWords && patterns.every((one) => one.test(`${heading}\n${text}`)),
          )
          .map((section) => ({ address, facts, section })),
      )
      .sort((one, other) => weightOf(other.section, patterns) - weightOf(one.section, patterns));
    const [best] = sections;
    if (!best) return undefined;
    const { heading } = best.section;
    const isWhole = heading === '' || best.facts.headlines.includes(heading);
    return { page: best.address, ...(!isWhole && { section: heading }) };
  },
});

/** Something that the site does, whatever words it has for it. */
const done = (what: string, find: Sought['find']): Sought => ({ what, byWords: false, find });

/** A page that answers 200 and whose address says what it is; lists count, forms of one list do not. */
export const pageNamed = (what: string, path: RegExp): Sought =>
  done(what, (site) => {
    const page = site.pages.find(
      ({ address, answer }) => answer.status === 200 && path.test(new URL(address).pathname.replace(/\/$/, '')),
    );
    return page && { page: page.address };
  });

/** A property of the publisher in structured data; one that is an address must lead to a page. */
export const property = (what: string, ...names: readonly string[]): Sought =>
  done(what, (site) => {
    for (const { page, thing } of publishers(site))
      for (const name of names) {
        const [value] = many(thing[name]);
        if (value === undefined || value === '') continue;
        const address = absolute(textOf(value), page.address);
        const isPage = /^https?:/.test(textOf(value));
        if (isPage && faultOf(site, address) !== undefined) continue;
        return { page: isPage ? address : page.address };
      }
    return undefined;
  });

/** An article on which names lead to the people who wrote it. */
export const bylines = done('bylines that lead to the people who wrote a piece', (site) => {
  const piece = articles(site).find(({ page }) => page.facts.bylines.length > 0);
  return piece && { page: piece.page.address };
});

/** An article whose pictures say whose they are. */
export const credits = done('credits of pictures', (site) => {
  const piece = articles(site).find(({ thing, things }) =>
    resolvedAll(thing.image, things).some(
      ({ creditText, creator, copyrightNotice }) => (creditText ?? creator ?? copyrightNotice) !== undefined,
    ),
  );
  return piece && { page: piece.page.address };
});
