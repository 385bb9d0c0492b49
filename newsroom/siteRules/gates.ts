/** Sections of a page that structured data calls gated, and whether they are there. */
import type { Element } from 'hast';
import { property } from '#newsroom/siteRules/hastText';
import { isThing, many, thingsOf, type Block } from '#newsroom/siteRules/jsonLd';

/** One `cssSelector` of a `hasPart`, and what of the page it names. */
export type Gate = {
  readonly selector: string;
  /** Whether it is one class and nothing else. */
  readonly isClass: boolean;
  readonly matches: number;
  /** Matches that stand inside another gated section. */
  readonly nested: number;
};

type Placed = { readonly element: Element; readonly within: readonly Element[] };

const hasClass = (element: Element, name: string): boolean =>
  property(element, 'className').split(/\s+/).includes(name);

/** Every gate that a page's structured data names. */
export const gatesIn = (all: readonly Placed[], blocks: readonly Block[]): Gate[] => {
  const parts = thingsOf(blocks).flatMap(({ hasPart }) => many(hasPart).filter(isThing));
  const selectors = [...new Set(parts.flatMap(({ cssSelector }) => many(cssSelector).map(String)))];
  const classes = selectors.filter((selector) => /^\.[\w-]+$/.test(selector)).map((selector) => selector.slice(1));
  return selectors.map((selector) => {
    const found = all.filter(({ element }) => hasClass(element, selector.slice(1)));
    const isClass = /^\.[\w-]+$/.test(selector);
    const nested = found.filter(({ within }) => within.some((outer) => classes.some((name) => hasClass(outer, name))));
    return { selector, isClass, matches: isClass ? found.length : 0, nested: isClass ? nested.length : 0 };
  });
};
