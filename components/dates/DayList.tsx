/** Headlines gathered by day, the newest day first, with their times hanging. */
import { site } from '#site';
import { LatestList } from '#components/LatestList';
import type { PublishedArticle } from '#model/article';
import { formatWeekdayShort } from '#model/dates';
import { byDay } from '#model/days';

type DayListProps = { readonly articles: readonly PublishedArticle[] };

/** One heading a day, which leads to the day's own page. */
export function DayList({ articles }: DayListProps) {
  return (
    <div className="days">
      {byDay(articles, site.timeZone).map(({ address, moment, articles: ofDay }) => (
        <section key={address} aria-labelledby={`day-${address.slice(-2)}`}>
          <h2 className="day-head" id={`day-${address.slice(-2)}`}>
            <a href={address}>{formatWeekdayShort(moment, site)}</a>
          </h2>
          <LatestList articles={ofDay} />
        </section>
      ))}
    </div>
  );
}
