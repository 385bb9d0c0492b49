/** Articles that belong to an article: those it names, then by tags, series, words and category; newest breaks ties. */
import { articleAt } from '#archive/queries/front';
import { namedList, categoryList } from '#archive/queries/lists';
import { articleColumns, firstOf, resolveAll, type ArticleRow } from '#archive/queries/resolve';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { Address, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

/** What each thing in common is worth. */
const worth = { tag: 3, series: 2, words: 2, category: 1 } as const;

/** Newest articles of each list that are looked at. */
const looked = 20;

/** Words of four letters and more say what a headline is about; the rest is grammar. */
const queryFor = (article: PublishedArticle): string => {
  const words = new Set(
    `${article.headline} ${article.tags.map((tag) => tag.name).join(' ')}`
      .toLocaleLowerCase()
      .match(/[\p{L}\p{M}\p{N}]{4,}/gu),
  );
  return [...words]
    .slice(0, 12)
    .map((word) => `"${word}"`)
    .join(' OR ');
};

const byWords = (window: Window, article: PublishedArticle, now: Moment): PublishedArticle[] => {
  const query = queryFor(article);
  if (query === '') return [];
  const rows = window.db().all<ArticleRow>(
    `select ${articleColumns} from
       (select rowid as id, rank from search where search match ? and rank match 'bm25(10, 5, 1)' order by rank limit ${looked}) s
     join article a on a.id = s.id where ${openAt} order by s.rank`,
    query,
    ...openValues(window, now),
  );
  return resolveAll(window, rows, now);
};

type Scored = { readonly article: PublishedArticle; score: number };

/** Up to `size` articles; never the article itself, and nothing that was paid for. */
export const relatedTo = (window: Window, article: PublishedArticle, size: number, now: Moment): PublishedArticle[] => {
  const scores = new Map<Address, Scored>();
  const count = (articles: readonly PublishedArticle[], points: number): void => {
    for (const each of articles) {
      const known = scores.get(each.address);
      if (known) known.score += points;
      else scores.set(each.address, { article: each, score: points });
    }
  };
  const named = article.related.flatMap((address) => articleAt(window, address, now) ?? []);
  count(named, 1000);
  for (const tag of article.tags) count(firstOf(window, namedList('tag', tag.slug), 0, looked, now), worth.tag);
  if (article.series) count(firstOf(window, namedList('series', article.series.slug), 0, looked, now), worth.series);
  count(firstOf(window, categoryList(article.category.slug), 0, looked, now), worth.category);
  count(byWords(window, article, now), worth.words);
  return [...scores.values()]
    .filter(({ article: { address, kind } }) => address !== article.address && kind !== 'sponsored')
    .sort((a, b) => b.score - a.score || b.article.publishedAt - a.article.publishedAt)
    .map((scored) => scored.article)
    .sort((a, b) => orderOf(article, a) - orderOf(article, b))
    .slice(0, size);
};

/** Those that the article names stand first, in its own order. */
const orderOf = (article: PublishedArticle, other: PublishedArticle): number => {
  const at = article.related.indexOf(other.address);
  return at < 0 ? article.related.length : at;
};
