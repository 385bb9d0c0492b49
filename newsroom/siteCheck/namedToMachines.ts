/** The addresses that a page names to machines, beside its links. */
import { articleThings, many, resolvedAll, textOf, thingsOf } from '#newsroom/siteRules/jsonLd';
import { absolute, type PageFacts } from '#newsroom/siteRules/pageFacts';
import { pictureAddress } from '#newsroom/siteRules/partRules';
import { meta } from '#newsroom/siteRules/siteView';
import { trustProperties } from '#newsroom/siteRules/trustRules';

/** Pictures that a page declares to machines. */
export const picturesNamed = (facts: PageFacts, address: string): string[] => {
  const things = thingsOf(facts.blocks);
  const own = articleThings(things).flatMap((thing) =>
    many(thing.image).map((image) => resolvedAll(image, things)[0] ?? image),
  );
  return [
    absolute(meta(facts, 'og:image') ?? '', address),
    ...own.map((image) => pictureAddress(image, address)),
  ].filter((one) => one !== '' && one !== address);
};

/** Pages that a page names to machines. */
export const pagesNamed = (facts: PageFacts, address: string): string[] => {
  const things = thingsOf(facts.blocks);
  const articles = articleThings(things);
  const publishers = [...things, ...articles.flatMap(({ publisher }) => resolvedAll(publisher, things))];
  return [
    ...articles.flatMap(({ author }) => resolvedAll(author, things).map(({ url }) => textOf(url))),
    ...publishers.flatMap((thing) => trustProperties.flatMap((key) => many(thing[key]).map(textOf))),
    ...facts.links
      .filter(({ rel, hreflang }) => rel.includes('canonical') || rel.includes('next') || hreflang !== '')
      .map(({ href }) => href),
  ].map((one) => (one === '' ? '' : absolute(one, address)));
};
