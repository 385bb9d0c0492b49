/** A sentence of the piece set large in the margin, to be seen by those who only look. */
import type { ReactNode } from 'react';

type PullquoteProps = { readonly by?: string | undefined; readonly children: ReactNode };

/** Pull quote. It repeats the body, so that readers by ear are told what it is. */
export function Pullquote({ by, children }: PullquoteProps) {
  return (
    <figure className="pull hang-start" aria-label="Pull quote">
      <blockquote>{children}</blockquote>
      {by && <figcaption>{by}</figcaption>}
    </figure>
  );
}
