/** What a stored tree says and shows: its words, links, pictures, videos and files. */
import type { Element, ElementContent, Root } from 'hast';
import { countWords } from '#archive/body/words';
import type { Body } from '#model/body';

/** Props whose words readers read. */
const readProps = ['title', 'date', 'value', 'label', 'caption', 'headline'] as const;

type Gathered = {
  readonly words: string[];
  readonly pullquotes: string[];
  readonly links: Set<string>;
  readonly pictures: Set<string>;
  readonly videos: Set<string>;
  readonly assets: Set<string>;
};

/** The body of a tree: everything that other parts of the paper ask of it. */
export const bodyOf = (tree: Root): Body => {
  const found: Gathered = {
    words: [],
    pullquotes: [],
    links: new Set(),
    pictures: new Set(),
    videos: new Set(),
    assets: new Set(),
  };
  for (const node of tree.children) if (node.type === 'element' || node.type === 'text') gather(node, found);
  const text = withPullquotes(tidy(found.words.join('')), found.pullquotes);
  return {
    tree,
    text,
    words: countWords(text),
    links: [...found.links],
    pictures: [...found.pictures],
    videos: [...found.videos],
    assets: [...found.assets],
  };
};

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();

/** A pull quote repeats the text; one that does not is part of it. */
const withPullquotes = (text: string, quotes: readonly string[]): string =>
  [text, ...quotes.map(tidy).filter((quote) => quote !== '' && !text.includes(quote))].join('\n').trim();

const gather = (node: ElementContent, found: Gathered): void => {
  if (node.type === 'text') found.words.push(node.value);
  if (node.type !== 'element') return;
  const { tagName, properties } = node;
  if (tagName === 'a') gatherLink(node, found);
  // Footnotes and their numbers are no part of the running text; where they lead to is asked like any other link.
  if (properties['dataFootnotes'] || properties['dataFootnoteRef']) return gatherLinks(node, found);
  if (tagName === 'br') found.words.push('\n');
  if (/^[A-Z]/.test(tagName)) gatherComponent(node, found);
  if (tagName === 'Pullquote') return gatherPullquote(node, found);
  if (isBlock.test(tagName)) found.words.push('\n');
  for (const child of node.children) gather(child, found);
  if (isBlock.test(tagName)) found.words.push('\n');
};

const isBlock = /^(?:p|h[2-6]|li|blockquote|pre|tr|td|th|hr|[A-Z])/;

const gatherLink = ({ properties: { href } }: Element, found: Gathered): void => {
  if (typeof href !== 'string' || !href.startsWith('/')) return;
  found.links.add(href.replace(/[?#][^]*$/, ''));
};

const gatherLinks = (node: Element, found: Gathered): void => {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'a') gatherLink(child, found);
    gatherLinks(child, found);
  }
};

const gatherComponent = ({ tagName, properties }: Element, found: Gathered): void => {
  for (const name of readProps) {
    const words = properties[name];
    if (typeof words === 'string') found.words.push(`\n${words}\n`);
  }
  const { src, id } = properties;
  if (tagName === 'Video' && typeof id === 'string') found.videos.add(id);
  if (typeof src !== 'string') return;
  if (tagName === 'Figure') found.pictures.add(src);
  else found.assets.add(src);
};

/** Its words apart; what it links to counts like any other link. */
const gatherPullquote = (node: Element, found: Gathered): void => {
  const own: Gathered = { ...found, words: [] };
  for (const child of node.children) gather(child, own);
  found.pullquotes.push(own.words.join(''));
};
