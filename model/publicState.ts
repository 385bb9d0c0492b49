/** How one article stands in public, short enough to compare fifty thousand of them. */
import { knownAddress } from '#model/addresses';
import type { Address } from '#model/article';

/** Films have no pages of their own: this one stands for all of them. */
export const filmsAddress: Address = '/videos';

/** Whether what stands at an address is news by itself: an article, or the films. Fronts and lists only show such news. */
export const isNewsItself = (address: Address): boolean =>
  address === filmsAddress || knownAddress(address)?.kind === 'article';

/** An article, or the films, that the public may see now. */
export type PublicState = {
  readonly address: Address;
  /** Changes whenever what the reader is told changes: headline, words, corrections, entries; not with the file's form. */
  readonly mark: string;
  /** Lists that show it, as addresses: `/`, `/category/science`. Each has feeds. */
  readonly lists: readonly Address[];
  /** Whether search engines are to find it here; copy that was first published elsewhere is to be found there. */
  readonly ours: boolean;
};
