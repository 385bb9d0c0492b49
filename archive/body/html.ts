/** HTML in a body, pasted from a word processor or a web page: counted, and one problem made of it. */
import type { Report } from '#archive/body/report';
import { embedTarget } from '#model/embeds';

/** HTML elements of one body: their names by their offsets. */
export type HtmlTally = Map<number, string>;

/** Element names of HTML, where they differ from every component's own spelling; with a colon they are Word's. */
const htmlNames = new Set(
  (
    'a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body button ' +
    'canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed ' +
    'fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe ' +
    'img input ins kbd label legend li link main map mark marquee math menu meta meter nav nobr noscript object ol ' +
    'optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small ' +
    'source span strike strong style summary svg table tbody td template textarea tfoot th thead time title tr track ' +
    'tt u ul var video wbr'
  ).split(' '),
);

/** Whether a tag's name is HTML's and not a component's. */
export const isHtmlName = (name: string): boolean =>
  htmlNames.has(name) || (name === name.toUpperCase() && htmlNames.has(name.toLowerCase())) || /^[a-z]+:/.test(name);

const frame = /<iframe\b[^>]*?\ssrc\s*=\s*["']?([^\s"'>]+)/i;
const social = [
  /<blockquote\b[^>]*class="twitter-[^]*?<a\b[^>]*href="(https:\/\/(?:twitter|x)\.com\/[^"]+\/status\/[^"?]+)/i,
  /data-instgrm-permalink="([^"?]+)/i,
  /<blockquote\b[^>]*class="tiktok-embed"[^>]*cite="([^"]+)"/i,
  /<blockquote\b[^>]*class="bluesky-embed"[^]*?href="(https:\/\/bsky\.app\/profile\/[^"]+\/post\/[^"?]+)/i,
  /<div\b[^>]*class="fb-(?:post|video)"[^>]*data-href="([^"]+)"/i,
];

/** The address of what was pasted to be embedded, as people share it. */
const pastedEmbed = (source: string): string | undefined => {
  const written = [frame, ...social].map((pattern) => pattern.exec(source)?.[1]).find((found) => found !== undefined);
  const address = written?.replace(/&amp;/g, '&').replace(/^\/\//, 'https://');
  return address === undefined ? undefined : (embedTarget(address)?.page ?? undefined);
};

/** How a lone picture is written here, by the name of its file. */
const pastedPicture = (source: string): string | undefined => {
  const address = /^<img\b[^>]*?\ssrc\s*=\s*["']?([^\s"'>]+)/i.exec(source)?.[1];
  const name = address?.replace(/[?#].*$/s, '').replace(/^.*\//s, '');
  return name ? `<Figure src="${name}" />` : undefined;
};

/** Reports the one problem of all HTML in a body. */
export const reportHtml = (tally: HtmlTally, source: string, report: Report): void => {
  if (tally.size === 0) return;
  const first = [...tally.keys()].reduce((a, b) => Math.min(a, b));
  const page = pastedEmbed(source.slice(0, 200_000));
  const names = [...new Set([...tally].sort(([a], [b]) => a - b).map(([, name]) => name.toLowerCase()))]
    .slice(0, 6)
    .join(', ');
  const what = tally.size === 1 ? `holds an HTML element (${names})` : `holds ${tally.size} HTML elements (${names})`;
  const picture = names === 'img' ? pastedPicture(source.slice(first, first + 4000)) : undefined;
  const instead = page === undefined ? picture : `<Embed url="${page}" title="What it shows" />`;
  report.problem(
    first,
    `${what}; articles are written in Markdown and components.`,
    instead === undefined ? 'Paste it as plain text and mark it up with Markdown.' : `Write:  ${instead}`,
  );
};

/** Blanks of the tags of HTML in a text that the parser could not read because of them: offsets and names. */
export const htmlTags = (source: string): readonly { from: number; to: number; name: string; opens: boolean }[] =>
  [...source.matchAll(/<(\/?)([A-Za-z][\w:-]*)(?:\s[^<>]*)?>/g)]
    .filter(([, , name = '']) => isHtmlName(name))
    .map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
      name: found[2] ?? '',
      opens: found[1] === '',
    }));
