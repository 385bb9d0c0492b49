/** The head of an article's page: where it belongs, what it says, who says it and when. */
import type { ReactNode } from 'react';
import { Breadcrumb } from '#components/Breadcrumb';
import { Kicker } from '#components/Kicker';
import type { ArticleKind, PublishedArticle } from '#model/article';
import { isOpinion, kickerFor } from '#model/kicker';
import type { Moment } from '#model/moment';
import { trailTo } from '#model/trail';

type ArticleHeadProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  /** What follows the standfirst: byline and dates. */
  readonly children: ReactNode;
};

/** The hand a headline is set in: what argues is light, what somebody paid for is not in the paper's own letters. */
const handFor = (kind: ArticleKind): string => {
  if (kind === 'sponsored') return 'font-sans text-h2 font-semibold';
  return isOpinion(kind) ? 'text-h1 font-light' : 'text-h1';
};

/** Breadcrumb, kicker, headline and standfirst. */
export function ArticleHead({ article, now, children }: ArticleHeadProps) {
  const { headline, standfirst, kind, sponsor, hiddenBecause } = article;
  return (
    <>
      <Breadcrumb className="hang-start" steps={trailTo(article)} />
      {hiddenBecause && <p className="warning">{hiddenBecause}</p>}
      {sponsor ? <PaidFor {...sponsor} /> : <Kicker kicker={kickerFor(article, now)} linked />}
      <h1 className={`headline out mb-3 ${handFor(kind)}`}>{headline}</h1>
      {standfirst && <p className="standfirst story-standfirst text-standfirst">{standfirst}</p>}
      {children}
    </>
  );
}

function PaidFor({ name, url }: { readonly name: string; readonly url?: string }) {
  return (
    <p className="paid on-buff out">
      {'Paid for by '}
      {url ? (
        <a className="quiet" href={url} rel="sponsored">
          {name}
        </a>
      ) : (
        name
      )}
    </p>
  );
}
