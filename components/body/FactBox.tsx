/** Facts apart from the story, on buff. */
import type { ReactNode } from 'react';

type FactBoxProps = { readonly title: string; readonly children: ReactNode };

/** Fact box with its own heading; beside the body on wide screens. */
export function FactBox({ title, children }: FactBoxProps) {
  return (
    <aside className="fact on-buff hang" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </aside>
  );
}
