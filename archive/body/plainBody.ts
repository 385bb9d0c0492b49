/** A body in plain HTML, for feeds and mail: every component as elements that any reader knows, whole addresses, no script. */
import type { Element, ElementContent, Properties, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { element } from '#archive/body/blocks';
import { embedTarget } from '#model/embeds';

/** A picture as a feed shows it. */
export type PlainPicture = {
  /** Whole address of one rendition. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption?: string | undefined;
  readonly credit: string;
};

/** What a plain body needs to know; whatever is `undefined` is left out, as on the page. */
export type PlainMaterial = {
  /** The whole address of a path of the paper: `/2026/10/15/x`. */
  readonly absolute: (path: string) => string;
  /** The article's own address, for links to its own headings and notes. */
  readonly address: string;
  /** Whether a link inside the paper goes to something public; others are plain words. */
  readonly isPublic: (address: string) => boolean;
  readonly picture: (file: string) => PlainPicture | undefined;
  /** Whole address of a sound, document or table, and a table's rows. */
  readonly asset: (
    file: string,
  ) => { readonly href: string; readonly rows?: readonly (readonly string[])[] } | undefined;
  /** A video's title and the whole address of the page where it plays. */
  readonly video: (id: string) => { readonly title: string; readonly href: string } | undefined;
};

/** The body as HTML. Text is escaped by the printer; nothing in it is code. */
export const plainBody = (tree: Root, material: PlainMaterial): string =>
  toHtml(plainTree(tree, material), { closeSelfClosing: true });

/** The body as plain elements, before they are printed. */
export const plainTree = (tree: Root, material: PlainMaterial): Root => ({
  type: 'root',
  children: plainAll(tree.children.filter(isContent), material),
});

const isContent = (node: Root['children'][number]): node is ElementContent =>
  node.type === 'element' || node.type === 'text';

const plainAll = (nodes: readonly ElementContent[], material: PlainMaterial): ElementContent[] =>
  nodes.flatMap((node) =>
    node.type === 'element' ? plainElement(node, material) : node.type === 'text' ? [node] : [],
  );

const text = (value: string): ElementContent => ({ type: 'text', value });
const words = (tagName: string, value: string): Element => element(tagName, {}, [text(value)]);
const link = (href: string, value: string): Element => element('a', { href }, [text(value)]);

type Plain = (node: Element, children: ElementContent[], material: PlainMaterial) => ElementContent[];

const propOf = ({ properties }: Element, name: string): string => {
  const value = properties[name];
  return typeof value === 'string' ? value : '';
};

const plainElement = (node: Element, material: PlainMaterial): ElementContent[] => {
  const children = plainAll(node.children, material);
  const plain = Object.hasOwn(components, node.tagName) ? components[node.tagName] : undefined;
  if (plain) return plain(node, children, material);
  if (node.tagName === 'a') return plainLink(node, children, material);
  // What the page alone needs (labels of notes) would only confuse a feed reader.
  const { id, align, start } = node.properties;
  const kept: Properties = { ...(id ? { id } : {}), ...(align ? { align } : {}), ...(start ? { start } : {}) };
  return [element(node.tagName, kept, children)];
};

const plainLink: Plain = (node, children, { absolute, address, isPublic }) => {
  const href = propOf(node, 'href');
  const id = propOf(node, 'id');
  const named = id ? { id } : {};
  if (href.startsWith('#')) return [element('a', { ...named, href: `${absolute(address)}${href}` }, children)];
  if (!href.startsWith('/')) return [element('a', { href }, children)];
  return isPublic(href) ? [element('a', { href: absolute(href) }, children)] : children;
};

const components: Readonly<Record<string, Plain>> = {
  Figure: (node, _, { picture }) => {
    const shown = picture(propOf(node, 'src'));
    if (!shown) return [];
    const { src, width, height, credit } = shown;
    const alt = typeof node.properties['alt'] === 'string' ? node.properties['alt'] : shown.alt;
    const caption = [propOf(node, 'caption') || (shown.caption ?? ''), credit && `Photo: ${credit}`]
      .filter(Boolean)
      .join(' ');
    const image = element('img', { src, alt, width, height }, []);
    return [element('figure', {}, caption ? [image, words('figcaption', caption)] : [image])];
  },
  Gallery: (_, children) => children,
  Pullquote: (node, children) => [quotation(children, propOf(node, 'by'))],
  FactBox: (node, children) => [element('aside', {}, [words('h3', propOf(node, 'title')), ...children])],
  Timeline: (node, children) => {
    const title = propOf(node, 'title');
    return [...(title ? [words('h3', title)] : []), element('ul', {}, children)];
  },
  Moment: (node, children) => {
    const head = [propOf(node, 'date'), propOf(node, 'title')].filter(Boolean).join(': ');
    return [element('li', {}, [element('p', {}, [words('strong', head)]), ...children])];
  },
  KeyFigure: (node) => [element('p', {}, [words('strong', propOf(node, 'value')), text(` ${propOf(node, 'label')}`)])],
  Quote: (node, children) => {
    const { lang, dir } = node.properties;
    return [element('blockquote', { ...(lang ? { lang } : {}), ...(dir ? { dir } : {}) }, children)];
  },
  Video: (node, _, { video }) => {
    const shown = video(propOf(node, 'id'));
    return shown ? [element('p', {}, [text('Video: '), link(shown.href, shown.title)])] : [];
  },
  Audio: (node, _, { asset }) => {
    const sound = asset(propOf(node, 'src'));
    const transcript = element('p', {}, [text(propOf(node, 'transcript'))]);
    const title = propOf(node, 'title');
    return [element('p', {}, [text('Listen: '), sound ? link(sound.href, title) : text(title)]), transcript];
  },
  Embed: (node) => {
    const target = embedTarget(propOf(node, 'url'));
    const title = propOf(node, 'title');
    return target ? [element('p', {}, [link(target.page, title), text(` (${target.provider.name})`)])] : [];
  },
  Document: (node, _, { asset }) => {
    const document = asset(propOf(node, 'src'));
    const name = propOf(node, 'title') || propOf(node, 'src').replace(/^.*\//, '');
    return document ? [element('p', {}, [text('Document: '), link(document.href, name)])] : [];
  },
  Table: (node, _, { asset }) => {
    const table = asset(propOf(node, 'src'));
    if (!table) return [];
    const source = element('p', {}, [text(`Source: ${propOf(node, 'source')}`)]);
    return [tableOf(propOf(node, 'caption'), table.rows ?? []), source];
  },
};

const quotation = (children: ElementContent[], by: string): Element =>
  element('blockquote', {}, by ? [...children, element('p', {}, [words('cite', by)])] : children);

const tableOf = (caption: string, [head = [], ...rows]: readonly (readonly string[])[]): Element => {
  const row = (cells: readonly string[], tag: string): Element =>
    element(
      'tr',
      {},
      cells.map((cell) => words(tag, cell)),
    );
  return element('table', {}, [
    words('caption', caption),
    element('thead', {}, [row(head, 'th')]),
    element(
      'tbody',
      {},
      rows.map((cells) => row(cells, 'td')),
    ),
  ]);
};
