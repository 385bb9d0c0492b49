/** What the publication for machines needs to know of itself, and how its addresses are written in full. */
import type { Address } from '#model/article';
import type { Site } from '#model/site';

/** The publication with the address under which the public reaches it. */
export type Paper = { readonly site: Site; readonly siteUrl: string };

/** An address of the paper in full, percent-encoded as it stands in links of other machines. */
export const absolute = (paper: Pick<Paper, 'siteUrl'>, address: Address): string =>
  new URL(address, paper.siteUrl).href;
