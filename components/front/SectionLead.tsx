/** The first piece of a section's own page: its picture, and beside it headline and standfirst. */
import { site } from '#site';
import { Credit } from '#components/Caption';
import { Picture } from '#components/Picture';
import { Headline } from '#components/teaser/Headline';
import { leadSizes } from '#components/teaser/LeadStory';
import { MetaLine } from '#components/teaser/MetaLine';
import type { TeaserPlace } from '#components/Teaser';
import { TeaserKicker } from '#components/teaser/TeaserKicker';
import { largeCrop } from '#components/teaser/TeaserPicture';
import type { PublishedArticle } from '#model/article';
import { isOpinion } from '#model/kicker';
import type { Moment } from '#model/moment';
import { teaserMetaFor } from '#model/teaserMeta';

type SectionLeadProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  readonly place?: TeaserPlace;
};

/** One rank below the front's lead: the section's name above it is the larger. */
export function SectionLead({ article, now, place = {} }: SectionLeadProps) {
  const { leadImage } = article;
  return (
    <article className={`lead section-lead ${leadImage ? '' : 'lead-words'}`} lang={article.lang}>
      {leadImage && (
        <div className="lead-head">
          <figure className="lead-picture">
            <a href={article.address} tabIndex={-1} aria-hidden="true">
              <Picture photo={leadImage} crop={largeCrop(leadImage)} sizes={leadSizes} priority alt="" />
            </a>
            <figcaption className="p-0">
              <Credit photo={leadImage} />
            </figcaption>
          </figure>
        </div>
      )}
      <div className="lead-text">
        <div>
          {article.hiddenBecause && <p className="meta font-bold">{article.hiddenBecause}</p>}
          <TeaserKicker article={article} now={now} place={place} />
          <Headline
            text={article.headline}
            href={article.address}
            level={2}
            size={leadImage ? 'h2' : 'h1'}
            argues={isOpinion(article.kind)}
          />
        </div>
        <div>
          {article.standfirst && <p className="standfirst mt-2 text-standfirst">{article.standfirst}</p>}
          <MetaLine meta={teaserMetaFor(article, now, site, { ends: 'date' })} by />
        </div>
      </div>
    </article>
  );
}
