/** The page of a live article: its head, the moments that matter, the entries, the background. */
import { AfterBody } from '#components/article/AfterBody';
import { ArticleHead } from '#components/article/ArticleHead';
import type { ArticlePageProps } from '#components/article/ArticlePage';
import { BelowArticle } from '#components/article/BelowArticle';
import { ArticleBody } from '#components/body/ArticleBody';
import { AuthorNames } from '#components/Byline';
import { CorrectionNotes } from '#components/CorrectionNotes';
import { Dateline } from '#components/Dateline';
import { LeadMedia } from '#components/LeadMedia';
import { type DrawnEntry, KeyMoments, LiveEntries } from '#components/LiveEntries';
import { Provenance } from '#components/Provenance';
import { Warning } from '#components/Warning';
import { Translations } from '#components/Translations';
import { correctionsAt } from '#model/corrections';
import { formatMoment } from '#model/dates';
import { coverageAt } from '#model/kicker';
import { directionOf } from '#model/language';

type LivePageProps = ArticlePageProps & { readonly entries: readonly DrawnEntry[] };

/** Running or ended coverage; what is pinned stands first, then what is newest. */
export function LivePage({ entries, ...page }: LivePageProps) {
  const { site, article, body, material, around, now, url, stamp, privacy } = page;
  const { lang, warning, leadImage } = article;
  const corrections = correctionsAt(article, now);
  const ended = coverageAt(article, now) === 'ended';
  return (
    <>
      <div className="wrap">
        <article lang={lang} dir={lang && directionOf(lang)}>
          <header className={`live-head ${ended ? 'live-ended' : ''}`}>
            <div className="story">
              <ArticleHead article={article} now={now}>
                <LiveStatus {...page} entries={entries} />
                <Translations current={article.address} versions={around.translations} />
              </ArticleHead>
            </div>
          </header>
          <div className="live">
            <div className="live-side">
              <KeyMoments site={site} entries={entries} />
            </div>
            <div className="live-main">
              <CorrectionNotes site={site} corrections={corrections.top} id="corrected" />
              {warning && <Warning text={warning} />}
              <LeadMedia video={around.leadVideo} photo={leadImage} />
              <div className="prose live-opening">
                <ArticleBody
                  tree={body.tree}
                  material={material}
                  lang={lang ?? site.locale}
                  place={article.place}
                  leads={!around.leadVideo && !leadImage}
                />
              </div>
              <paper-live running={ended ? undefined : ''}>
                <LiveEntries site={site} entries={entries} lang={lang ?? site.locale} />
              </paper-live>
              <CorrectionNotes site={site} corrections={corrections.end} />
              <AfterBody site={site} article={article} around={around} url={url} />
            </div>
          </div>
        </article>
      </div>
      <BelowArticle site={site} article={article} around={around} now={now} url={url} stamp={stamp} privacy={privacy} />
    </>
  );
}

function LiveStatus({ site, article, now, entries }: LivePageProps) {
  const newest = Math.max(...entries.map(({ at }) => at), -Infinity);
  const end = article.coverage?.end;
  return (
    <div className="live-status">
      <Dateline
        site={site}
        published={article.publishedAt}
        updated={newest > article.publishedAt ? newest : article.updatedAt}
      />
      <p>
        {end !== undefined && end <= now && `Ended ${formatMoment(end, site)}. `}
        {`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`}
      </p>
      <p>
        {'By '}
        <AuthorNames authors={article.authors} />
      </p>
      <Provenance article={article} paper={site.name} />
    </div>
  );
}
