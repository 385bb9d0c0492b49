/** Fills the front from its plan: pins first, then the newest that fit, and no article twice. */
import type { Address, ArticleKind, NamedPlace, PublishedArticle } from '#model/article';
import type { Front, FrontBlock, FrontPlan, PlannedBlock } from '#model/front';
import { isOpinion } from '#model/kicker';
import type { Moment } from '#model/moment';
import type { Category, Series, ShownVideo } from '#model/people';

/** What the front may be filled with; every list is newest first and public at the moment asked for. */
export type FrontSupply = {
  article(address: Address): PublishedArticle | undefined;
  latest(size: number): readonly PublishedArticle[];
  ofKinds(kinds: readonly Exclude<ArticleKind, 'news'>[], size: number): readonly PublishedArticle[];
  inCategory(category: string, size: number): readonly PublishedArticle[];
  inSeries(series: string, size: number): readonly PublishedArticle[];
  related(article: PublishedArticle, size: number): readonly PublishedArticle[];
  videos(size: number): readonly ShownVideo[];
  readonly categories: readonly Category[];
  series(slug: string): Series | undefined;
  /** First paragraph of an article's body, and the whole words of it. */
  opening(article: PublishedArticle): string | undefined;
  text(article: PublishedArticle): string;
};

/** The front of a paper whose editors have not planned one. */
export const defaultPlan = (categories: readonly Category[]): FrontPlan => ({
  pins: [],
  blocks: [
    { block: 'lead', size: 6 },
    ...categories.map(({ slug }) => ({ block: 'category', category: slug, size: 4 }) as const),
    { block: 'opinion', size: 4 },
    { block: 'latest', size: 7 },
    { block: 'most-read', size: 10 },
    { block: 'videos', size: 3 },
  ],
});

/** Kinds that never come to the top by themselves; a pin may still put them there. */
const mayLead = ({ kind }: PublishedArticle): boolean => !isOpinion(kind) && kind !== 'sponsored' && kind !== 'brief';

type Hand = {
  readonly supply: FrontSupply;
  readonly plan: FrontPlan;
  readonly pins: readonly PublishedArticle[];
  readonly used: Set<Address>;
};

/**
 * Takes the first unused articles of a list. Few are asked for at first, and as many as have been used, and some more, only
 * where those do not suffice: on most fronts the lists of the categories have hardly anything in common with what is used.
 */
const take = (
  hand: Hand,
  list: (size: number) => readonly PublishedArticle[],
  size: number,
  fits: (article: PublishedArticle) => boolean = () => true,
): PublishedArticle[] => {
  const choose = (some: readonly PublishedArticle[]): PublishedArticle[] =>
    some.filter((article) => !hand.used.has(article.address) && fits(article)).slice(0, size);
  const [few, most] = [size * 2, size + hand.used.size + 20];
  const first = list(few);
  let taken = choose(first);
  if (taken.length < size && first.length >= few && most > few) taken = choose(list(most));
  for (const article of taken) hand.used.add(article.address);
  return taken;
};

const useFirst = (hand: Hand, article: PublishedArticle | undefined): PublishedArticle | undefined => {
  if (article) hand.used.add(article.address);
  return article;
};

const leadBlock = (hand: Hand, size: number): FrontBlock | undefined => {
  const { supply, pins } = hand;
  const lead = useFirst(hand, pins[0] ?? supply.latest(5).find(mayLead) ?? supply.latest(60).find(mayLead));
  if (!lead) return undefined;
  for (const pin of pins.slice(1, size)) hand.used.add(pin.address);
  const also = take(
    hand,
    (n) => supply.related(lead, Math.min(n, 6)),
    2,
    (article) => mayLead(article) && lead.related.includes(article.address),
  );
  const pinned = pins.slice(1, size);
  const articles = [...pinned, ...take(hand, supply.latest, Math.max(0, size - 1 - pinned.length), mayLead)];
  const opening = supply.opening(lead);
  return { block: 'lead', lead, also, articles, ...(opening && { opening }) };
};

