/** Who wrote a piece, in a few words each. */
import { Portrait } from '#components/Portrait';
import { authorAddress } from '#model/addresses';
import { excerptOf } from '#model/excerpt';
import type { Author } from '#model/people';
import type { Photo } from '#model/photo';

type AboutAuthorsProps = {
  /** Those who have a page, in the order of the byline. */
  readonly authors: readonly (Author & { readonly photo?: Photo })[];
};

/** Portrait, name, part in the newsroom and the beginning of the biography; nothing where no author has a page. */
export function AboutAuthors({ authors }: AboutAuthorsProps) {
  if (authors.length === 0) return null;
  return (
    <section className="part print:hidden" aria-labelledby="authors">
      <h2 className="mb-2 text-section" id="authors">
        Who wrote this
      </h2>
      {authors.map(({ slug, name, role, text, photo }) => (
        <div key={slug} className="person">
          <Portrait name={name} photo={photo} sizes="4.5rem" />
          <div>
            <h3 className="text-h4">
              <a href={authorAddress(slug)}>{name}</a>
            </h3>
            <p className="text-note text-ink-2">{`${role}. ${excerptOf(text, 160)}`}</p>
          </div>
        </div>
      ))}
    </section>
  );
}
