/** Builds the tree that is stored from the parser's: elements of Markdown and components alone, checked, without positions. */
import type { Element, ElementContent, Properties } from 'hast';
import type { HastNode } from 'satteri';
import { element, isComponent, isComponentName, split, withoutBlanks } from '#archive/body/blocks';
import { componentContent } from '#archive/body/components';
import { isHtmlName } from '#archive/body/html';
import { figureOf } from '#archive/body/figures';
import { headingId } from '#archive/body/headings';
import { judgedText, judgeExpression, judgeModule } from '#archive/body/judgeSigns';
import { linkOf } from '#archive/body/linkElement';
import { nearest } from '#model/nearest';
import { offsetOf, endOf, type Reader, type Surroundings } from '#archive/body/reader';
import { restoredCode } from '#archive/body/restore';
import { bodyComponents } from '#model/body';

/** Containers and marks inside each other at most. */
const DEEPEST = 32;

type ParsedElement = Extract<HastNode, { type: 'element' }>;
type ParsedTag = Extract<HastNode, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

/** All children of a parsed node as they are stored. */
export const childrenOf = (nodes: readonly HastNode[], around: Surroundings, reader: Reader): ElementContent[] => {
  const made: ElementContent[] = [];
  for (const node of nodes) {
    for (const child of contentOf(node, around, reader)) {
      const last = made.at(-1);
      // Texts that a note to the desk or an entity had parted are one text again.
      if (child.type === 'text' && last?.type === 'text') last.value += child.value;
      else made.push(child);
    }
  }
  return made;
};

const contentOf = (node: HastNode, around: Surroundings, reader: Reader): ElementContent[] => {
  switch (node.type) {
    case 'text': {
      const value = node.value.includes('\u0000') ? '' : judgedText(node, reader);
      return value === '' ? [] : [{ type: 'text', value }];
    }
    case 'element':
      return elementOf(node, around, reader);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return tagOf(node, around, reader);
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      judgeExpression(node, node.value, reader);
      return [];
    case 'mdxjsEsm':
      judgeModule(node, node.value, reader);
      return [];
    default:
      return [];
  }
};

const tooDeep = (around: Surroundings, node: HastNode, reader: Reader): boolean => {
  if (around.depth <= DEEPEST) return false;
  reader.report.problem(offsetOf(node, reader), `Nested deeper than ${DEEPEST}.`, 'Take some of it apart.');
  return true;
};

/** What holds blocks: blanks between its children mean nothing. */
const blockHolders = /^(?:ul|ol|blockquote|table|thead|tbody|tr|section)$/;
const marks = /^(?:em|strong|del|sup|sub)$/;

const elementOf = (node: ParsedElement, around: Surroundings, reader: Reader): ElementContent[] => {
  const { tagName } = node;
  if (tooDeep(around, node, reader)) return [];
  const inside = (more: Partial<Surroundings> = {}): ElementContent[] =>
    childrenOf(node.children, { ...around, depth: around.depth + 1, ...more }, reader);
  const same = { depth: around.depth };
  if (blockHolders.test(tagName)) return [element(tagName, propertiesOf(node), withoutBlanks(inside()))];
  if (marks.test(tagName)) return liftedOr(inside(), (children) => element(tagName, {}, children));
  if (/^h[1-6]$/.test(tagName)) return headingOf(node, inside({ ...same, line: 'a heading' }), reader);
  switch (tagName) {
    case 'p':
      return split(inside(same));
    case 'li':
      return [element('li', propertiesOf(node), listItem(node, inside(same), reader))];
    case 'th':
    case 'td':
      return [element(tagName, propertiesOf(node), inside({ ...same, line: 'a table' }))];
    case 'a':
      return linkOf(node, inside({ inLink: true }), reader);
    case 'img':
      return figureOf(node, around, reader);
    case 'pre':
    case 'code':
      return [codeOf(node, reader)];
    case 'br':
    case 'hr':
      return [element(tagName, {}, [])];
    case 'input':
      return [];
    default:
      return inside(same);
  }
};

/** Attributes that Markdown itself makes, and no others; alignment stays an attribute, since styles are forbidden. */
const propertiesOf = (node: ParsedElement): Properties => {
  const { style, start, id, dataFootnotes } = node.properties;
  const align = typeof style === 'string' ? /text-align:\s*(left|right|center)/.exec(style)?.[1] : undefined;
  return {
    ...(align === undefined ? {} : { align }),
    ...(typeof start === 'number' && start !== 1 ? { start } : {}),
    ...(typeof id === 'string' ? { id } : {}),
    ...(dataFootnotes === undefined ? {} : { dataFootnotes: true, ariaLabel: 'Footnotes' }),
  };
};

