/** Moments in order, hanging on a rail. */
import type { ReactNode } from 'react';

type TimelineProps = { readonly title?: string | undefined; readonly children: ReactNode };

/** Timeline; its children are `Moment`s. */
export function Timeline({ title, children }: TimelineProps) {
  return (
    <section className="timeline" aria-label={title ?? 'Timeline'}>
      {title && <h3>{title}</h3>}
      <ol role="list">{children}</ol>
    </section>
  );
}
