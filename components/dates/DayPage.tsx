/** A day: everything that was published on it, in the rail the calendar of its month. */
import { site } from '#site';
import { Breadcrumb } from '#components/Breadcrumb';
import { Calendar } from '#components/dates/Calendar';
import { Neighbours } from '#components/dates/Neighbours';
import { FrontHead } from '#components/front/FrontHead';
import { RunList } from '#components/front/RunList';
import type { PublishedArticle } from '#model/article';
import { formatStories } from '#model/counts';
import { formatWeekday } from '#model/dates';
import type { Moment } from '#model/moment';
import { trailToPeriod } from '#model/trail';

type Neighbour = { readonly href: string; readonly name: string };

type DayPageProps = {
  readonly period: { readonly year: number; readonly month: number; readonly day: number };
  /** A moment of the day. */
  readonly midday: Moment;
  /** "October 2026" */
  readonly monthName: string;
  readonly articles: readonly PublishedArticle[];
  readonly now: Moment;
  readonly days: readonly { readonly number: number; readonly articles: number }[];
  readonly before?: Neighbour | undefined;
  readonly after?: Neighbour | undefined;
};

/** Everything below the masthead. */
export function DayPage({ period, midday, monthName, articles, now, days, before, after }: DayPageProps) {
  const { year, month, day } = period;
  return (
    <div className="wrap">
      <FrontHead
        title={formatWeekday(midday, site)}
        standfirst={formatStories(articles.length, site.locale)}
        above={<Breadcrumb steps={trailToPeriod(period, monthName)} />}
      />
      <div className="top top-railed pt-0">
        <RunList articles={articles} now={now}>
          <Neighbours label="Days before and after" before={before} after={after} />
        </RunList>
        <div className="rail hairline">
          <section aria-labelledby="month">
            <h2 className="label" id="month">
              {monthName}
            </h2>
            <Calendar
              year={year}
              month={month}
              name={monthName}
              locale={site.locale}
              stories={new Map(days.map(({ number, articles: count }) => [number, count]))}
              current={day}
            />
          </section>
        </div>
      </div>
    </div>
  );
}
