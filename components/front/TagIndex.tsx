/** All tags of the paper, gathered by their first letter. */
import { tagAddress } from '#model/addresses';
import type { Tag } from '#model/article';
import { byInitial } from '#model/byInitial';

type TagIndexProps = {
  readonly tags: readonly (Tag & { readonly articles: number })[];
  /** Language whose alphabet orders them. */
  readonly locale: string;
};

/** Letters in columns, each tag with the number of its stories. */
export function TagIndex({ tags, locale }: TagIndexProps) {
  return (
    <div className="gap-gap sm:columns-2 lg:columns-4">
      {byInitial(tags, locale).map(({ initial, members }) => (
        <section key={initial} className="mb-5 break-inside-avoid" aria-label={initial}>
          <h2 className="border-t border-bar pt-2 text-section">{initial}</h2>
          <ul className="list" role="list">
            {members.map(({ slug, name, articles }) => (
              <li key={slug}>
                <a href={tagAddress(slug)}>
                  {name} <span className="meta">{articles}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
