/** Articles one under the other, with the way to the other pages below them. */
import type { ReactNode } from 'react';
import { Teaser, type TeaserPlace } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

type RunListProps = {
  readonly articles: readonly PublishedArticle[];
  readonly now: Moment;
  readonly place?: TeaserPlace;
  /** The pager. */
  readonly children?: ReactNode;
};

/** Rows; a row's picture is small on narrow and larger on wide columns. */
export function RunList({ articles, now, place = {}, children }: RunListProps) {
  return (
    <div className="rank @container">
      <div className="runs">
        {articles.map((article) => (
          <Teaser key={article.address} article={article} now={now} rank="run" level={2} place={place} />
        ))}
      </div>
      {children}
    </div>
  );
}
