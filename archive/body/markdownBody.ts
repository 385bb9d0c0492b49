/** A body as Markdown nodes (CommonMark with GFM's tables, notes and strikethrough): what the plain body shows, in words. */
import type { Element, ElementContent, Root } from 'hast';
import { toMdast, type Handle, type State } from 'hast-util-to-mdast';
import type { BlockContent, DefinitionContent, FootnoteDefinition, Html, RootContent } from 'mdast';
import { element } from '#archive/body/blocks';
import { plainTree, type PlainMaterial } from '#archive/body/plainBody';

/** How a body fits into the document that holds it. */
export type MarkdownPlace = {
  /** Levels by which its headings move down, below a heading of the document. */
  readonly deeper?: number;
  /** Begins the labels of its notes: two bodies in one document must not share them. */
  readonly notes?: string;
};

/** Names that no editor can write, for what has a form of its own in Markdown. */
const noteCall = 'note-call';
const noteText = 'note-text';

/** The body's nodes, to be printed with the rest of a document. */
export const markdownBody = (tree: Root, material: PlainMaterial, place: MarkdownPlace = {}): RootContent[] => {
  const plain = plainTree(
    { type: 'root', children: tree.children.flatMap((node) => withNotes(node, place)) },
    material,
  );
  const whole: Root = { type: 'root', children: plain.children.flatMap(arranged) };
  const markdown = toMdast(whole, { document: true, handlers: handlersFor(place) });
  return markdown.type === 'root' ? markdown.children : [];
};

const isElement = (node: Root['children'][number] | ElementContent, tagName: string): node is Element =>
  node.type === 'element' && node.tagName === tagName;

/** In the tree a note's name begins with `note-fn-`, and in an entry's own file with the name of that file and `fn-`. */
const labelIn = (id: unknown, { notes = '' }: MarkdownPlace): string => {
  const name = unescaped(String(id ?? '').replace(/^#/, ''));
  const start = ['note-fn-', `${notes}fn-`].find((known) => name.startsWith(known)) ?? '';
  return notes + name.slice(start.length);
};

/** A call is an address, in which letters beyond ASCII are escaped; the note that it leads to is a name. */
const unescaped = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    // A percent sign that begins no escape is one of the name's own.
    return name;
  }
};

/** Notes are marked before links are made plain: their calls are links to the page's own fragments. */
const withNotes = <Node extends Root['children'][number]>(node: Node, place: MarkdownPlace): (Node | Element)[] => {
  if (node.type !== 'element') return [node];
  const [only] = node.children;
  if (node.tagName === 'sup' && only && isElement(only, 'a') && only.properties['dataFootnoteRef']) {
    return [element(noteCall, { id: labelIn(only.properties['href'], place) }, [])];
  }
  if (node.tagName === 'a' && node.properties['dataFootnoteBackref']) return [];
  const children = node.children.flatMap((child) => withNotes(child, place));
  if (node.tagName === 'section' && node.properties['dataFootnotes']) {
    const texts = children.flatMap((list) => (isElement(list, 'ol') ? list.children : []));
    return texts.flatMap((text) =>
      isElement(text, 'li') ? [element(noteText, { id: labelIn(text.properties['id'], place) }, text.children)] : [],
    );
  }
  return [{ ...node, children }];
};

/** What Markdown has no place for stands beside: the caption of a table above it. */
const arranged = <Node extends Root['children'][number]>(node: Node): (Node | Element)[] => {
  if (node.type !== 'element') return [node];
  const children = node.children.flatMap(arranged);
  if (node.tagName !== 'table') return [{ ...node, children }];
  const captions = children.filter((child) => isElement(child, 'caption'));
  const above = captions.map((caption) => element('p', {}, [element('strong', {}, caption.children)]));
  return [...above, { ...node, children: children.filter((child) => !isElement(child, 'caption')) }];
};

const html = (value: string): Html => ({ type: 'html', value });

/** "10<sup>6</sup>" without its marks would be another number; Markdown may hold these two elements. */
const raised: Handle = (state: State, node: Element) => [
  html(`<${node.tagName}>`),
  ...state.all(node),
  html(`</${node.tagName}>`),
];

const flowOf = (state: State, node: Element): (BlockContent | DefinitionContent)[] => state.toFlow(state.all(node));

const handlersFor = ({ deeper = 0 }: MarkdownPlace): Record<string, Handle> => {
  const heading: Handle = (state, node: Element) => {
    const depth = Math.min(6, Number(node.tagName[1]) + deeper);
    // `depth` is between 2 and 6: the tree's headings begin at 2 and are named by one digit.
    return { type: 'heading', depth: depth as 2 | 3 | 4 | 5 | 6, children: state.all(node).filter(isPhrasing) };
  };
  return {
    h2: heading,
    h3: heading,
    h4: heading,
    h5: heading,
    h6: heading,
    sup: raised,
    sub: raised,
    // A box of facts is set off from the text, as it is on the page.
    aside: (state, node: Element) => ({ type: 'blockquote', children: flowOf(state, node) }),
    figcaption: (state, node: Element) => ({
      type: 'paragraph',
      children: [{ type: 'emphasis', children: state.all(node).filter(isPhrasing) }],
    }),
    cite: (state, node: Element) => [{ type: 'text', value: '— ' }, ...state.all(node)],
    [noteCall]: (_state, node: Element) => {
      const label = String(node.properties['id']);
      return { type: 'footnoteReference', identifier: label.toLowerCase(), label };
    },
    [noteText]: (state, node: Element): FootnoteDefinition => {
      const label = String(node.properties['id']);
      return { type: 'footnoteDefinition', identifier: label.toLowerCase(), label, children: flowOf(state, node) };
    },
  };
};

/** Kinds of nodes that may stand in a line; the tree holds no others there. */
const inLine = [
  'text',
  'emphasis',
  'strong',
  'delete',
  'link',
  'image',
  'inlineCode',
  'break',
  'html',
  'footnoteReference',
] as const;

type Made = ReturnType<State['all']>[number];

const isPhrasing = (node: Made): node is Extract<Made, { type: (typeof inLine)[number] }> =>
  inLine.some((type) => type === node.type);
