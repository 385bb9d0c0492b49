/** Corrections of the whole paper, the newest first, each with the article it belongs to. */
import { site } from '#site';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import type { PublishedArticle } from '#model/article';
import { formatDay, isoMoment } from '#model/dates';
import { correctionPlace, correctionWords } from '#model/corrections';
import type { CorrectionRow } from '#model/people';

type CorrectionRowsProps = { readonly rows: readonly CorrectionRow<PublishedArticle>[] };

/** Date and kind hang in a column of their own on wide screens. */
export function CorrectionRows({ rows }: CorrectionRowsProps) {
  return (
    <ol className="stack" role="list">
      {rows.map(({ correction, correction: { on, kind, text }, article }) => (
        <li
          key={`${article.address} ${on} ${text}`}
          id={correctionPlace(article, correction)}
          className="grid gap-x-gap gap-y-2 lg:grid-cols-[minmax(0,2fr)_minmax(0,7fr)]"
        >
          <p className="meta">
            <b className="text-ink">{correctionWords[kind]}</b>
            <span className="sep lg:block lg:before:hidden">
              <time dateTime={isoMoment(on, site)}>{formatDay(on, site)}</time>
            </span>
          </p>
          <div className="max-w-lines">
            <p className="text-item text-pretty">{text}</p>
            <div className="headline mt-2 text-h4">
              <HeadlineLink article={article} whole />
            </div>
            <p className="meta mt-1">Published {formatDay(article.publishedAt, site)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
