/** What the publication for machines needs to know of itself, and how its addresses are written in full. */
import type { Address } from '#model/article';
import type { Site } from '#model/site';

/** The publication with the address under which the public reaches it. */
export type Paper = { readonly site: Site; readonly siteUrl: string };

/** Addresses that stand in full as they are: ASCII that no URL writes otherwise, and no step to another folder. */
const asItStands = /^\/(?:[\w~-][\w.~-]*(?:\/[\w~-][\w.~-]*)*)?$/;

let origin = { of: '', is: '' };

const originOf = (siteUrl: string): string => {
  if (origin.of !== siteUrl) origin = { of: siteUrl, is: new URL(siteUrl).origin };
  return origin.is;
};

/** An address of the paper in full, percent-encoded as it stands in links of other machines. */
export const absolute = (paper: Pick<Paper, 'siteUrl'>, address: Address): string =>
  // A sitemap has ten thousand of them, and reading one as a URL takes ten times as long.
  asItStands.test(address) ? originOf(paper.siteUrl) + address : new URL(address, paper.siteUrl).href;
