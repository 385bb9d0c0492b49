/** The newsletter's place at the foot of the front. */
import type { ReactNode } from 'react';

/** As wide as lines are read: a form that fills the page would shout louder than the stories. */
export function NewsletterStrip({ children }: { readonly children: ReactNode }) {
  return <div className="wrap strip print:hidden">{children}</div>;
}
