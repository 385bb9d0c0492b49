/** Articles gathered by the day they were published on the publication's wall clock. */
import { periodAddress, periodOf } from '#model/addresses';
import type { Address } from '#model/article';
import type { Moment } from '#model/moment';

/** A day with what was published on it. */
export type Day<A> = {
  /** `/2026/10/15` */
  readonly address: Address;
  /** A moment of this day, to print its name from. */
  readonly moment: Moment;
  readonly articles: readonly A[];
};

/** Gathers a list that is in order of time, either way, into days; the order of days and of articles stays. */
export const byDay = <A extends { readonly publishedAt: Moment }>(
  articles: readonly A[],
  timeZone: string,
): readonly Day<A>[] => {
  const days = new Map<Address, { moment: Moment; articles: A[] }>();
  for (const article of articles) {
    const address = periodAddress(periodOf(article.publishedAt, timeZone));
    const day = days.get(address);
    if (day) day.articles.push(article);
    else days.set(address, { moment: article.publishedAt, articles: [article] });
  }
  return [...days].map(([address, day]) => ({ address, ...day }));
};