const codeOf = (node: ParsedElement, reader: Reader): Element => {
  const [from, to] = [offsetOf(node, reader), endOf(node, reader)];
  const children = node.children.map((child): ElementContent => {
    if (child.type === 'element') return codeOf({ ...child, position: child.position ?? node.position }, reader);
    return { type: 'text', value: child.type === 'text' ? restoredCode(child.value, from, to, reader) : '' };
  });
  return element(node.tagName, {}, children);
};

const headingOf = (node: ParsedElement, children: ElementContent[], reader: Reader): ElementContent[] => {
  // The list of footnotes has a name of its own and needs no heading.
  if (node.properties['id'] === 'footnote-label') return [];
  const at = offsetOf(node, reader);
  const level = Number(node.tagName[1]);
  const words = reader.source.slice(at, endOf(node, reader)).replace(/^#+\s*|\s*\n[^]*$/g, '');
  if (level === 1) {
    reader.report.problem(at, 'Headings start at level 2; the headline is level 1.', `Write:  ## ${words}`);
  } else if (level > reader.lastLevel + 1) {
    const fix = `Write:  ${'#'.repeat(reader.lastLevel + 1)} ${words}`;
    reader.report.note(at, `A heading of level ${level} follows one of level ${reader.lastLevel}.`, fix);
  }
  reader.lastLevel = Math.max(level, 2);
  return [element(node.tagName, { id: headingId(children, reader.ids) }, children)];
};

/** A task list is a list: the boxes go. */
const listItem = (node: ParsedElement, children: ElementContent[], reader: Reader): ElementContent[] => {
  const [first] = children;
  if (Array.isArray(node.properties['className']) && node.properties['className'].includes('task-list-item')) {
    const at = offsetOf(node, reader);
    const box = /\[[ xX]\][ \t]?/.exec(reader.source.slice(at, at + 40));
    if (box) {
      const from = at + box.index;
      reader.report.mended({ from, to: from + box[0].length, text: '', why: 'Task lists are shown as lists.' });
    }
    const text = first?.type === 'element' && first.tagName === 'p' ? first.children[0] : first;
    if (text?.type === 'text') text.value = text.value.trimStart();
  }
  return children.some((child) => child.type === 'element' && /^(?:p|ul|ol|pre|blockquote)$/.test(child.tagName))
    ? withoutBlanks(children)
    : children;
};

/** A mark or link that holds a component alone is the component. */
const liftedOr = (children: ElementContent[], make: (children: ElementContent[]) => Element): ElementContent[] =>
  children.some(isComponent) ? children : children.length === 0 ? [] : [make(children)];

const inlineTags = new Set(['sub', 'sup', 'br']);

const tagOf = (node: ParsedTag, around: Surroundings, reader: Reader): ElementContent[] => {
  if (tooDeep(around, node, reader)) return [];
  const at = offsetOf(node, reader);
  const { name } = node;
  if (name === null) {
    reader.report.problem(at, '<> opens no component.', 'Remove it and its </>.');
    return childrenOf(node.children, around, reader);
  }
  if (isComponentName(name)) return componentContent(name, node, around, reader, childrenOf);
  const inside = childrenOf(node.children, { ...around, depth: around.depth + 1 }, reader);
  const inline = name.toLowerCase();
  if (inlineTags.has(inline) && node.attributes.length === 0) {
    return inline === 'br' ? [element('br', {}, [])] : liftedOr(inside, (children) => element(inline, {}, children));
  }
  if (isHtmlName(name)) reader.html.set(at, name);
  else unknownComponent(name, at, reader);
  return inside;
};

const unknownComponent = (name: string, at: number, reader: Reader): void => {
  if (!/^[A-Za-z]/.test(name)) {
    // No component begins with a sign or with a letter of another script: here < is a sign.
    const edit = { from: at, to: at, text: '\\' };
    reader.wanted.push(edit);
    return reader.report.mended({ ...edit, why: '< is a sign here, it opens no component.' });
  }
  const near = nearest(name, bodyComponents);
  const fix = near ? `Write:  <${near} …>` : `Known are ${bodyComponents.join(', ')}; a sign is written \\<`;
  reader.report.problem(at, `<${name.slice(0, 60)}> is no component.`, fix);
};
