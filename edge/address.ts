/** Reads the address line of a request: refuses what no reader's browser sends, and brings the rest into its one form. */
import { isFileOrForm, knownAddress } from '#model/addresses';
import type { KnownAddress } from '#model/addresses';
import { meantBy } from '#model/strayForms';

/** An address as it was asked for, in its one form. */
export type AskedAddress = {
  /** Decoded, NFC, without doubled or closing slashes: what the rules of the model know. */
  readonly address: string;
  /** `address` as it stands in a request line and in `Location`. */
  readonly path: string;
  /** The query with its question mark, or empty. */
  readonly search: string;
  /** What lies there, if anything ever can; an old address of an article is none of these. */
  readonly known: KnownAddress | undefined;
  /** Whether the address was written otherwise than in its one form, so that a reader is sent there. */
  readonly astray: boolean;
};

/** Bytes of an address at most. */
export const longestAddress = 2048;

const decoder = new TextDecoder('utf-8', { fatal: true });

// Controls, the backslash (which browsers read as a slash) and the fragment have no place in a request line.
const forbidden = /[\u0000-\u0020\u007f\\#]/;

/** Decodes one part of a path; `undefined` for a malformed escape and for what would be a step, a slash or a control. */
const decodePart = (part: string): string | undefined => {
  try {
    // Bytes above ASCII arrive one by one: some programs send UTF-8 without escapes.
    const text = decodeURIComponent(decoder.decode(Buffer.from(part, 'latin1'))).normalize('NFC');
    return text === '.' || text === '..' || /[/\\\p{Cc}]/u.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
};

const encodePart = (part: string): string =>
  encodeURIComponent(part).replace(/%(?:40|3A|24|26|2B|2C|3B|3D)/g, (escape) => decodeURIComponent(escape));

// A query may hold tabs and line breaks, as forms of several lines send them.
const unsound = /[^\P{Cc}\t\n\r]/u;

/** Whether a query is well formed; malformed escapes and controls are an attack or a broken program. */
const queryIsSound = (search: string): boolean => {
  if (forbidden.test(search)) return false;
  try {
    // As it stands: taking escapes out first would join what is left into escapes that nobody wrote.
    return !unsound.test(decodeURIComponent(search));
  } catch {
    return false;
  }
};

// Names with which Next speaks to itself in queries.
const internalParameter = /^(?:_rsc|nxt[PI]|__next)/;

const without = (search: string, unwanted: RegExp): string => {
  const pairs = search.slice(1).split('&');
  const kept = pairs.filter((pair) => pair !== '' && !unwanted.test(decodeURIComponent(pair.split('=')[0] ?? '')));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
};

/** The question for a page's AMP version, which is the page itself. */
const ampParameter = /^amp$/i;

/** The forms in which an address is certainly meant, the most literal first; what else it may mean, its page must be asked. */
const readings = (parts: readonly string[]): readonly string[] => {
  const asTyped = `/${parts.join('/')}`;
  const lower = asTyped.toLowerCase();
  return [asTyped, lower, lower.replace(/\/page\/0+(?=[1-9]\d*$)/, '/page/')];
};

/** Made of parts that are not empty, a path begins with one slash: `//evil.example/` never becomes a way to another site. */
const pathTo = (address: string): string => `/${address.slice(1).split('/').map(encodePart).join('/')}`;

/** An address that somebody who asked for another one may have meant, as if it had been asked for in its one form. */
export const asAsked = (address: string): AskedAddress => ({
  address,
  path: pathTo(address),
  search: '',
  known: knownAddress(address),
  astray: false,
});

/** Addresses with which the processes speak to each other; from outside they are nothing. */
export const isPrivate = ({ address }: Pick<AskedAddress, 'address'>): boolean =>
  /^\/(?:gone-notice|_not-found|_error)(?:\/|$)/.test(address);

/** Whether a target names another site behind two slashes, as attackers of redirects write it. */
const isHost = (typed: string): boolean => /^\/\/+[^/]*[.:@]/.test(typed);

/**
 * Reads the target of a request (`/2026/10/15/x?y=z`, as Node's `request.url` gives it). `undefined` for what is refused:
 * other than a path, too long, malformed escapes, NUL and other controls, encoded slashes and
 * steps (`%2e%2e`).
 */
export const readAddress = (target: string): AskedAddress | undefined => {
  if (target.length > longestAddress || !target.startsWith('/')) return undefined;
  const mark = target.indexOf('?');
  const typed = mark === -1 ? target : target.slice(0, mark);
  const query = mark === -1 ? '' : target.slice(mark);
  if (forbidden.test(typed) || !queryIsSound(query)) return undefined;
  const parts = typed
    .split('/')
    .filter((part) => part !== '')
    .map(decodePart);
  const decoded = parts.filter((part) => part !== undefined);
  if (decoded.length !== parts.length) return undefined;
  const [asTyped = '/', ...others] = readings(decoded);
  const address = [asTyped, ...others].find((reading) => knownAddress(reading)) ?? asTyped;
  const path = pathTo(address);
  const known = knownAddress(address);
  if (isHost(typed) && !known && !meantBy(address).some((form) => knownAddress(form))) return undefined;
  const asked = without(query, internalParameter);
  const search = isFileOrForm(known) ? asked : without(asked, ampParameter);
  return { address, path, search, known, astray: path !== typed || search !== asked };
};
