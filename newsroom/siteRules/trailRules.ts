/** P1 and P2: the trail above a page, and the page of an author. */
import { isA, isThing, many, resolvedAll, textOf } from '#newsroom/siteRules/jsonLd';
import { momentOf } from '#newsroom/siteRules/moments';
import { inEach } from '#newsroom/siteRules/partRules';
import { absolute } from '#newsroom/siteRules/pageFacts';
import { quoted, type Rule } from '#newsroom/siteRules/rule';
import { articles, pagesByAddress } from '#newsroom/siteRules/siteView';
import { placeName } from '#newsroom/siteRules/storyFacts';

const breadcrumb = 'https://developers.google.com/search/docs/appearance/structured-data/breadcrumb';

const p1: Rule = {
  name: 'P1',
  severity: 'should',
  source: breadcrumb,
  says: 'An article has a BreadcrumbList of two or more places, numbered from 1, equal to the visible trail.',
  todo: 'Draw both from one list; give every place but the last an absolute item.',
  check: inEach(function* ({ page, things }) {
    const lists = things.filter((thing) => isA(thing, 'BreadcrumbList'));
    const [list] = lists;
    if (!list) return yield 'there is no BreadcrumbList';
    const items = resolvedAll(list.itemListElement, things);
    if (items.length < 2) yield `the BreadcrumbList has ${items.length} places`;
    if (items.some(({ position }, index) => Number(position) !== index + 1)) yield 'positions do not run from 1';
    const names = items.map((item) => textOf(item.name) || (isThing(item.item) ? textOf(item.item.name) : ''));
    if (names.includes('')) yield 'a place has no name';
    if (items.slice(0, -1).some(({ item }) => !/^https?:\/\//.test(textOf(item))))
      yield 'a place before the last has no absolute item';
    const { trail } = page.facts;
    const isSame =
      trail.every((name, index) => name === placeName(names[index] ?? '')) && names.length - trail.length <= 1;
    if (trail.length > 0 && !isSame)
      yield `the trail on the page is ${quoted(trail.join(' / '))}, in structured data ${quoted(names.join(' / '))}`;
  }),
};

const p2: Rule = {
  name: 'P2',
  severity: 'should',
  source: `https://developers.google.com/search/docs/appearance/structured-data/profile-page`,
  says: "An author's page is a ProfilePage of a Person with name, address and description, and lists the newest articles first.",
  todo: 'Write mainEntity Person with name, url, description, and sameAs for every rel=me link; order the list by publication.',
  *check(site) {
    const dated = new Map(
      articles(site).map(({ page, thing }) => [page.address, momentOf(textOf(thing.datePublished)) ?? 0]),
    );
    for (const page of pagesByAddress(site).values()) {
      const things = page.facts.blocks.flatMap((block) => block.things);
      const profile = things.find((thing) => isA(thing, 'ProfilePage'));
      if (!profile || page.answer.status !== 200) continue;
      const [person] = resolvedAll(profile.mainEntity, things);
      if (!person) yield { page: page.address, found: 'the ProfilePage has no mainEntity' };
      else
        for (const key of ['name', 'url', 'description'] as const)
          if (textOf(person[key]) === '') yield { page: page.address, found: `the person has no ${key}` };
      if (person && page.facts.anchors.some(({ rel }) => rel.includes('me')) && many(person.sameAs).length === 0)
        yield { page: page.address, found: 'links with rel=me are not in sameAs' };
      const own = new Set(
        articles(site)
          .filter((article) =>
            resolvedAll(article.thing.author, article.things).some(
              ({ url }) => absolute(textOf(url), page.address) === page.address,
            ),
          )
          .map((article) => article.page.address),
      );
      const listed = [...new Set(page.facts.anchors.filter(({ inFooter }) => !inFooter).map(({ href }) => href))]
        .filter((href) => own.has(href))
        .map((href) => dated.get(href) ?? 0);
      if (listed.some((moment, index) => index > 0 && moment > (listed[index - 1] ?? 0)))
        yield { page: page.address, found: 'articles are not listed newest first' };
    }
  },
};

/** P1 and P2. */
export const trailRules: readonly Rule[] = [p1, p2];
