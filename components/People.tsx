/** Everyone who writes for the paper: face or initials, name, part, number of stories. */
import { site } from '#site';
import { Portrait } from '#components/Portrait';
import { authorAddress } from '#model/addresses';
import { formatStories } from '#model/counts';
import type { Author } from '#model/people';
import type { Photo } from '#model/photo';

type PeopleProps = {
  readonly authors: readonly (Author & { readonly articles: number; readonly photo?: Photo })[];
};

/** Authors in three columns. */
export function People({ authors }: PeopleProps) {
  return (
    <ul className="grid gap-x-gap sm:grid-cols-2 lg:grid-cols-3" role="list">
      {authors.map(({ slug, name, role, photo, articles }) => (
        <li key={slug} className="teaser grid min-w-0 grid-cols-[min(4.5rem,24%)_minmax(0,1fr)] gap-4 border-t py-4">
          <Portrait name={name} photo={photo} sizes="4.5rem" />
          <div>
            <h2 className="headline text-h4">
              <a href={authorAddress(slug)}>{name}</a>
            </h2>
            <p className="text-note text-ink-2">{role}</p>
            <p className="meta mt-1">{formatStories(articles, site.locale)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
