/** The short label above a headline: what sort of piece this is, and what it is about. */
import type { Address, ArticleKind, PublishedArticle } from '#model/article';
import { categoryAddress, seriesAddress } from '#model/addresses';
import type { Moment } from '#model/moment';

/** A kicker in its parts, printed "Explainer / Science". */
export type Kicker = {
  /** Word for the kind; news has none. */
  readonly kind?: string;
  /** What it is about: the category, or the series with the part. */
  readonly topic?: string;
  /** Address of the topic, where it has a page. */
  readonly href?: Address;
  /** Running or ended coverage, marked by a square. */
  readonly state?: 'live' | 'ended';
};

/** The printed word for each kind of article; a reader must see at once what is not reporting. */
export const kindLabels = {
  news: undefined,
  brief: undefined,
  analysis: 'Analysis',
  explainer: 'Explainer',
  feature: undefined,
  interview: 'Interview',
  review: 'Review',
  opinion: 'Opinion',
  editorial: 'Editorial',
  letters: 'Letters',
  obituary: 'Obituary',
  factcheck: 'Fact check',
  live: 'Live',
  sponsored: 'Sponsored',
} as const satisfies Record<ArticleKind, string | undefined>;

/** Whether the piece argues rather than reports: its headline is set light, under its author's name. */
export const isOpinion = (kind: ArticleKind): boolean =>
  kind === 'opinion' || kind === 'editorial' || kind === 'letters';

/** How a live article's coverage stands at a moment; `undefined` for every other kind. */
export const coverageAt = (
  article: Pick<PublishedArticle, 'kind' | 'coverage'>,
  now: Moment,
): 'live' | 'ended' | undefined => {
  if (article.kind !== 'live') return undefined;
  const end = article.coverage?.end;
  return end !== undefined && end <= now ? 'ended' : 'live';
};

/** Where a kicker stands: what the page or strip says already is not said again. */
export type KickerPlace = { readonly category?: string; readonly series?: string };

const topicOf = (article: PublishedArticle, standing: KickerPlace): Pick<Kicker, 'topic' | 'href'> => {
  if (article.series) {
    const { title, part, slug, known } = article.series;
    if (slug === standing.series) return part === undefined ? {} : { topic: `Part ${part}` };
    return {
      topic: part === undefined ? title : `${title}, part ${part}`,
      ...(known && { href: seriesAddress(slug) }),
    };
  }
  if (standing.category === article.category.slug) return {};
  return {
    topic: article.category.title,
    ...(article.category.known && { href: categoryAddress(article.category.slug) }),
  };
};

/** Chooses the kicker; inside a category or series (`standing`) its own name says nothing new and is left out. */
export const kickerFor = (article: PublishedArticle, now: Moment, standing: KickerPlace = {}): Kicker => {
  const state = coverageAt(article, now);
  if (state === 'live') return { kind: 'Live', state };
  if (state === 'ended') return { kind: 'As it happened', state };
  if (article.kind === 'sponsored') return { kind: `Paid for by ${article.sponsor?.name ?? 'a sponsor'}` };
  const inSeries = article.series && article.series.slug !== standing.series;
  const kind = kindLabels[article.kind] ?? (inSeries ? 'Series' : undefined);
  return { ...(kind && { kind }), ...topicOf(article, standing) };
};
