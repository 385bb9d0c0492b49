/** Old addresses, as they stand in `aliases` and `gone.yaml`: their one form, and those that can never be old. */
import { knownAddress } from '#model/addresses';
import type { Address } from '#model/article';

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    // No valid escapes: the part is what it says.
    return part;
  }
};

/**
 * The form in which the front door asks for an address: decoded, NFC, without doubled and closing slashes and without a
 * fragment, which no browser sends. The query stays as it is written: `/?p=4711`.
 */
export const plainOldAddress = (written: string): Address => {
  const [typed = '', ...rest] = (written.split('#', 1)[0] ?? '').split('?');
  const parts = typed.split('/').filter((part) => part !== '');
  const path = `/${parts.map(decoded).join('/')}`.normalize('NFC');
  const lower = path.toLowerCase();
  const query = rest.join('?');
  return `${knownAddress(path) || !knownAddress(lower) ? path : lower}${query === '' ? '' : `?${query}`}`;
};

const small = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC');

/** `a=b` in one form: decoded, in small letters, encoded; a blank may stand as a plus sign, a value may be absent. */
const smallPair = (written: string): string => {
  const [name = '', ...value] = written.split('=').map((part) => small(decoded(part.replaceAll('+', ' '))));
  return [name, value.join('=')].map(encodeURIComponent).join('=');
};

/** The parameters of an address in one form, in the order of their names; the question for an AMP version is none. */
export const smallPairs = (address: Address): readonly string[] => {
  const [, ...rest] = address.split('?');
  const pairs = rest.join('?').split('&').filter(Boolean).map(smallPair);
  return [...new Set(pairs)].filter((pair) => !pair.startsWith('amp=')).sort();
};

/** The name of a parameter in that form. */
export const nameOfPair = (pair: string): string => decoded(pair.split('=', 1)[0] ?? '');

/** The path of an address in small letters with these parameters: the same for every spelling of one old address. */
export const foldedAddress = (address: Address, pairs = smallPairs(address)): Address =>
  small(address.split('?', 1)[0] ?? '') + (pairs.length === 0 ? '' : `?${pairs.join('&')}`);

/** What an address is that belongs to the paper itself, whatever is published, in words; `undefined` for any other. */
export const paperOwns = (address: Address): string | undefined => {
  const [path = '', query] = address.split('?', 2);
  const kind = knownAddress(path)?.kind;
  switch (kind) {
    case 'picture':
    case 'card':
    case 'file':
    case 'static':
      return 'a file of the paper';
    case 'form':
      return 'where forms are sent';
    default:
      // Old addresses with a query lie on pages that have none: `/?p=4711`.
      return query === undefined && kind ? ownPages[kind] : undefined;
  }
};

type Kind = NonNullable<ReturnType<typeof knownAddress>>['kind'];

const ownPages: { readonly [Name in Kind]?: string } = {
  front: 'the front page',
  list: 'a list of the paper',
  videos: 'the page of videos',
  corrections: 'the page of corrections',
  newsletter: 'the newsletter’s page',
  machine: 'written by the paper itself, for machines',
  feed: 'a feed',
  period: 'the page of a year, a month or a day',
};
