/** The ear of the front: today's corrections, beside the name of the paper. */
import { site } from '#site';
import { periodAddress, periodOf } from '#model/addresses';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';
import type { CorrectionRow } from '#model/people';

type CorrectionEarProps = {
  /** Corrections of the paper, the newest first. */
  readonly rows: readonly CorrectionRow<PublishedArticle>[];
  readonly now: Moment;
};

/** Says how many mistakes were put right today and which was the last; nothing on a day without any. */
export function CorrectionEar({ rows, now }: CorrectionEarProps) {
  const dayOf = (moment: Moment) => periodAddress(periodOf(moment, site.timeZone));
  const today = rows.filter(
    ({ correction }) => correction.kind === 'correction' && dayOf(correction.on) === dayOf(now),
  );
  const [last] = today;
  if (!last) return null;
  return (
    <a className="group block" href="/corrections">
      <b className="mb-[.15em] block font-serif text-item leading-[1.25] font-report text-ink group-hover:text-accent">
        {today.length === 1 ? 'One correction today' : `${today.length} corrections today`}
      </b>
      {last.article.shortHeadline ?? last.article.headline}
    </a>
  );
}
