/** The front page: what `content/fronts/home.yaml` asks for, and what is shown at a moment. */
import type { Address, NamedPlace, PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { ShownVideo } from '#model/people';

/** A block of the front as planned; `size` is the number of articles at most. */
export type PlannedBlock =
  | { readonly block: 'lead' | 'brief' | 'opinion' | 'latest' | 'most-read' | 'videos'; readonly size: number }
  | { readonly block: 'category'; readonly category: string; readonly size: number }
  | { readonly block: 'series'; readonly series: string; readonly size: number };

/** The checked plan of the front. */
export type FrontPlan = {
  readonly breaking?: { readonly text: string; readonly link: string; readonly until?: Moment };
  /** In order; the first that is public and not over is the lead. */
  readonly pins: readonly { readonly article: Address; readonly until?: Moment }[];
  readonly blocks: readonly PlannedBlock[];
};

/** A block filled with what the public may see; blocks without anything to show are left out. */
export type FrontBlock =
  | {
      readonly block: 'lead';
      /** The lead story with the first paragraph of its body, and up to two pieces that belong to it. */
      readonly lead: PublishedArticle;
      readonly opening?: string;
      readonly also: readonly PublishedArticle[];
      /** The second rank. */
      readonly articles: readonly PublishedArticle[];
    }
  | { readonly block: 'brief'; readonly articles: readonly (PublishedArticle & { readonly text: string })[] }
  | { readonly block: 'opinion' | 'latest'; readonly articles: readonly PublishedArticle[] }
  /** The place of a ranking that the archive does not know: what readers read most, up to `size` articles. */
  | { readonly block: 'most-read'; readonly size: number }
  | {
      readonly block: 'category' | 'series';
      readonly of: NamedPlace;
      readonly articles: readonly PublishedArticle[];
    }
  | { readonly block: 'videos'; readonly videos: readonly ShownVideo[] };

/** The front page as it is at a moment. No article stands in it twice, but that a ranking may name any. */
export type Front = {
  readonly breaking?: { readonly text: string; readonly link: string };
  readonly blocks: readonly FrontBlock[];
};

const articlesIn = (block: FrontBlock): readonly PublishedArticle[] => {
  if (block.block === 'videos' || block.block === 'most-read') return [];
  return block.block === 'lead' ? [block.lead, ...block.also, ...block.articles] : block.articles;
};

/** Every article of the front, in the order in which a reader meets them. */
export const articlesOn = ({ blocks }: Front): readonly PublishedArticle[] => blocks.flatMap(articlesIn);
