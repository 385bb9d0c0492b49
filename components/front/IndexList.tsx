/** A page that lists all of a kind: sections, authors, series. */
type Entry = {
  readonly href: string;
  readonly name: string;
  /** What it is, in a sentence. */
  readonly text?: string | undefined;
  /** "12 stories" */
  readonly count?: string | undefined;
};

type IndexListProps = { readonly entries: readonly Entry[] };

/** Entries in three columns, each a name, a sentence and a number. */
export function IndexList({ entries }: IndexListProps) {
  return (
    <ul className="grid gap-x-gap sm:grid-cols-2 lg:grid-cols-3" role="list">
      {entries.map(({ href, name, text, count }) => (
        <li key={href} className="teaser min-w-0 border-t py-4">
          <h2 className="headline text-h3">
            <a href={href}>{name}</a>
          </h2>
          {text && <p className="standfirst text-note">{text}</p>}
          {count && <p className="meta">{count}</p>}
        </li>
      ))}
    </ul>
  );
}
