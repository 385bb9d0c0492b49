/** Makes the element of a link, or leaves its words where it goes nowhere. */
import type { ElementContent, Properties } from 'hast';
import type { HastNode } from 'satteri';
import { checkLink } from '#archive/body/links';
import { offsetOf, type Reader } from '#archive/body/reader';
import { restored } from '#archive/body/restore';
import { element, isComponent } from '#archive/body/blocks';

type ParsedElement = Extract<HastNode, { type: 'element' }>;

/** A link with its checked address. A link round a picture is the picture: a picture opens by itself. */
export const linkOf = (node: ParsedElement, children: ElementContent[], reader: Reader): ElementContent[] => {
  const { href, title, id, dataFootnoteRef, dataFootnoteBackref, ariaLabel } = node.properties;
  if (dataFootnoteRef !== undefined)
    return [element('a', { href: String(href), ...named(id), dataFootnoteRef: true }, children)];
  if (dataFootnoteBackref !== undefined) {
    const label = { ariaLabel: String(ariaLabel) };
    return [element('a', { href: String(href), dataFootnoteBackref: true, ...label }, children)];
  }
  const at = offsetOf(node, reader);
  if (children.some(isComponent)) {
    reader.report.note(at, 'A picture is no link.', 'Write the link into the caption’s sentence or the text.');
    return children;
  }
  const shown = typeof title === 'string' ? { title: restored(title, reader) } : {};
  return checkedLink(restored(String(href ?? ''), reader), at, shown, children, reader);
};

const named = (id: unknown): Properties => (typeof id === 'string' ? { id } : {});

const checkedLink = (
  written: string,
  at: number,
  more: Properties,
  children: ElementContent[],
  reader: Reader,
): ElementContent[] => {
  const isBareWww = children[0]?.type === 'text' && /^www\./i.test(children[0].value);
  const verdict = checkLink(
    isBareWww ? written.replace(/^http:\/\/(?=www\.)/i, 'https://') : written,
    reader.context.siteUrl,
  );
  switch (verdict.goes) {
    case 'inside':
      reader.report.reference(at, { what: 'link', to: verdict.address });
      return [element('a', { href: verdict.address, ...more }, children)];
    case 'outside':
      return [element('a', { href: verdict.href, ...more }, children)];
    case 'here':
      reader.fragments.push({ offset: at, id: verdict.id });
      return [element('a', { href: `#${verdict.id}`, ...more }, children)];
    case 'nowhere':
      reader.report.note(at, `${verdict.why} The link is shown as text.`, verdict.fix);
      return children;
    case 'forbidden':
      reader.report.problem(at, verdict.why, verdict.fix);
      return children;
  }
};
