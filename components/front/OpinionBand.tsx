/** The opinion band: buff from edge to edge, voices side by side. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Voice, type Writer } from '#components/teaser/Voice';
import { categoryAddress } from '#model/addresses';
import type { PublishedArticle } from '#model/article';

type OpinionBandProps = {
  readonly articles: readonly PublishedArticle[];
  /** Who writes, by the author's file name. */
  readonly writers: ReadonlyMap<string, Writer>;
};

/** Up to four voices in a row. */
export function OpinionBand({ articles, writers }: OpinionBandProps) {
  return (
    <section className="on-buff mt-7 pb-6" aria-labelledby="opinion">
      <div className="wrap">
        <SectionFlag title="Opinion" id="opinion" all={allOf(articles)} />
        <Columns>
          {articles.map((article) => (
            <Column key={article.address} span={evenSpan(articles.length)}>
              <Voice article={article} writer={writers.get(article.authors[0]?.slug ?? '')} />
            </Column>
          ))}
        </Columns>
      </div>
    </section>
  );
}

/** Where all voices belong to one section, that is where all opinion is. */
const allOf = (articles: readonly PublishedArticle[]) => {
  const category = articles[0]?.category;
  return category?.known && articles.every((article) => article.category.slug === category.slug)
    ? { href: categoryAddress(category.slug), name: `All ${category.title}` }
    : undefined;
};
