/** The short label above a headline: what sort of piece this is, and what it is about. */
import type { Address, ArticleKind, PublishedArticle } from '#model/article';
import { categoryAddress, seriesAddress } from '#model/addresses';
import { inSentence } from '#model/names';
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

/** A label, and that a machine made something for the piece; the page itself says what. Empty where there is neither. */
const withAi = (label: string, { ai }: Pick<PublishedArticle, 'ai'>): string => {
  if (!ai) return label;
  return label ? `${label}, made with AI` : 'Made with AI';
};

const labelled = ['opinion', 'editorial', 'letters', 'analysis'] as const satisfies readonly ArticleKind[];

/**
 * What a reader must be told wherever the headline stands, though it stand there alone: that a piece argues or was paid for,
 * that a machine had a hand in it. Empty for plain reporting.
 */
export const labelOf = (article: Pick<PublishedArticle, 'kind' | 'sponsor' | 'ai'>): string => {
  const { kind, sponsor } = article;
  if (kind === 'sponsored') return withAi(`Paid for by ${sponsor?.name ?? 'a sponsor'}`, article);
  return withAi(labelled.some((one) => one === kind) ? (kindLabels[kind] ?? '') : '', article);
};

/** The kicker in a band whose heading says Opinion: who speaks, and what else must be told. */
export const voiceKickerFor = (article: PublishedArticle): Kicker => {
  const told = withAi(article.kind === 'opinion' ? '' : (kindLabels[article.kind] ?? ''), article);
  return { ...(told && { kind: told }), topic: inSentence(article.authors.map(({ name }) => name)) };
};

/** The kicker of a teaser: a piece that argues has its author for topic, and a machine's part is told beside the kind. */
export const teaserKickerFor = (article: PublishedArticle, now: Moment, standing: KickerPlace = {}): Kicker => {
  const { kind = '', topic, state } = kickerFor(article, now, standing);
  const isSaid = article.category.slug === standing.category && article.category.title === kind;
  const told = withAi(isSaid ? '' : kind, article);
  const names = isOpinion(article.kind) ? inSentence(article.authors.map(({ name }) => name)) : '';
  const about = names || topic;
  return { ...(told && { kind: told }), ...(about && { topic: about }), ...(state && { state }) };
};
