/** The small line under a teaser's headline. */
import { AuthorNames } from '#components/Byline';
import type { TeaserMeta } from '#model/teaserMeta';

type MetaLineProps = {
  readonly meta: TeaserMeta;
  /** "By" before the names: on the lead of a page only. */
  readonly by?: boolean;
};

/** State, authors, date or minutes, with points between; nothing at all where there is nothing to say. */
export function MetaLine({ meta, by = false }: MetaLineProps) {
  const { state, authors, withOthers, last, moment } = meta;
  if (!state && authors.length === 0 && !last) return null;
  const before = withOthers ? 'With ' : by ? 'By ' : '';
  return (
    <p className="meta">
      {state && <b className="state">{state}</b>}
      {authors.length > 0 && (
        <span className={state ? 'sep' : undefined}>
          {before}
          <AuthorNames authors={authors} />
        </span>
      )}
      {last && (
        <span className={state || authors.length > 0 ? 'sep' : undefined}>
          <span className="whitespace-nowrap">{moment ? <time dateTime={moment}>{last}</time> : last}</span>
        </span>
      )}
    </p>
  );
}
