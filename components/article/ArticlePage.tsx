/** The page of an article, top to bottom; live articles have `LivePage`. */
import { AfterBody } from '#components/article/AfterBody';
import { ArticleHead } from '#components/article/ArticleHead';
import { BelowArticle } from '#components/article/BelowArticle';
import { ArticleBody } from '#components/body/ArticleBody';
import { Byline } from '#components/Byline';
import { CorrectionNotes } from '#components/CorrectionNotes';
import { Dateline } from '#components/Dateline';
import { LeadMedia } from '#components/LeadMedia';
import { Provenance } from '#components/Provenance';
import { SummaryBox } from '#components/SummaryBox';
import { Warning } from '#components/Warning';
import { Translations } from '#components/Translations';
import type { Address, PublishedArticle } from '#model/article';
import type { Body } from '#model/body';
import { correctionsAt, updatedAt } from '#model/corrections';
import { directionOf } from '#model/language';
import type { BodyMaterial } from '#model/material';
import type { Moment } from '#model/moment';
import type { Site } from '#model/site';
import type { Surroundings } from '#model/surroundings';

/** What the page of any article needs. */
export type ArticlePageProps = {
  readonly site: Site;
  readonly article: PublishedArticle;
  readonly body: Body;
  readonly material: BodyMaterial;
  readonly around: Surroundings;
  readonly now: Moment;
  /** The article's full public address. */
  readonly url: string;
  /** Sign of when the newsletter's form was made. */
  readonly stamp?: string | undefined;
  /** The page about readers' data, where there is one. */
  readonly privacy?: Address | undefined;
};

/** An article with everything around it. */
export function ArticlePage({ site, article, body, material, around, now, url, stamp, privacy }: ArticlePageProps) {
  const corrections = correctionsAt(article, now);
  const { lang, warning, summary, place, kind, leadImage } = article;
  return (
    <>
      <div className="wrap">
        <article className="story" lang={lang} dir={lang && directionOf(lang)}>
          <ArticleHead article={article} now={now}>
            <BylineBox site={site} article={article} now={now} />
            <Translations current={article.address} versions={around.translations} />
          </ArticleHead>
          <CorrectionNotes site={site} corrections={corrections.top} id="corrected" />
          {warning && <Warning text={warning} />}
          <LeadMedia video={around.leadVideo} photo={leadImage} />
          <SummaryBox sentences={summary} />
          <div className="prose">
            <ArticleBody
              tree={body.tree}
              material={material}
              lang={lang ?? site.locale}
              place={place}
              end
              leads={!around.leadVideo && !leadImage}
              sponsored={kind === 'sponsored'}
            />
          </div>
          <CorrectionNotes site={site} corrections={corrections.end} />
          <AfterBody site={site} article={article} around={around} url={url} />
        </article>
      </div>
      <BelowArticle site={site} article={article} around={around} now={now} url={url} stamp={stamp} privacy={privacy} />
    </>
  );
}

function BylineBox({ site, article, now }: Pick<ArticlePageProps, 'site' | 'article' | 'now'>) {
  const { authors, publishedAt, minutes, words } = article;
  return (
    <div className="dateline hang-start">
      <Byline authors={authors} />
      <Dateline
        site={site}
        published={publishedAt}
        updated={updatedAt(article, now)}
        minutes={words > 0 ? minutes : undefined}
      />
      <Provenance article={article} paper={site.name} />
    </div>
  );
}
