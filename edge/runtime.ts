/** Takes Next's client runtime out of a page: what readers get is HTML, one stylesheet, fonts, and our own islands. */
import { RenderFault } from '#edge/renderFault';

/** What is left of a page that was streamed: its words would stand in hidden parts that only a script moves to their place. */
const streamed = /<template id="|<div hidden="" id="S:|<!--\$\?-->|<!--\$!-->/;

// React escapes `<` and `>` in text and attributes, so a literal tag is a real tag and `[^>]*` ends where it ends: a
// regular expression is enough (92 µs for 56 kB, against 1.5 ms with a parser).
const script = /<script([^>]*)>[\s\S]*?<\/script>/g;
const preload = /<link[^>]* as="script"[^>]*>|<link[^>]*rel="modulepreload"[^>]*>/g;
const seams = /<div hidden=""><!--\$--><!--\/\$--><\/div>|<!--\/?\$-->|<!-- -->/g;

// Structured data, and our own browser code, which lies in `/islands/`; every other script of a page is Next's.
const ours = /\s(?:type="application\/ld\+json"|src="\/islands\/)/;

/** A script that has no end, or that wants to stay and is neither data nor ours. */
const leftover = /<script(?!\s[^>]*(?:type="application\/ld\+json"|src="\/islands\/))[^>]{0,80}/;

/** A page that cannot be read without Next's script; its message says by which mark. */
export class StreamedPage extends RenderFault {}

/**
 * Gives the page without scripts of Next, their preloads and React's seams. Structured data and our islands stay. Throws
 * `StreamedPage` where the page was streamed, which no page of ours may be.
 */
export const withoutRuntime = (html: string): string => {
  const mark = streamed.exec(html)?.[0];
  if (mark) throw new StreamedPage(`the page was streamed (${mark}): a page has a Suspense boundary or a loading.tsx`);
  const plain = html
    .replace(script, (whole, attributes: string) => (ours.test(attributes) ? whole : ''))
    .replace(preload, '')
    .replace(seams, '');
  const left = leftover.exec(plain)?.[0];
  if (left) throw new StreamedPage(`something of the renderer's script is left (${left}): the document was cut off`);
  return withDataInHead(plain);
};

const data = /<script type="application\/ld\+json"[^>]*>[\s\S]*?<\/script>/g;

/** A component cannot write into the head; machines look for structured data there, so the door carries it over. */
const withDataInHead = (html: string): string => {
  const found = html.match(data);
  const end = html.indexOf('</head>');
  if (!found || end < 0) return html;
  const rest = html.slice(end).replace(data, '');
  const inHead = html.slice(0, end);
  const moved = found.slice(inHead.match(data)?.length ?? 0);
  return inHead + moved.join('') + rest;
};

/** The `Link` header without preloads of scripts; `undefined` when nothing is left. */
export const linksWithoutRuntime = (links: string | readonly string[] | undefined): string | undefined => {
  const all = typeof links === 'string' ? links : links?.join(', ');
  const kept = all?.split(/,\s*(?=<)/).filter((link) => !/;\s*as="?script"?|;\s*rel="?modulepreload"?/.test(link));
  return kept?.length ? kept.join(', ') : undefined;
};

/** Whether a document is the empty one that Next sends for `notFound()` and thrown errors, which only its script fills. */
export const isEmptyErrorPage = (html: string): boolean => html.includes('<html id="__next_error__"');
