/** The twelve months of a year, and the years before and after it. */
import { periodAddress } from '#model/addresses';
import { monthNames } from '#model/calendar';

type MonthsProps = {
  readonly year: number;
  readonly locale: string;
  /** Months that have stories. */
  readonly months: ReadonlySet<number>;
  /** The month of this page. */
  readonly current?: number | undefined;
};

/** Months with stories are links. */
export function Months({ year, locale, months, current }: MonthsProps) {
  const long = monthNames(locale, 'long');
  return (
    <nav aria-label={`Months of ${year}`}>
      <ul className="months" role="list">
        {monthNames(locale, 'short').map((name, place) => (
          <li key={name}>
            {months.has(place + 1) ? (
              <a
                href={periodAddress({ year, month: place + 1 })}
                aria-label={long[place]}
                aria-current={place + 1 === current ? 'date' : undefined}
              >
                {name}
              </a>
            ) : (
              <span>{name}</span>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

type YearsProps = {
  /** Years of the paper, the oldest first. */
  readonly years: readonly { readonly address: string; readonly number: number }[];
  readonly current: number;
};

/** All years of the paper on one line. */
export function Years({ years, current }: YearsProps) {
  if (years.length < 2) return null;
  return (
    <nav className="pages justify-start gap-x-5" aria-label="Years">
      {years.map(({ address, number }) => (
        <a
          key={address}
          className={number === current ? 'font-bold' : ''}
          href={address}
          aria-current={number === current ? 'date' : undefined}
        >
          {number}
        </a>
      ))}
    </nav>
  );
}
