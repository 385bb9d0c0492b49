/** Who wrote a piece, each name a link to its own page. */
import { Fragment } from 'react';
import { authorAddress } from '#model/addresses';
import type { BylineAuthor } from '#model/article';

/** What stands before a name in a list of so many: nothing, a comma, "and". */
const joint = (at: number, count: number): string => (at === 0 ? '' : at === count - 1 ? ' and ' : ', ');

/** "Amina Wafula, Joseph Kiptoo and Grace Achieng": names never break; an author without a page is plain text. */
export function AuthorNames({ authors }: { readonly authors: readonly BylineAuthor[] }) {
  return authors.map(({ slug, name, known }, at) => (
    <Fragment key={slug}>
      {joint(at, authors.length)}
      {known ? (
        <a className="name" href={authorAddress(slug)} rel="author">
          {name}
        </a>
      ) : (
        <span className="name">{name}</span>
      )}
    </Fragment>
  ));
}

/** The printed line: "By A, B and C". */
export function Byline({ authors }: { readonly authors: readonly BylineAuthor[] }) {
  return (
    <p className="by">
      {'By '}
      <AuthorNames authors={authors} />
    </p>
  );
}
