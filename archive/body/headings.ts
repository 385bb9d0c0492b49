/** Names of headings, by which a reader can point at one. */
import type { ElementContent } from 'hast';

/** The words of nodes, without markup. */
export const wordsOf = (nodes: readonly ElementContent[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.value : 'children' in node ? wordsOf(node.children) : '')).join('');

/** Units of a heading's words that make its name. */
const LONGEST = 80;

/** A name made of a heading's words: lower case, letters and digits of any script, hyphens; a second one gets a number. */
export const headingId = (children: readonly ElementContent[], taken: Set<string>): string => {
  const words = wordsOf(children).normalize('NFC').toLowerCase();
  const slug = words.replace(/[’']/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name =
    [...slug]
      .slice(0, LONGEST)
      .join('')
      .replace(/^-+|-+$/g, '') || 'part';
  return uniqueId(name, taken);
};

/** The name itself, or with the first number that makes it new; it is taken from then on. */
export const uniqueId = (name: string, taken: Set<string>): string => {
  let id = name;
  for (let n = 2; taken.has(id); n += 1) id = `${name}-${n}`;
  taken.add(id);
  return id;
};
