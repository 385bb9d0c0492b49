/** Text as XML may hold it. */

// What XML 1.0 forbids (https://www.w3.org/TR/xml/#charsets): most control characters, lone surrogates, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text without the characters that XML forbids, for documents that escape in their own way. */
export const plainText = (text: string): string => text.replace(forbidden, '');

/** Signs of ASCII that mean nothing to XML: most addresses and moments, ten thousand times in a sitemap. */
const harmless = /^[\t\n\r !#-%(-;=?-~]*$/;

/** Text for an element or an attribute: five signs escaped, characters that XML forbids left out. */
export const xmlText = (text: string): string =>
  harmless.test(text) ? text : plainText(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** HTML for a `content:encoded`: a section that no text in it can end. */
export const xmlData = (html: string): string => `<![CDATA[${plainText(html).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** The line that opens an XML document. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>';

/** An element of text; nothing where there is none. Names and attributes are ours, values are escaped. */
export const xmlElement = (
  name: string,
  text: string | undefined,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
): string =>
  text === undefined || text === '' ? '' : `<${name}${xmlAttributes(attributes)}>${xmlText(text)}</${name}>`;

/** An element without content. */
export const xmlEmpty = (name: string, attributes: Readonly<Record<string, string | number | undefined>>): string =>
  `<${name}${xmlAttributes(attributes)}/>`;

/** Attributes; those without a value are left out. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('');
