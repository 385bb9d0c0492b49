/** The way to the period before and the one after. */
type Neighbour = { readonly href: string; readonly name: string };

type NeighboursProps = {
  /** What the two lead to, for people who do not see them: "Months before and after". */
  readonly label: string;
  readonly before?: Neighbour | undefined;
  readonly after?: Neighbour | undefined;
};

/** Nothing where there is neither. */
export function Neighbours({ label, before, after }: NeighboursProps) {
  if (!before && !after) return null;
  return (
    <nav className="pages" aria-label={label}>
      {before ? (
        <a href={before.href} rel="prev">
          {before.name}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
      {after && (
        <a href={after.href} rel="next">
          {after.name}
        </a>
      )}
    </nav>
  );
}
