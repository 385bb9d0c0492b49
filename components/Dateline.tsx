/** When a piece was published and last changed in substance, and how long it takes to read. */
import { formatMoment, isoMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';

type DatelineProps = {
  readonly site: Site;
  readonly published: Moment;
  readonly updated?: Moment | undefined;
  /** Minutes to read; nothing is said of a body without words. */
  readonly minutes?: number | undefined;
};

/** Published and updated, each with date, time and zone, on lines of their own. */
export function Dateline({ site, published, updated, minutes }: DatelineProps) {
  return (
    <>
      <dl className="dates">
        <DateLine site={site} word="Published" moment={published} />
        {updated !== undefined && <DateLine site={site} word="Updated" moment={updated} />}
      </dl>
      {minutes !== undefined && <p>{`${minutes} ${minutes === 1 ? 'minute' : 'minutes'} to read`}</p>}
    </>
  );
}

type DateLineProps = { readonly site: Site; readonly word: string; readonly moment: Moment };

function DateLine({ site, word, moment }: DateLineProps) {
  return (
    <div>
      <dt>{word}</dt>{' '}
      <dd>
        <paper-ago at={isoMoment(moment, site)} after="">
          <time dateTime={isoMoment(moment, site)}>{formatMoment(moment, site)}</time>
        </paper-ago>
      </dd>
    </div>
  );
}
