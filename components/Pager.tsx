/** The way through the numbered pages of a list. */
type PagerProps = {
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Address of a page by its number. */
  readonly addressOf: (page: number) => string;
  /** What lies before and after; lists of a series count parts, not age. */
  readonly words?: { readonly previous: string; readonly next: string };
};

/** The page we are on, the one before and the one after; nothing where there is one page only. */
export function Pager({ page, pages, addressOf, words = { previous: 'Newer', next: 'Older' } }: PagerProps) {
  if (pages <= 1) return null;
  return (
    <nav className="pages" aria-label="Pages">
      {page > 1 ? (
        <a href={addressOf(page - 1)} rel="prev">
          {words.previous}: page {page - 1}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages ? (
        <a href={addressOf(page + 1)} rel="next">
          {words.next}: page {page + 1}
        </a>
      ) : (
        <span aria-hidden="true" />
      )}
    </nav>
  );
}
