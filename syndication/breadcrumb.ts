/** The trail above a page as structured data: the same names in the same order as the visible one. */
import type { BreadcrumbList } from 'schema-dts';
import type { Address } from '#model/article';
import { absolute, type Paper } from '#syndication/paper';

/** One step of the trail; the last one is the page itself and has no link. */
export type Step = { readonly name: string; readonly address?: Address };

/** A list of at least two steps, or nothing. */
export const breadcrumbFor = (
  paper: Paper,
  steps: readonly Step[],
): (BreadcrumbList & { '@context': string }) | undefined => {
  if (steps.length < 2) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, address }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      ...(at < steps.length - 1 && address && { item: absolute(paper, address) }),
    })),
  };
};
