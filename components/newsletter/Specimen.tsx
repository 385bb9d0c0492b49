/** What a letter would hold today: headlines under each other, numbered. */
import type { PublishedArticle } from '#model/article';

type SpecimenProps = { readonly title: string; readonly articles: readonly PublishedArticle[] };

/** Nothing where nothing is published. */
export function Specimen({ title, articles }: SpecimenProps) {
  if (articles.length === 0) return null;
  return (
    <aside aria-labelledby="specimen">
      <h2 className="label" id="specimen">
        {title}
      </h2>
      <ol className="parts" role="list">
        {articles.map(({ address, shortHeadline, headline }, place) => (
          <li key={address}>
            <span className="number">{place + 1}</span>
            <a href={address}>{shortHeadline ?? headline}</a>
          </li>
        ))}
      </ol>
    </aside>
  );
}
