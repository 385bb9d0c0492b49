/** Addresses that differ in numbers only, and lists of them that lead on for ever. */
import type { PageFacts } from '#newsroom/siteRules/pageFacts';

/** So many pages of one shape are visited before it is asked whether they still bring anything new. */
const enough = 30;

/** An address with every number after the first path word replaced; the same for all pages of one list. */
const shapeOf = (address: string): string => {
  const { pathname, search } = new URL(address);
  return (pathname + search).replace(/(page|paged|p|offset|start)([/=])\d+/gi, '$1$2#');
};

/** Remembers the last pages of each shape and tells which lead on without anything new. */
export const createShapes = () => {
  const seen = new Map<string, { visited: number; same: number; last: string }>();
  const endless = new Map<string, { shape: string; example: string }>();
  return {
    endless,
    /** Whether a newly found address may be visited. */
    isOpen: (address: string): boolean => !endless.has(shapeOf(address)),
    /** Notes a visited page. */
    note: (address: string, { anchors }: PageFacts): void => {
      const shape = shapeOf(address);
      if (!shape.includes('#')) return;
      const links = JSON.stringify(
        [...new Set(anchors.map(({ href }) => href))].filter((href) => shapeOf(href) !== shape).sort(),
      );
      const state = seen.get(shape) ?? { visited: 0, same: 0, last: '' };
      const same = state.last === links ? state.same + 1 : 0;
      seen.set(shape, { visited: state.visited + 1, same, last: links });
      if (state.visited >= enough && same >= 5) endless.set(shape, { shape, example: address });
    },
  };
};
