/** The way through the numbered pages of a list. */
type PagerProps = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Address of a page by its number. */
  readonly addressOf: (page: number) => string;
  /** Lists go from new to old, series from part to part. */
  readonly order?: keyof typeof words;
};

const words = {
  age: { previous: 'Newer', next: 'Older' },
  parts: { previous: 'Earlier parts', next: 'Later parts' },
} as const;

/** The page we are on, the one before and the one after; nothing where there is one page only. */
export function Pager({ page, pages, addressOf, order = 'age' }: PagerProps) {
  const { previous, next } = words[order];
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {/* React carries them into the head. */}
      {page > 1 && <link rel="prev" href={addressOf(page - 1)} />}
      {page < pages && <link rel="next" href={addressOf(page + 1)} />}
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          {previous}: page {page - 1}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {next}: page {page + 1}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
    </nav>
  );
}
