/** The months of a year with the newest headlines of each. */
import { site } from '#site';
import { Column, Columns } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import type { PublishedArticle } from '#model/article';
import { monthNames } from '#model/calendar';
import { formatStories } from '#model/counts';
import { formatDayBrief, isoMoment } from '#model/dates';

type YearMonthsProps = {
  readonly year: number;
  readonly months: readonly {
    readonly address: string;
    /** 1 to 12. */
    readonly number: number;
    readonly articles: number;
    readonly newest: readonly PublishedArticle[];
  }[];
};

/** Three months in a row. */
export function YearMonths({ year, months }: YearMonthsProps) {
  const names = monthNames(site.locale, 'long');
  return (
    <div className="strip">
      <Columns>
        {months.map(({ address, number, articles, newest }) => (
          <Column key={address} span={4}>
            <section aria-labelledby={`month-${number}`}>
              <SectionFlag
                title={names[number - 1] ?? String(number)}
                id={`month-${number}`}
                all={{ href: address, name: formatStories(articles, site.locale) }}
              />
              <ol className="list timed timed-days" role="list" aria-label={`Newest of ${names[number - 1]} ${year}`}>
                {newest.map((article) => (
                  <li key={article.address}>
                    <time dateTime={isoMoment(article.publishedAt, site)}>
                      {formatDayBrief(article.publishedAt, site)}
                    </time>
                    <HeadlineLink article={article} />
                  </li>
                ))}
              </ol>
            </section>
          </Column>
        ))}
      </Columns>
    </div>
  );
}
