/** What readers read most: numerals hanging in red. */
import { SectionFlag } from '#components/SectionFlag';
import type { PublishedArticle } from '#model/article';

type MostReadProps = { readonly articles: readonly PublishedArticle[] };

/** The most read, in order. */
export function MostRead({ articles }: MostReadProps) {
  return (
    <section className="wrap strip" aria-labelledby="most-read">
      <SectionFlag title="Most read" id="most-read" />
      <ol className="most" role="list">
        {articles.map(({ address, shortHeadline, headline }) => (
          <li key={address} className="headline">
            <a href={address}>{shortHeadline ?? headline}</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
