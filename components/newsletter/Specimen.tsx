/** What a letter would hold today: headlines under each other, numbered. */
import { HeadlineLink } from '#components/teaser/HeadlineLink';
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
        {articles.map((article, place) => (
          <li key={article.address}>
            <span className="number">{place + 1}</span>
            <HeadlineLink article={article} />
          </li>
        ))}
      </ol>
    </aside>
  );
}
