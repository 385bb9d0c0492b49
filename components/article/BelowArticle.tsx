/** What stands below a piece over the full width: related pieces, films, what is most read, the newsletter, and on paper where it came from. */
import { LatestVideos } from '#components/LatestVideos';
import { MostRead } from '#components/front/MostRead';
import { NewsletterCard } from '#components/NewsletterCard';
import { Related } from '#components/Related';
import type { Address, PublishedArticle } from '#model/article';
import { formatMoment } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import type { Surroundings } from '#model/surroundings';

type BelowArticleProps = {
  readonly site: Site;
  readonly article: PublishedArticle;
  readonly around: Surroundings;
  readonly now: Moment;
  readonly url: string;
  /** Sign of when the newsletter's form was made. */
  readonly stamp?: string | undefined;
  /** The page about readers' data, where there is one. */
  readonly privacy?: Address | undefined;
};

/** Half of what a front shows: three lists stand on each of many thousand pages. */
const mostReadBelow = 5;

/** Related, latest videos, most read, newsletter card. */
export function BelowArticle({ site, article, around, now, url, stamp, privacy }: BelowArticleProps) {
  const [newsletter] = site.newsletters;
  return (
    <>
      <Related articles={around.related} now={now} />
      <LatestVideos videos={around.videos} />
      <MostRead lists={around.mostRead} size={mostReadBelow} />
      {newsletter && (
        <div className="wrap mt-7 print:hidden">
          <NewsletterCard
            newsletter={newsletter}
            consent={site.consent}
            from={article.address}
            stamp={stamp}
            privacy={privacy}
          />
        </div>
      )}
      <p className="wrap print-foot">{`${site.name}, ${site.since.place}. Printed from ${url} on ${formatMoment(now, site)}.`}</p>
    </>
  );
}
