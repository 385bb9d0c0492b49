/** What a piece is about, each word a page of its own. */
import { tagAddress } from '#model/addresses';
import type { Tag } from '#model/article';

/** Row of tags; nothing where there are none. */
export function Tags({ tags }: { readonly tags: readonly Tag[] }) {
  if (tags.length === 0) return null;
  return (
    <ul className="tags print:hidden" role="list" aria-label="Tags">
      {tags.map(({ slug, name }) => (
        <li key={slug}>
          <a href={tagAddress(slug)} rel="tag">
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
