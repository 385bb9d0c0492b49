/** Which addresses of this publication a finished document names: pages, pictures, feeds, whatever it is written in. */
import { readAddress } from '#edge/address';
import type { AskedAddress } from '#edge/address';

/** Documents that can name others. */
const readable =
  /^(?:text\/|application\/(?:[\w.-]+\+)?(?:xml|json)\b|application\/(?:manifest|javascript)|image\/svg)/;

/** Whether a document of this type can name others. */
export const canName = (type: string | undefined): boolean => readable.test(type ?? '');

// An address ends at a blank, a quotation mark, a bracket or where its query or fragment begins.
const end = `[^\\s"'<>()\\[\\]{}\\\\|^\`?#]*`;

/** Attributes and lists of pictures in markup; values of JSON; `url()` of style sheets; links of Markdown. */
const rooted = new RegExp(`(?:[="'(]|,\\s|,)(/(?!/)${end})`, 'g');

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a scan gives: each address once, in the order of its first place. */
export type Scan = (text: string) => readonly AskedAddress[];

/** The same words in memory of their own: a part of a page's text would keep the whole page in memory. */
const copyOf = (text: string): string => Buffer.from(text).toString();

/** Signs that a sentence puts behind an address, and that belong to none of ours. */
const withoutStop = (path: string): string => path.replace(/(?:&[a-z#0-9]*;?|[.,;:!*_])+$/i, '');

/**
 * Makes the scan for one publication. It is generous: what looks like an address and is none is of no known kind and is left
 * out, and what is left is asked for, so that the renderer decides.
 */
export const scanFor = (siteUrl: string): Scan => {
  const whole = new RegExp(`${escape(siteUrl)}(?![\\w.:@-])(${end})`, 'g');
  const remembered = new Map<string, AskedAddress | undefined>();
  const read = (spelled: string): AskedAddress | undefined => {
    if (remembered.has(spelled)) return remembered.get(spelled);
    const own = copyOf(spelled);
    const asked = readAddress(withoutStop(own) || '/');
    const known = asked?.known ? asked : undefined;
    remembered.set(own, known);
    return known;
  };
  return (text) => {
    const found = new Map<string, AskedAddress>();
    for (const pattern of [whole, rooted]) {
      for (const [, spelled = '/'] of text.matchAll(pattern)) {
        const asked = read(spelled);
        if (asked) found.set(asked.path, asked);
      }
    }
    return [...found.values()];
  };
};
