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
