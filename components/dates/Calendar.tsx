/** A month as a calendar: days with stories are links and say how many. */
import { periodAddress } from '#model/addresses';
import { weekdayNames, weeksOfMonth } from '#model/calendar';

type CalendarProps = {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** The month's name and year, for people who do not see the calendar. */
  readonly name: string;
  /** Language of the weekdays' names. */
  readonly locale: string;
  /** Number of stories by day of the month. */
  readonly stories: ReadonlyMap<number, number>;
  /** The day to mark: today, or the day of the page. */
  readonly current?: number | undefined;
};

/** Weeks from Monday. */
export function Calendar({ year, month, name, locale, stories, current }: CalendarProps) {
  const short = weekdayNames(locale, 'short');
  const long = weekdayNames(locale, 'long');
  return (
    <table className="month">
      <caption className="unseen">Days of {name} with the number of stories</caption>
      <thead>
        <tr>
          {short.map((day, place) => (
            <th key={day} scope="col" abbr={long[place]}>
              {day}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOfMonth(year, month).map((week, place) => (
          <tr key={place}>
            {week.map((day, cell) => (
              <td key={cell}>
                {day !== undefined && (
                  <Day
                    day={day}
                    href={periodAddress({ year, month, day })}
                    count={stories.get(day) ?? 0}
                    current={day === current}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = { readonly day: number; readonly href: string; readonly count: number; readonly current: boolean };

function Day({ day, href, count, current }: DayProps) {
  if (count === 0) return day;
  return (
    <a href={href} aria-current={current ? 'date' : undefined}>
      {day}
      <small>
        {count}
        <span className="unseen">{count === 1 ? ' story' : ' stories'}</span>
      </small>
    </a>
  );
}
