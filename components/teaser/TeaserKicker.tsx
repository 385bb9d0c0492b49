/** The label above a teaser's headline: kind and topic, or for a piece that argues kind and author. */
import { Kicker } from '#components/Kicker';
import type { PublishedArticle } from '#model/article';
import { type KickerPlace, teaserKickerFor } from '#model/kicker';
import type { Moment } from '#model/moment';

type TeaserKickerProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  /** What the page or strip says already. */
  readonly place?: KickerPlace;
};

/** Kicker of a teaser; nothing where it would say only what the page says already. */
export function TeaserKicker({ article, now, place }: TeaserKickerProps) {
  return <Kicker kicker={teaserKickerFor(article, now, place)} />;
}
