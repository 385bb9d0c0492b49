/** The name of a page made of teasers, and what it is about. */
import type { ReactNode } from 'react';

type FrontHeadProps = {
  readonly title: string;
  readonly standfirst?: string | undefined;
  /** What stands above the name: the way here. */
  readonly above?: ReactNode;
};

/** Heading of a section, tag, series, year, list. */
export function FrontHead({ title, standfirst, above }: FrontHeadProps) {
  return (
    <>
      {above}
      <header className={above ? 'pb-5' : 'py-5'}>
        <h1 className="text-[clamp(2.5rem,1.9rem+2.6vw,4rem)] leading-none font-bold tracking-[-.03em] text-balance">
          {title}
        </h1>
        {standfirst && <p className="standfirst mt-3 max-w-lines text-standfirst">{standfirst}</p>}
      </header>
    </>
  );
}
