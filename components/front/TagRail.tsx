/** Tags in the rail of a page: what a section or an author writes about. */
import { tagAddress } from '#model/addresses';
import type { Tag } from '#model/article';

type TagRailProps = { readonly title: string; readonly tags: readonly Tag[] };

/** Nothing where there are no tags. */
export function TagRail({ title, tags }: TagRailProps) {
  if (tags.length === 0) return null;
  return (
    <section aria-labelledby="tags">
      <h2 className="label" id="tags">
        {title}
      </h2>
      <ul className="list" role="list">
        {tags.map(({ slug, name }) => (
          <li key={slug}>
            <a href={tagAddress(slug)}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
