/** The opinion band: buff from edge to edge, voices side by side. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Voice } from '#components/teaser/Voice';
import type { PublishedArticle } from '#model/article';
import type { Photo } from '#model/photo';

type OpinionBandProps = {
  readonly articles: readonly PublishedArticle[];
  /** Portraits by the author's file name. */
  readonly portraits: ReadonlyMap<string, Photo>;
  /** Where all opinion is. */
  readonly all?: { readonly href: string; readonly name: string } | undefined;
};

/** Up to four voices in a row. */
export function OpinionBand({ articles, portraits, all }: OpinionBandProps) {
  return (
    <section className="on-buff mt-7 pb-6" aria-labelledby="opinion">
      <div className="wrap">
        <SectionFlag title="Opinion" id="opinion" all={all} />
        <Columns>
          {articles.map((article) => (
            <Column key={article.address} span={evenSpan(articles.length)}>
              <Voice article={article} portrait={portraits.get(article.authors[0]?.slug ?? '')} />
            </Column>
          ))}
        </Columns>
      </div>
    </section>
  );
}