const categoryBlock = (hand: Hand, slug: string, size: number): FrontBlock | undefined => {
  const known = hand.supply.categories.find((category) => category.slug === slug);
  const opinionApart = hand.plan.blocks.some(({ block }) => block === 'opinion');
  const fits = ({ kind }: PublishedArticle): boolean => !(opinionApart && isOpinion(kind));
  const articles = known ? take(hand, (n) => hand.supply.inCategory(slug, n), size, fits) : [];
  const of: NamedPlace = { slug, title: known?.title ?? slug, known: true };
  return articles.length > 0 ? { block: 'category', of, articles } : undefined;
};

const seriesBlock = (hand: Hand, slug: string, size: number): FrontBlock | undefined => {
  const known = hand.supply.series(slug);
  const articles = known ? take(hand, (n) => hand.supply.inSeries(slug, n), size) : [];
  return known && articles.length > 0
    ? { block: 'series', of: { slug, title: known.title, known: true }, articles }
    : undefined;
};

const listBlock = (block: 'opinion' | 'latest', articles: readonly PublishedArticle[]): FrontBlock | undefined =>
  articles.length > 0 ? { block, articles } : undefined;

const fill = (hand: Hand, planned: PlannedBlock): FrontBlock | undefined => {
  const { supply } = hand;
  switch (planned.block) {
    case 'lead':
      return leadBlock(hand, planned.size);
    case 'latest':
      return listBlock(
        'latest',
        take(hand, supply.latest, planned.size, ({ kind }) => kind !== 'sponsored' && kind !== 'brief'),
      );
    case 'opinion':
      return listBlock(
        'opinion',
        take(hand, (n) => supply.ofKinds(['opinion', 'editorial', 'letters'], n), planned.size),
      );
    case 'brief': {
      const briefs = take(hand, (n) => supply.ofKinds(['brief'], n), planned.size);
      return briefs.length > 0
        ? { block: 'brief', articles: briefs.map((brief) => ({ ...brief, text: supply.text(brief) })) }
        : undefined;
    }
    case 'category':
      return categoryBlock(hand, planned.category, planned.size);
    case 'series':
      return seriesBlock(hand, planned.series, planned.size);
    case 'videos': {
      const videos = supply.videos(planned.size);
      return videos.length > 0 ? { block: 'videos', videos } : undefined;
    }
    case 'most-read':
      return { block: 'most-read', size: planned.size };
  }
};

/** Blocks that choose before the others, whatever place they stand in: the top of the page, then what is newest. */
const choosing = (block: PlannedBlock): number =>
  block.block === 'lead'
    ? 0
    : block.block === 'latest'
      ? 1
      : block.block === 'brief' || block.block === 'opinion'
        ? 2
        : 3;

const breakingAt = (plan: FrontPlan, supply: FrontSupply, now: Moment): Front['breaking'] => {
  const { breaking } = plan;
  if (!breaking || (breaking.until !== undefined && breaking.until <= now)) return undefined;
  const dated = /^\/\d{4}\/\d\d\/\d\d\/[^/#?]+/.exec(breaking.link)?.[0];
  return dated !== undefined && !supply.article(dated) ? undefined : { text: breaking.text, link: breaking.link };
};

/** The front at a moment: pins that are over or not public are passed over. */
export const fillFront = (plan: FrontPlan, supply: FrontSupply, now: Moment): Front => {
  const pins = plan.pins
    .filter(({ until }) => until === undefined || until > now)
    .flatMap(({ article }) => supply.article(article) ?? []);
  const hand: Hand = {
    supply,
    plan,
    pins: [...new Map(pins.map((pin) => [pin.address, pin])).values()],
    used: new Set(),
  };
  const filled = new Map<PlannedBlock, FrontBlock | undefined>();
  for (const block of [...plan.blocks].sort((a, b) => choosing(a) - choosing(b))) filled.set(block, fill(hand, block));
  const breaking = breakingAt(plan, supply, now);
  return { ...(breaking && { breaking }), blocks: plan.blocks.flatMap((block) => filled.get(block) ?? []) };
};
