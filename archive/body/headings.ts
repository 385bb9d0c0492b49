/** Names of headings, by which a reader can point at one. */
import type { ElementContent } from 'hast';

/** The words of nodes, without markup. */
export const wordsOf = (nodes: readonly ElementContent[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('');

/** Units of a heading's words that make its name. */
const LONGEST = 80;

/** A name made of a heading's words: lower case, letters and digits of any script, hyphens; a second one gets a number. */
export const headingId = (children: readonly ElementContent[], taken: TakenNames): string => {
  const words = wordsOf(children).normalize('NFC').toLowerCase();
  const slug = words.replace(/[’']/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name =
    [...slug]
      .slice(0, LONGEST)
      .join('')
      .replace(/^-+|-+$/g, '') || 'part';
  return uniqueId(name, taken);
};

/** Names that are taken, each with the number that was last given to a repetition. */
export type TakenNames = Map<string, number>;

/** The name itself, or with the first number that makes it new; it is taken from then on. */
export const uniqueId = (name: string, taken: TakenNames): string => {
  let n = taken.get(name);
  if (n === undefined) {
    taken.set(name, 1);
    return name;
  }
  do n += 1;
  while (taken.has(`${name}-${n}`));
  taken.set(name, n).set(`${name}-${n}`, 1);
  return `${name}-${n}`;
};
