/** A month: at the start the calendar and the ways to other months, beside them everything that was published, by day. */
import { site } from '#site';
import { Breadcrumb } from '#components/Breadcrumb';
import { Column, Columns } from '#components/Columns';
import { Calendar } from '#components/dates/Calendar';
import { DayList } from '#components/dates/DayList';
import { Months, Years } from '#components/dates/Months';
import { Neighbours } from '#components/dates/Neighbours';
import { FrontHead } from '#components/front/FrontHead';
import type { Period } from '#model/addresses';
import type { PublishedArticle } from '#model/article';
import { formatStoriesOnDays } from '#model/counts';
import { trailToPeriod } from '#model/trail';

type Counted = { readonly address: string; readonly number: number; readonly articles: number };
type Neighbour = { readonly href: string; readonly name: string };

type MonthPageProps = {
  readonly period: { readonly year: number; readonly month: number };
  /** "October 2026" */
  readonly name: string;
  /** The day of the moment the page is made for. */
  readonly today: Period;
  /** The newest first; where the month holds more, `items` is the newest part of them. */
  readonly list: { readonly items: readonly PublishedArticle[]; readonly total: number };
  readonly days: readonly Counted[];
  readonly months: readonly Counted[];
  readonly years: readonly Counted[];
  readonly before?: Neighbour | undefined;
  readonly after?: Neighbour | undefined;
};

/** Everything below the masthead. */
export function MonthPage({ period, name, today, list, days, months, years, before, after }: MonthPageProps) {
  const { year, month } = period;
  const isNow = today.year === year && today.month === month;
  return (
    <div className="wrap">
      <FrontHead
        title={name}
        standfirst={formatStoriesOnDays(list.total, days.length, site.locale)}
        above={<Breadcrumb steps={trailToPeriod(period, name)} />}
      />
      <Columns>
        <Column span={5} onTablet="all">
          <div className="lg:sticky lg:top-4">
            <Calendar
              year={year}
              month={month}
              name={name}
              locale={site.locale}
              stories={new Map(days.map(({ number, articles }) => [number, articles]))}
              current={isNow ? today.day : undefined}
            />
            <Months
              year={year}
              locale={site.locale}
              months={new Set(months.map(({ number }) => number))}
              current={month}
            />
            <Years years={years} current={year} />
          </div>
        </Column>
        <Column span={7} onTablet="all">
          <DayList articles={list.items} />
          {list.items.length < list.total && (
            <p className="standfirst mt-4 text-item">
              These are the newest {list.items.length}. The calendar leads to the earlier days.
            </p>
          )}
          <Neighbours label="Months before and after" before={before} after={after} />
        </Column>
      </Columns>
    </div>
  );
}
