/** A list of headlines with their times hanging in a column of their own. */
import { site } from '#site';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import { periodAddress, periodOf } from '#model/addresses';
import type { PublishedArticle } from '#model/article';
import { formatDayBrief, formatTime, isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';

type LatestListProps = {
  readonly articles: readonly PublishedArticle[];
  /** With it, what was published on another day shows that day instead of its time. Left out where the page is of one day. */
  readonly now?: Moment;
};

/** Headlines, newest first, each with its time or day on the publication's wall clock. */
export function LatestList({ articles, now }: LatestListProps) {
  const today = now === undefined ? undefined : periodOf(now, site.timeZone);
  const hangs = (moment: Moment): string => {
    if (!today) return formatTime(moment, site);
    const day = periodOf(moment, site.timeZone);
    if (periodAddress(day) === periodAddress(today)) return formatTime(moment, site);
    return day.year === today.year ? formatDayBrief(moment, site) : `${formatDayBrief(moment, site)} ${day.year}`;
  };
  const allToday = articles.every(({ publishedAt }) => hangs(publishedAt) === formatTime(publishedAt, site));
  return (
    <ol className={allToday ? 'list timed' : 'list timed timed-days'} role="list">
      {articles.map((article) => (
        <li key={article.address}>
          <time dateTime={isoMoment(article.publishedAt, site)}>{hangs(article.publishedAt)}</time>
          <HeadlineLink article={article} />
        </li>
      ))}
    </ol>
  );
}
