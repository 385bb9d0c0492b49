/** Pieces that belong to the one just read. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Teaser } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

type RelatedProps = { readonly articles: readonly PublishedArticle[]; readonly now: Moment };

/** A strip of up to four teasers; nothing where nothing is related. */
export function Related({ articles, now }: RelatedProps) {
  if (articles.length === 0) return null;
  return (
    <section className="wrap mt-7 print:hidden" aria-labelledby="related">
      <SectionFlag title="Related" id="related" />
      <Columns>
        {articles.map((article) => (
          <Column key={article.address} span={evenSpan(articles.length)}>
            <Teaser article={article} now={now} rank="side" />
          </Column>
        ))}
      </Columns>
    </section>
  );
}
