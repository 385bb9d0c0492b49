/** Supplies the front with what the archive has. */
import { categoryList, kindList, latestList, namedList } from '#archive/queries/lists';
import { relatedTo } from '#archive/queries/related';
import { articleColumns, firstOf, resolve, type ArticleRow } from '#archive/queries/resolve';
import { firstVideos } from '#archive/queries/videos';
import { openAt, openValues, type Window } from '#archive/queries/window';
import type { PublishedArticle } from '#model/article';
import { defaultPlan, fillFront, type FrontSupply } from '#model/fillFront';
import type { Front, FrontPlan } from '#model/front';
import type { Moment } from '#model/moment';

const textOf = (window: Window, article: PublishedArticle): string =>
  window
    .db()
    .one<{ text: string }>(
      'select w.text from words w join article a on a.id = w.id where a.address = ?',
      article.address,
    )?.text ?? '';

/** The article at an address without its body. */
export const articleAt = (window: Window, address: string, now: Moment): PublishedArticle | undefined => {
  const row = window
    .db()
    .one<ArticleRow>(
      `select ${articleColumns} from article a where a.address = ? and ${openAt}`,
      address,
      ...openValues(window, now),
    );
  return row && resolve(window, row, now);
};

/** What the archive has for a front. */
export const supplyFor = (window: Window, now: Moment): FrontSupply => {
  const held = window.held();
  return {
    article: (address) => articleAt(window, address, now),
    latest: (size) => firstOf(window, latestList, 0, size, now),
    ofKinds: (kinds, size) =>
      kinds
        .flatMap((kind) => firstOf(window, kindList(kind), 0, size, now))
        .sort((one, other) => other.publishedAt - one.publishedAt)
        .slice(0, size),
    inCategory: (category, size) => firstOf(window, categoryList(category), 0, size, now),
    inSeries: (series, size) => firstOf(window, namedList('series', series), 0, size, now),
    related: (article, size) => relatedTo(window, article, size, now),
    videos: (size) => firstVideos(window, 0, size, now),
    categories: [...held.categories.values()],
    series: (slug) => held.series.get(slug),
    opening: (article) =>
      textOf(window, article)
        .split('\n')
        .find((paragraph) => paragraph.trim().length > 40),
    text: (article) => textOf(window, article),
  };
};

/** The front as planned in `content/fronts/home.yaml`, or one that makes itself. */
export const frontAt = (window: Window, now: Moment): Front => {
  const planned = window.db().one<{ value: string }>("select value from setting where name = 'front'");
  const supply = supplyFor(window, now);
  // What the archive wrote itself (`archive/store/documents.ts`).
  const plan = planned ? (JSON.parse(planned.value) as FrontPlan) : defaultPlan(supply.categories);
  return fillFront(
    plan.blocks.length > 0 ? plan : { ...plan, blocks: defaultPlan(supply.categories).blocks },
    supply,
    now,
  );
};
