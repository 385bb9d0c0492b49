/** The label above a teaser's headline: kind and topic, or for a piece that argues its author. */
import { Kicker } from '#components/Kicker';
import type { PublishedArticle } from '#model/article';
import { isOpinion, kickerFor, type KickerPlace } from '#model/kicker';
import type { Moment } from '#model/moment';
import { inSentence } from '#model/names';

type TeaserKickerProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  /** What the page or strip says already. */
  readonly place?: KickerPlace;
};

/** Kicker of a teaser; nothing where it would say only what the page says already. */
export function TeaserKicker({ article, now, place }: TeaserKickerProps) {
  if (isOpinion(article.kind) && article.authors.length > 0) {
    return <p className="kicker">{inSentence(article.authors.map(({ name }) => name))}</p>;
  }
  return <Kicker kicker={kickerFor(article, now, place)} />;
}
