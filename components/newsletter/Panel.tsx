/** One thing at a time: the frame of every page between signing up and leaving. */
import type { ReactNode } from 'react';

type PanelProps = {
  readonly title: string;
  /** Small red line above the title: "One step left". */
  readonly kicker?: string;
  readonly children: ReactNode;
};

/** Heading and what belongs to it, no wider than lines are read. */
export function Panel({ title, kicker, children }: PanelProps) {
  return (
    <section className="max-w-[40rem] py-5" aria-labelledby="panel">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 className="text-h2 font-bold text-balance" id="panel">
        {title}
      </h1>
      <div className="mt-3">{children}</div>
    </section>
  );
}

/** A paragraph of a panel. */
export function Words({ children }: { readonly children: ReactNode }) {
  return <p className="linked-in my-3 text-[1.0625rem] leading-[1.5] text-pretty text-ink-2">{children}</p>;
}
