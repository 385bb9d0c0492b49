/** Takes out of a line of the log what tells of a person: network and mail addresses, queries, passwords, tokens. */
import { isIPv6 } from 'node:net';

const loopback = /^(?:127\.\d+\.\d+\.\d+|0\.0\.0\.0)$/;

/** The net below all others: whoever writes a line leaves such things out, and this is for the words of others' faults. */
export const withoutPersons = (text: string): string =>
  text
    // https://name:password@host
    .replace(/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[left out]@')
    .replace(/[^\s@"'<>(),:;/?=&[\]]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu, '[mail address]')
    // A query holds what a reader looked for, and the tokens of letters.
    .replace(/((?:https?:\/\/[^\s?"']*|(?<![\w.:])\/[^\s?"':]*))\?[^\s"')]+/gi, '$1?[left out]')
    .replace(/\b(bearer|basic)\s+[\w+/=.~-]{6,}/gi, '$1 [left out]')
    .replace(
      /\b((?:token|password|passwd|secret|authorization|cookie|api[-_]?key)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&]+)/gi,
      '$1[left out]',
    )
    .replace(/(?<![\w.])(?:::ffff:)?(?:\d{1,3}\.){3}\d{1,3}(?![\w.]*\d)/gi, (found) =>
      loopback.test(found) ? found : '[address]',
    )
    .replace(/(?<![\w:.])[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}(?:%\w+)?/gi, (found) =>
      isIPv6(found) && found !== '::1' && found !== '::' ? '[address]' : found,
    );
