/** Reads addresses: of pages of this paper, old ones, and of the web. */
import { quote, refuse, remark, type Written } from '#archive/frontMatter/reader';
import { readPlainly } from '#archive/frontMatter/readWords';

/** Longest address that is read, in UTF-16 units. */
const longest = 2000;

const whole = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** A path of this paper: one slash, no blanks, no backslash, nothing invisible. */
const isPath = (text: string): boolean =>
  /^\/(?!\/)/.test(text) && !/[\s\\\p{Cc}\p{Cf}\p{Z}]/u.test(text) && text.length <= longest;

/** The path of an address of this paper written in full. */
const ownPath = (text: string, siteUrl: string | undefined): string | undefined => {
  const [address, own] = [/^https?:\/\//i.test(text) ? whole(text) : undefined, siteUrl ? whole(siteUrl) : undefined];
  return address && own && address.host === own.host
    ? `${address.pathname}${address.search}${address.hash}`
    : undefined;
};

/** What stands between the text and being an address, and the address that may be meant. */
const addressFault = (
  text: string,
  siteUrl: string | undefined,
): { readonly message: string; readonly meant?: string } => {
  const own = ownPath(text, siteUrl);
  if (own !== undefined)
    return { message: 'is written with the name of the site; addresses of this paper begin with /.', meant: own };
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^www\./i.test(text))
    return { message: `is ${quote(text)}, an address of another site.` };
  const rest = text.replace(/^content\/articles/, '').replace(/\.mdx?$/, '');
  const meant = `${rest.startsWith('/') ? '' : '/'}${rest.trim()}`;
  if (/\s/.test(text)) return { message: `is ${quote(text)}, an address broken by a blank.` };
  return {
    message: `is ${quote(text)}, which is no address; addresses of this paper begin with one /.`,
    ...(isPath(meant) && { meant }),
  };
};

/**
 * An address of this paper, as typed. Where it stands in a list of related ones and is none, that is a note and it is left
 * out; anywhere else it is a problem. `old` addresses may be what no page of ours ever was (`/?p=4711`).
 */
export const checkAddress = (written: Written, old: boolean): string | undefined => {
  const { text, field, reader } = written;
  if (isPath(text)) return text;
  const { message, meant } = addressFault(text, reader.context.siteUrl);
  if (!old && field.startsWith('related')) {
    if (meant !== undefined && isPath(meant) && ownPath(text, reader.context.siteUrl) !== undefined) {
      remark(written, message, { instead: meant });
      return meant;
    }
    remark(
      written,
      `${message.slice(0, -1)}; it is left out.`,
      meant === undefined ? 'Write an address of this paper, or leave it out.' : { instead: meant },
    );
    return undefined;
  }
  return readPlainly(
    written,
    (plain) => (plain !== text && isPath(plain) ? plain : undefined),
    () =>
      refuse(
        written,
        message,
        meant === undefined ? 'Write it like /2026/10/15/harbour-bridge-reopens.' : { instead: meant },
      ),
  );
};

const webAddress = (text: string, secure: boolean): string | undefined => {
  if (/[\s\p{Cc}\p{Cf}<>"\\]/u.test(text) || text.length > longest) return undefined;
  const address = whole(text);
  const fits = address && (address.protocol === 'https:' || (!secure && address.protocol === 'http:'));
  return fits && /^https?:\/\/[^/]/i.test(text) && address.username === '' && address.password === ''
    ? text
    : undefined;
};

/** A web address in full; `secure` where it must be https. */
export const checkWebAddress = (written: Written, secure: boolean): string | undefined =>
  readPlainly(
    written,
    (text) => webAddress(text, secure),
    (text) => {
      const meant = [text.replace(/^http:/i, 'https:'), `https://${text.replace(/^\/\//, '')}`].find(
        (guess) => guess.includes('.') && webAddress(guess, secure) !== undefined && !/^https:\/\/[a-z]+:/i.test(guess),
      );
      const kind = secure ? 'an https address' : 'a web address';
      refuse(
        written,
        `is ${quote(written.text)}, which is not ${kind}.`,
        meant === undefined ? 'Write it like https://example.org/page.' : { instead: meant },
      );
    },
  );
