/** The way from the front to a page, as its breadcrumb shows it and its structured data says it. */
import { categoryAddress, type Period, periodAddress, seriesAddress } from '#model/addresses';
import type { Address, PublishedArticle } from '#model/article';

/** One step: its name, and its address where it has a page. */
export type Step = { readonly name: string; readonly href?: Address };

const home: Step = { name: 'Home', href: '/' };

/**
 * Home, category, series: the article itself is the page and no step. Search engines want an address of every step but the
 * last, so a category without a page of its own is left out where a series follows.
 */
export const trailTo = ({ category, series }: Pick<PublishedArticle, 'category' | 'series'>): readonly Step[] => {
  const steps: readonly Step[] = [
    home,
    { name: category.title, ...(category.known && { href: categoryAddress(category.slug) }) },
    ...(series ? [{ name: series.title, ...(series.known && { href: seriesAddress(series.slug) }) }] : []),
  ];
  return steps.filter(({ href }, at) => href !== undefined || at === steps.length - 1);
};

/** Above the pages of one series, of one tag and of the paper about itself. */
export const trailToSeries: readonly Step[] = [home, { name: 'Series', href: '/series' }];
/** To a tag. */
export const trailToTag: readonly Step[] = [home, { name: 'Tags', href: '/tag' }];
/** To a page about the paper. */
export const trailToAboutPage: readonly Step[] = [home, { name: 'About', href: '/about' }];

/** To a month, or to a day, whose month is a step with its name ("October 2026"). */
export const trailToPeriod = ({ year, month, day }: Period, monthName: string): readonly Step[] => [
  home,
  { name: String(year), href: periodAddress({ year }) },
  ...(month !== undefined && day !== undefined ? [{ name: monthName, href: periodAddress({ year, month }) }] : []),
];
