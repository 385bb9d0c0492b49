/** What the rules ask of an HTML page, drawn once from its text, whatever markup it has. */
import { fromHtml } from 'hast-util-from-html';
import type { Element } from 'hast';
import { gatesIn, type Gate } from '#newsroom/siteRules/gates';
import { elementsIn, property, wordsIn } from '#newsroom/siteRules/hastText';
import { readBlock, type Block } from '#newsroom/siteRules/jsonLd';
import { storyFacts, type StoryFacts } from '#newsroom/siteRules/storyFacts';

/** A `<meta>` with a name or property. */
export type Meta = { readonly name: string; readonly content: string; readonly inHead: boolean };

/** A `<link>`; addresses are absolute. */
export type HeadLink = {
  readonly rel: readonly string[];
  readonly href: string;
  readonly type: string;
  readonly hreflang: string;
  readonly inHead: boolean;
};

/** A link that a reader can follow; the address is absolute and has no fragment. */
export type Anchor = {
  readonly href: string;
  readonly text: string;
  readonly rel: readonly string[];
  readonly inFooter: boolean;
  /** Whether it stands within a sentence: some words of its paragraph come before it. */
  readonly inSentence: boolean;
  /** Heading of its section and words of the list item or card around it, at most 400 signs. */
  readonly card: string;
};

/** Everything about a page. `fault` says why it could not be read; then the rest is empty. */
export type PageFacts = StoryFacts & {
  readonly language: string;
  readonly titles: readonly { readonly text: string; readonly inHead: boolean }[];
  readonly metas: readonly Meta[];
  readonly links: readonly HeadLink[];
  readonly blocks: readonly Block[];
  readonly anchors: readonly Anchor[];
  readonly gates: readonly Gate[];
  /** Addresses that a search form would ask, with a word to look for. */
  readonly searches: readonly string[];
  /** Bytes before the end of the head. */
  readonly headBytes: number;
  readonly fault?: string;
};

type Placed = { readonly element: Element; readonly within: readonly Element[] };

const isIn = ({ within }: Placed, name: string): boolean => within.some(({ tagName }) => tagName === name);

/** An address made absolute, without its fragment; empty where it is none of the web. */
export const absolute = (href: string, base: string): string => {
  const url = href.trim() !== '' && URL.canParse(href, base) ? new URL(href, base) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) return '';
  url.hash = '';
  return url.href;
};

const metaOf = (placed: Placed): Meta[] => {
  const name = property(placed.element, 'property') || property(placed.element, 'name');
  const content = property(placed.element, 'content');
  return name === '' ? [] : [{ name: name.toLowerCase(), content, inHead: isIn(placed, 'head') }];
};

const relOf = (element: Element): string[] => property(element, 'rel').toLowerCase().split(/\s+/).filter(Boolean);

const linkOf = (placed: Placed, base: string): HeadLink => ({
  rel: relOf(placed.element),
  href: absolute(property(placed.element, 'href'), base),
  type: property(placed.element, 'type').toLowerCase(),
  hreflang: property(placed.element, 'hrefLang'),
  inHead: isIn(placed, 'head'),
});

/** Fewer words before a link may be a label: "Opinion", "By Ada Otieno". */
const fewWords = 3;

const isInSentence = ({ element, within }: Placed): boolean => {
  const paragraph = within.findLast(({ tagName }) => tagName === 'p');
  const link = wordsIn(element);
  if (!paragraph || link === '') return false;
  const [before = ''] = wordsIn(paragraph).split(link);
  return before.split(/\s+/).filter(Boolean).length > fewWords;
};

const anchorOf = (placed: Placed, base: string): Anchor[] => {
  const { element, within } = placed;
  const written = property(element, 'href');
  const href = written.startsWith('#') ? '' : absolute(written, base);
  if (href === '') return [];
  const card = within.findLast(({ tagName }) => tagName === 'li' || tagName === 'article') ?? within.at(-1);
  const section = within.findLast(({ tagName }) => tagName === 'section');
  const heading = section && elementsIn(section).find(({ element: one }) => /^h[2-4]$/.test(one.tagName));
  const images = elementsIn(element).flatMap(({ element: one }) => property(one, 'alt') || []);
  return [
    {
      href,
      text: wordsIn(element) || property(element, 'ariaLabel') || images.join(' '),
      rel: relOf(element),
      inFooter: isIn(placed, 'footer') && !isIn(placed, 'article'),
      inSentence: isInSentence(placed),
      card: `${heading ? wordsIn(heading.element) : ''} ${card ? wordsIn(card) : ''}`.trim().slice(0, 400),
    },
  ];
};

const searchOf = ({ element }: Placed, base: string): string[] => {
  if (!/^(get)?$/i.test(property(element, 'method'))) return [];
  const fields = elementsIn(element).filter(({ element: { tagName } }) => tagName === 'input');
  const field = fields.find(
    ({ element: one }) => property(one, 'type') === 'search' || /^(q|s|query|search)$/i.test(property(one, 'name')),
  );
  const name = field ? property(field.element, 'name') : '';
  const action = absolute(property(element, 'action') || base, base);
  return name === '' || action === '' ? [] : [`${action.replace(/\?.*/, '')}?${encodeURIComponent(name)}=news`];
};

const rawText = (element: Element): string =>
  element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');

const named = (all: readonly Placed[], name: string): Placed[] => all.filter(({ element }) => element.tagName === name);

const headBytesOf = (html: string): number => {
  const end = html.search(/<\/head\s*>/i);
  return Buffer.byteLength(end < 0 ? html : html.slice(0, end));
};

const factsOf = (html: string, address: string): PageFacts => {
  const root = fromHtml(html);
  const all = elementsIn(root);
  const [first] = named(all, 'html');
  const [withBase] = named(all, 'base');
  const base = (withBase && absolute(property(withBase.element, 'href'), address)) || address;
  const blocks = named(all, 'script')
    .filter(({ element }) => /^application\/ld\+json/i.test(property(element, 'type')))
    .map((placed) => readBlock(rawText(placed.element), isIn(placed, 'head')));
  return {
    ...storyFacts(root, all, base),
    language: first ? property(first.element, 'lang') : '',
    titles: named(all, 'title')
      .filter((placed) => !isIn(placed, 'svg'))
      .map((placed) => ({ text: wordsIn(placed.element), inHead: isIn(placed, 'head') })),
    metas: named(all, 'meta').flatMap(metaOf),
    links: named(all, 'link').map((placed) => linkOf(placed, base)),
    blocks,
    anchors: named(all, 'a').flatMap((placed) => anchorOf(placed, base)),
    gates: gatesIn(all, blocks),
    searches: named(all, 'form').flatMap((placed) => searchOf(placed, base)),
    headBytes: headBytesOf(html),
  };
};

/** Reads a page; never throws, whatever the text holds. */
export const readPage = (html: string, address: string): PageFacts => {
  try {
    return factsOf(html, address);
  } catch (fault) {
    // Ten thousands of elements in one another exhaust any parser that calls itself.
    const why = fault instanceof RangeError ? 'its elements are nested too deeply' : String(fault);
    const story = { headlines: [], topText: '', text: '', sections: [], times: [], images: [], trail: [], bylines: [] };
    const none = { titles: [], metas: [], links: [], blocks: [], anchors: [], gates: [], searches: [] };
    return { ...story, ...none, language: '', headBytes: 0, fault: why };
  }
};
