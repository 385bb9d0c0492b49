/** Twelve columns with hairlines between what stands in them; one column on a telephone, two on a tablet. */
import type { ReactNode } from 'react';

/** How many of the twelve columns something takes on a wide screen. */
export type Span = 3 | 4 | 5 | 6 | 7 | 8 | 9 | 12;

const spans = {
  3: 'lg:col-span-3',
  4: 'lg:col-span-4',
  5: 'lg:col-span-5',
  6: 'lg:col-span-6',
  7: 'lg:col-span-7',
  8: 'lg:col-span-8',
  9: 'lg:col-span-9',
  12: 'lg:col-span-12',
} as const satisfies Record<Span, string>;

/** Of twelve columns on a tablet: a third, half (as everything is by default), all. */
const tablet = { third: 'sm:col-span-4', half: '', all: 'sm:col-span-12' } as const;

/** A row of columns. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className="cols">{children}</div>;
}

type ColumnProps = {
  readonly span: Span;
  readonly onTablet?: keyof typeof tablet;
  /** Stands first on wide screens though it comes later in the order of reading. */
  readonly first?: boolean;
  readonly children: ReactNode;
};

/** One column of a row. */
export function Column({ span, onTablet = 'half', first = false, children }: ColumnProps) {
  return (
    <div className={`${tablet[span === 12 ? 'all' : onTablet]} ${spans[span]} ${first ? 'lg:order-first' : ''}`}>
      {children}
    </div>
  );
}

/** The span that shares twelve columns evenly among so many, four at most in a row. */
export const evenSpan = (count: number): Span => (count === 1 ? 12 : count === 2 ? 6 : count === 3 ? 4 : 3);
