/** The fronts of a list that are there: of categories, authors, tags and series. */
import { countsIn, sizesIn, type NameCount } from '#archive/queries/listCounts';
import { withPhoto } from '#archive/queries/names';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { ListMember, ListSize } from '#archive/questions';
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
      const counts = byName(countsIn(window, list, now));
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

const newestOf = (members: readonly ListMember[]): Pick<ListSize, 'newest'> => {
  const moments = members.flatMap(({ newest }) => newest ?? []);
  return moments.length === 0 ? {} : { newest: Math.max(...moments) };
};

/** Publication of the newest public article that bears any tag; there is one where any tag is in use. */
const newestTagged = (window: Window, now: Moment): Moment | undefined =>
  window.db().one<{ at: Moment }>(
    `select a.published_at as at from article a
     where ${openAt} and exists (select 1 from article_listed l where l.id = a.id and l.list = 'tag')
     order by a.published_at desc, a.id desc limit 1`,
    ...openValues(window, now),
  )?.at;

/** A list as a whole. There may be thousands of tags, so none of them is looked at by itself. */
export const sizeOf = (window: Window, list: ListKind, now: Moment): ListSize => {
  if (list !== 'tag') {
    const members = membersOf(window, list, now);
    return { articles: members.map(({ articles }) => articles), ...newestOf(members) };
  }
  const sizes = sizesIn(window, list, now);
  const newest = sizes.length > 0 ? newestTagged(window, now) : undefined;
  return { articles: sizes.map(([, articles]) => articles), ...(newest !== undefined && { newest }) };
};
