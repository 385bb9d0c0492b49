/** The sheet every page is printed on: masthead above, footer below, bound to this publication's archive. */
import type { ReactNode } from 'react';
import { Footer } from '#components/Footer';
import { JsonLd } from '#components/JsonLd';
import { Masthead } from '#components/Masthead';
import type { Moment } from '#model/moment';
import { archive, site } from './paper';

type SheetProps = {
  /** The moment the page is made for; its day stands in the folio line. */
  readonly at: Moment;
  /** The category that the section bar marks. */
  readonly current?: string | undefined;
  /** Whether this is the front, whose nameplate is large and its heading. */
  readonly front?: boolean;
  /** What stands above everything, e.g. the breaking bar. */
  readonly above?: ReactNode;
  /** What stands beside the nameplate of the front. */
  readonly ear?: ReactNode;
  /** Structured data of the page, which the front door puts into its head. */
  readonly data?: readonly (object | undefined)[];
  /** The page itself, in `main`: full width; text stands in `.wrap`, bands run from edge to edge. */
  readonly children: ReactNode;
};

/** Wraps a page in the paper's masthead and footer. */
export function Sheet({ at, current, front = false, above, ear, data = [], children }: SheetProps) {
  const categories = archive.sections(at);
  return (
    <>
      {data.map((node, nth) => (
        <JsonLd key={nth} node={node} id={`data-${nth}`} />
      ))}
      {above}
      <Masthead
        site={site}
        at={at}
        edition={archive.edition().number}
        categories={categories}
        current={current}
        front={front}
        ear={ear}
      />
      <main id="main">{children}</main>
      <Footer
        site={site}
        categories={categories}
        aboutPages={archive.aboutPages()}
        newestYear={archive.periods('/', at).at(-1)?.address}
      />
    </>
  );
}
