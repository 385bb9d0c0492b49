/** An article shown on a front, in its ranks: what a rank shows stands in one table. */
import { site } from '#site';
import { Headline } from '#components/teaser/Headline';
import { MetaLine } from '#components/teaser/MetaLine';
import { Sponsored } from '#components/teaser/Sponsored';
import { TeaserKicker } from '#components/teaser/TeaserKicker';
import { type PicturePlace, TeaserPicture } from '#components/teaser/TeaserPicture';
import type { PublishedArticle } from '#model/article';
import { isOpinion, type KickerPlace } from '#model/kicker';
import { directionOf } from '#model/language';
import type { Moment } from '#model/moment';
import { teaserMetaFor } from '#model/teaserMeta';

type Rank = {
  readonly size: 'h2' | 'h3' | 'h4' | 'run';
  readonly picture?: PicturePlace;
  /** `wide`: not on a telephone, where the picture takes its place. */
  readonly standfirst?: 'always' | 'wide';
  readonly meta?: 'minutes' | 'date';
  /** Names in the small line. */
  readonly authors?: boolean;
};

/** The ranks, the largest first. */
const ranks = {
  /** First of the second rank. */
  second: { size: 'h2', picture: 'plate', standfirst: 'always', meta: 'minutes', authors: true },
  /** Main piece of a strip. */
  main: { size: 'h2', picture: 'wide', standfirst: 'always', meta: 'minutes', authors: true },
  /** Main piece of a strip in steps. */
  half: { size: 'h2', picture: 'half', standfirst: 'always', meta: 'minutes', authors: true },
  /** Picture above, on every screen. */
  above: { size: 'h3', picture: 'above', standfirst: 'always' },
  /** Picture above, on a telephone small at the end side. */
  side: { size: 'h3', picture: 'column', standfirst: 'wide' },
  /** Without picture among others that have one. */
  bare: { size: 'h3', standfirst: 'always' },
  /** Words alone. */
  words: { size: 'h3', standfirst: 'always', meta: 'minutes', authors: true },
  /** Fewer words. */
  short: { size: 'h3', meta: 'minutes' },
  /** The headline alone. */
  line: { size: 'h4' },
  /** A row of a list. */
  run: { size: 'run', picture: 'run', standfirst: 'wide', meta: 'date', authors: true },
} as const satisfies Record<string, Rank>;

/** How large and how complete a teaser is. */
export type TeaserRank = keyof typeof ranks;

type TeaserProps = {
  readonly article: PublishedArticle;
  readonly now: Moment;
  readonly rank: TeaserRank;
  readonly level?: 2 | 3;
  /** What the page or strip says already. */
  readonly place?: TeaserPlace;
};

/** The category, series or author whose page or strip this is. */
export type TeaserPlace = KickerPlace & { readonly author?: string };

/** One teaser. Where the article has no picture nothing stands in its place. */
export function Teaser({ article, now, rank, level = 3, place = {} }: TeaserProps) {
  if (article.kind === 'sponsored') return <Sponsored article={article} level={level} />;
  const shape: Rank = ranks[rank];
  const photo = shape.picture && article.leadImage;
  const layout = photo && (shape.picture === 'column' || shape.picture === 'run') ? `teaser-${shape.picture}` : '';
  return (
    <article className={`teaser ${layout}`} lang={article.lang} dir={article.lang && directionOf(article.lang)}>
      {photo && shape.picture && (
        <div className="teaser-picture">
          <TeaserPicture photo={photo} place={shape.picture} />
          {article.leadVideo && (
            <span className="play">
              <span className="play-word">Video</span>
            </span>
          )}
        </div>
      )}
      <div className="min-w-0">
        <TeaserWords article={article} now={now} shape={shape} level={level} place={place} />
      </div>
    </article>
  );
}

type TeaserWordsProps = Required<Omit<TeaserProps, 'rank'>> & { readonly shape: Rank };

function TeaserWords({ article, now, shape, level, place }: TeaserWordsProps) {
  const meta = shape.meta && teaserMetaFor(article, now, site, { ends: shape.meta, ...place });
  const hidden = shape.standfirst === 'wide' && article.leadImage ? 'teaser-wide' : '';
  return (
    <>
      {article.hiddenBecause && <p className="meta font-bold">{article.hiddenBecause}</p>}
      <TeaserKicker article={article} now={now} place={place} />
      <Headline
        text={article.shortHeadline ?? article.headline}
        href={article.address}
        level={level}
        size={shape.size}
        argues={isOpinion(article.kind)}
      />
      {shape.standfirst && article.standfirst && (
        <p className={`standfirst text-item ${hidden}`}>{article.standfirst}</p>
      )}
      {meta && <MetaLine meta={shape.authors ? meta : { ...meta, authors: [] }} />}
    </>
  );
}
