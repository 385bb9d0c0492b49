/** The rail of the front: the newest headlines with their times, and below them one more piece of the second rank. */
import type { ReactNode } from 'react';
import { site } from '#site';
import { LatestList } from '#components/LatestList';
import { Teaser } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import { latestPeriod } from '#model/latestPeriod';
import type { Moment } from '#model/moment';

type LatestRailProps = {
  readonly articles: readonly PublishedArticle[];
  readonly pick?: PublishedArticle | undefined;
  readonly now: Moment;
  /** Stands below the list where there is no such piece. */
  readonly offer?: ReactNode;
};

/** Ends with the way to all of the day, or of the month where nothing is of today. */
export function LatestRail({ articles, pick, now, offer }: LatestRailProps) {
  const newest = articles[0];
  const all = newest && latestPeriod(newest.publishedAt, now, site);
  return (
    <div className="rail hairline">
      <section aria-labelledby="latest">
        <h2 className="label" id="latest">
          Latest
        </h2>
        <LatestList articles={articles} now={now} />
        {all && (
          <a className="more quiet" href={all.address}>
            Everything from {all.name}
          </a>
        )}
      </section>
      {!pick && offer && <div>{offer}</div>}
      {pick && (
        <div className="rail-pick">
          <Teaser article={pick} now={now} rank="side" level={2} />
        </div>
      )}
    </div>
  );
}
