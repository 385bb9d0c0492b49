/** The story that matters most: largest headline, largest picture, and on wide screens the beginning of the story itself. */
import { site } from '#site';
import { Credit } from '#components/Caption';
import { Picture } from '#components/Picture';
import { Headline } from '#components/teaser/Headline';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import { MetaLine } from '#components/teaser/MetaLine';
import { TeaserKicker } from '#components/teaser/TeaserKicker';
import { largeCrop } from '#components/teaser/TeaserPicture';
import type { PublishedArticle } from '#model/article';
import { excerptOf } from '#model/excerpt';
import { isOpinion } from '#model/kicker';
import type { Moment } from '#model/moment';
import { teaserMetaFor } from '#model/teaserMeta';

/** Characters of the opening that stand on the front: the column then ends about where the picture does. */
const openingLength = 360;

type LeadStoryProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  /** First paragraph of the body. */
  readonly opening?: string | undefined;
  /** Pieces that belong to it. */
  readonly also?: readonly PublishedArticle[];
};

/** Nine columns of twelve: headline over picture in six, words in three. Without a picture the headline takes all nine. */
export function LeadStory({ article, now, opening, also = [] }: LeadStoryProps) {
  const { leadImage, standfirst } = article;
  return (
    <article className={leadImage ? 'lead' : 'lead lead-words'} lang={article.lang}>
      <div className="lead-head">
        {article.hiddenBecause && <p className="meta font-bold">{article.hiddenBecause}</p>}
        <TeaserKicker article={article} now={now} />
        <Headline
          text={article.headline}
          href={article.address}
          level={2}
          size="lead"
          argues={isOpinion(article.kind)}
        />
        {leadImage && (
          <figure className="lead-picture">
            <a href={article.address} tabIndex={-1} aria-hidden="true">
              <Picture photo={leadImage} crop={largeCrop(leadImage)} sizes={leadSizes} priority alt="" />
            </a>
            <figcaption className="p-0">
              <Credit photo={leadImage} />
            </figcaption>
          </figure>
        )}
      </div>
      <div className="lead-text">
        <div>
          {standfirst && <p className="standfirst text-standfirst">{standfirst}</p>}
          <MetaLine meta={teaserMetaFor(article, now, site, { ends: 'minutes' })} by />
        </div>
        <div>
          {opening && <p className="opening">{excerptOf(opening, openingLength)}</p>}
          {also.length > 0 && <Also articles={also} />}
        </div>
      </div>
    </article>
  );
}

/** Pixels the picture of a lead needs: six columns, five eighths of a tablet, a telephone from edge to edge. */
export const leadSizes = '(min-width: 60rem) 38rem, (min-width: 40rem) 60vw, 100vw';

function Also({ articles }: { readonly articles: readonly PublishedArticle[] }) {
  return (
    <ul className="mt-4" role="list">
      {articles.map((article) => (
        <li key={article.address} className="headline border-t text-note font-report leading-[1.3]">
          <HeadlineLink article={article} className="block py-[.7rem]" />
        </li>
      ))}
    </ul>
  );
}
