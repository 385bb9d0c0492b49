/** The fronts of a list that are there: of categories, authors, tags and series. */
import { categoryCounts, countsIn, type NameCount } from '#archive/queries/listCounts';
import { withPhoto } from '#archive/queries/names';
import type { Window } from '#archive/queries/window';
import type { ListMember } from '#archive/questions';
import { authorAddress, categoryAddress, type ListKind, seriesAddress, tagAddress } from '#model/addresses';
import type { Moment } from '#model/moment';

const facts = (count: NameCount | undefined): Pick<ListMember, 'articles' | 'newest'> =>
  count ? { articles: count.articles, newest: count.newest } : { articles: 0 };

const byName = (counts: readonly NameCount[]): ReadonlyMap<string, NameCount> =>
  new Map(counts.map((count) => [count.name, count]));

/** A category is there as soon as it has a file; an author and a series need a public article too, and a tag nothing else. */
export const membersOf = (window: Window, list: ListKind, now: Moment): readonly ListMember[] => {
  const { categories, authors, series } = window.held();
  switch (list) {
    case 'category': {
      const counts = byName(categoryCounts(window, now));
      return [...categories.keys()].map((slug) => ({ address: categoryAddress(slug), ...facts(counts.get(slug)) }));
    }
    case 'author':
      return countsIn(window, list, now).flatMap((count) => {
        const author = authors.get(count.name);
        if (!author) return [];
        const { photo } = withPhoto(window, author, now);
        return { address: authorAddress(count.name), ...facts(count), ...(photo && { photo }) };
      });
    case 'series':
      return countsIn(window, list, now)
        .filter(({ name }) => series.has(name))
        .map((count) => ({ address: seriesAddress(count.name), ...facts(count) }));
    case 'tag':
      return countsIn(window, list, now).map((count) => ({ address: tagAddress(count.name), ...facts(count) }));
  }
};
