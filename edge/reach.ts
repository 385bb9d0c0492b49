/** By which names an edition reaches a kept response: the same names tell a CDN what to drop. */
import type { AskedAddress } from '#edge/address';
import type { KnownAddress } from '#model/addresses';
import { sitemapAt } from '#model/sitemaps';

/** What an edition calls every page. */
export const everyPage = '*';

/** `/category/x/page/2` stands below `/category/x/page`, `/category/x`, `/category`. */
const above = (address: string): string[] => {
  const parts = address.split('/').slice(1, -1);
  return parts.map((_, nth) => `/${parts.slice(0, nth + 1).join('/')}`);
};

/** Whether the whole paper stands on it, so that each edition that changes the front changes it. */
const isOfWholePaper = (known: KnownAddress | undefined): boolean => {
  switch (known?.kind) {
    case 'front':
    case 'list':
    case 'machine':
      return true;
    case 'feed':
      return known.of === undefined;
    default:
      return false;
  }
};

const listNames = (address: string, known: KnownAddress | undefined): readonly string[] => [
  ...new Set([address, ...above(address), ...(isOfWholePaper(known) ? ['/'] : [])]),
];

/**
 * Names of what lies at an address, its own first. An edition names articles, periods, the beginnings of lists with all
 * that stands below them (`/category/x`), and the front (`/`), which stands for the feeds and sitemaps of the paper too.
 */
export const namesFor = ({ address, known }: Pick<AskedAddress, 'address' | 'known'>): readonly string[] => {
  switch (known?.kind) {
    case 'article':
      return [known.address];
    case 'period':
      return [address];
    case undefined:
      return [address];
    case 'machine': {
      const sitemap = sitemapAt(address);
      // The articles of a month are changed by editions that name the month, and by no others.
      return sitemap?.of === 'month' ? [address, sitemap.month] : listNames(address, known);
    }
    default:
      return listNames(address, known);
  }
};

/** Names as `Cache-Tag` lists them; commas and spaces part names there, so signs outside ASCII are escaped too. */
export const cacheTagOf = (names: readonly string[]): string =>
  names.map((name) => encodeURI(name).replaceAll(',', '%2C')).join(',');
