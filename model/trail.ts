/** The way from the front to a page, as its breadcrumb shows it and its structured data says it. */
import { categoryAddress, seriesAddress } from '#model/addresses';
import type { Address, PublishedArticle } from '#model/article';

/** One step: its name, and its address where it has a page. */
export type Step = { readonly name: string; readonly href?: Address };

/** Home, category, series: the article itself is the page and no step. */
export const trailTo = ({ category, series }: Pick<PublishedArticle, 'category' | 'series'>): readonly Step[] => [
  { name: 'Home', href: '/' },
  { name: category.title, ...(category.known && { href: categoryAddress(category.slug) }) },
  ...(series ? [{ name: series.title, ...(series.known && { href: seriesAddress(series.slug) }) }] : []),
];
