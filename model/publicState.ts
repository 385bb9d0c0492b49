/** How one article stands in public, short enough to compare fifty thousand of them. */
import type { Address } from '#model/article';

/** An article that the public may see now. */
export type PublicState = {
  readonly address: Address;
  /** Changes whenever what the reader is told changes: headline, words, corrections, entries; not with the file's form. */
  readonly mark: string;
  /** Lists that show it, as addresses: `/`, `/category/science`. Each has feeds. */
  readonly lists: readonly Address[];
  /** Whether search engines are to find it here; copy that was first published elsewhere is to be found there. */
  readonly ours: boolean;
};
