/** XML of feeds, sitemaps and licences: well-formed or not, and its elements without surprises. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** An element: attributes begin with `@`, text is `#text`. */
export type Xml = Readonly<Record<string, unknown>>;

/** A document, or what is wrong with it. */
export type XmlDocument = { readonly root?: Xml; readonly name?: string; readonly fault?: string };

// Signs that XML 1.0 does not allow, even by their number.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(x0*([0-8bcef]|1[0-9a-f])|0*([0-8]|1[124-9]|2\d|3[01]));/i;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  htmlEntities: false,
});

/** Reads a document; never throws. */
export const readXml = (text: string): XmlDocument => {
  try {
    const plain = text.replace(/^\ufeff/, '');
    const control = forbidden.exec(plain);
    if (control) return { fault: `a control character stands at sign ${control.index + 1}` };
    const verdict = XMLValidator.validate(plain);
    if (verdict !== true) return { fault: `${verdict.err.msg} (line ${verdict.err.line})` };
    const tree: unknown = parser.parse(plain);
    const name = Object.keys(tree ?? {})[0];
    const root = name === undefined ? undefined : children(tree, name)[0];
    return name === undefined ? { fault: 'it holds no element' } : { name, root: root ?? {} };
  } catch (fault) {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }
};

const isXml = (value: unknown): value is Xml => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The elements of this name below one, in order; plain text becomes an element with text. */
export const children = (parent: unknown, name: string): readonly Xml[] => {
  const value = isXml(parent) ? parent[name] : undefined;
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((one) => (isXml(one) ? one : { '#text': String(one) }));
};

/** Text of the first element of this name; undefined where there is none. */
export const textIn = (parent: unknown, name: string): string | undefined => {
  const [first] = children(parent, name);
  return first && String(first['#text'] ?? '').trim();
};

/** An attribute; undefined where it does not stand. */
export const attribute = (element: Xml, name: string): string | undefined => {
  const value = element[`@${name}`];
  return typeof value === 'string' ? value : undefined;
};
