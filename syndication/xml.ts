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

/** Text for an element or an attribute: five signs escaped, characters that XML forbids left out. */
export const xmlText = (text: string): string =>
  text.replace(forbidden, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** HTML for a `content:encoded`: a section that no text in it can end. */
export const xmlData = (html: string): string =>
  `<![CDATA[${html.replace(forbidden, '').replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** The line that opens an XML document. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>';
