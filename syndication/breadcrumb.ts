/** The trail above a page as structured data: the same names in the same order as the visible one. */
import type { BreadcrumbList } from 'schema-dts';
import type { Step } from '#model/trail';
import { absolute, type Paper } from '#syndication/paper';

/** A list of at least two steps, or nothing; the last step carries no link, as search engines ask. */
export const breadcrumbFor = (
  paper: Paper,
  steps: readonly Step[],
): (BreadcrumbList & { '@context': string }) | undefined => {
  if (steps.length < 2) return undefined;
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name,
      ...(at < steps.length - 1 && href && { item: absolute(paper, href) }),
    })),
  };
};
