/** The head of an article's page: where it belongs, what it says, who says it and when. */
import type { ReactNode } from 'react';
import { Breadcrumb } from '#components/Breadcrumb';
import { Kicker } from '#components/Kicker';
import type { PublishedArticle } from '#model/article';
import { isOpinion, kickerFor } from '#model/kicker';
import type { Moment } from '#model/moment';
import { trailTo } from '#model/trail';

type ArticleHeadProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  /** What follows the standfirst: byline and dates. */
  readonly children: ReactNode;
};

/** Breadcrumb, kicker, headline and standfirst; a headline that argues is set light. */
export function ArticleHead({ article, now, children }: ArticleHeadProps) {
  const { headline, standfirst, kind, hiddenBecause } = article;
  return (
    <>
      <Breadcrumb className="hang-start" steps={trailTo(article)} />
      {hiddenBecause && <p className="warning">{hiddenBecause}</p>}
      <Kicker kicker={kickerFor(article, now)} />
      <h1 className={`headline out mb-3 text-h1 ${isOpinion(kind) ? 'font-light' : ''}`}>{headline}</h1>
      {standfirst && <p className="standfirst story-standfirst text-standfirst">{standfirst}</p>}
      {children}
    </>
  );
}
