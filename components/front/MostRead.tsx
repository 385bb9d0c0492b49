/** What readers read most: numerals hanging in red, one list at a time, turned by plain radio buttons. */
import { Fragment } from 'react';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import type { MostReadList, ReadPeriod } from '#model/mostRead';

type MostReadProps = {
  readonly lists: readonly MostReadList[];
  /** Articles in each list at most. */
  readonly size: number;
};

/** What a period is called, and what it is. */
const names: Readonly<Record<ReadPeriod, { readonly tab: string; readonly counted: string }>> = {
  today: { tab: 'Today', counted: 'the last 24 hours' },
  week: { tab: 'This week', counted: 'the last 7 days' },
  month: { tab: 'This month', counted: 'the last 30 days' },
};

/** The lists that have enough to say; nothing where none has. The first is open. */
export function MostRead({ lists, size }: MostReadProps) {
  if (lists.length === 0) return null;
  return (
    <section className="wrap strip most-read print:hidden" aria-labelledby="most-read">
      {lists.map(({ period }, place) => (
        // Beside the lists, not above them: their style looks from a button to the list that follows it.
        <input
          key={period}
          className={`turns-${period}`}
          type="radio"
          name="most-read"
          id={`most-read-${period}`}
          defaultChecked={place === 0}
        />
      ))}
      <div className="flag">
        <h2 className="min-w-0 text-section" id="most-read">
          Most read
        </h2>
        <div className="tabs">
          {lists.map(({ period }) => (
            <label key={period} htmlFor={`most-read-${period}`}>
              {names[period].tab}
            </label>
          ))}
        </div>
      </div>
      {lists.map(({ period, articles }) => (
        <Fragment key={period}>
          <Ranking period={period} articles={articles.slice(0, size)} />
        </Fragment>
      ))}
    </section>
  );
}

function Ranking({ period, articles }: MostReadList) {
  const { tab, counted } = names[period];
  return (
    <div className={`shows-${period}`}>
      <ol className="most" role="list" aria-label={`Most read, ${tab.toLowerCase()}`}>
        {articles.map((article) => (
          <li key={article.address} className="headline">
            <HeadlineLink article={article} />
          </li>
        ))}
      </ol>
      <p className="meta">{`By readers in ${counted}, counted without cookies.`}</p>
    </div>
  );
}
