/** A page of the paper about itself: its text, beside it the way to the others. */
import type { ReactNode } from 'react';
import { Breadcrumb } from '#components/Breadcrumb';
import { FrontHead } from '#components/front/FrontHead';
import type { AboutPage } from '#model/people';
import { trailToAboutPage } from '#model/trail';

type AboutTextProps = {
  readonly title: string;
  readonly standfirst?: string | undefined;
  /** Name of this page among the others. */
  readonly slug: string;
  readonly pages: readonly AboutPage[];
  readonly children: ReactNode;
};

/** Text in the columns of an article, the other pages in the margin before it. */
export function AboutText({ title, standfirst, slug, pages, children }: AboutTextProps) {
  return (
    <div className="wrap">
      <FrontHead title={title} standfirst={standfirst} above={<Breadcrumb steps={trailToAboutPage} />} />
      <div className="grid gap-5 lg:grid-cols-12 lg:gap-x-gap">
        <div className="prose min-w-0 lg:order-last lg:col-span-9">{children}</div>
        <nav className="lg:col-span-3" aria-labelledby="about-pages">
          <h2 className="label" id="about-pages">
            About the paper
          </h2>
          <ul className="list" role="list">
            {pages.map((page) => (
              <li key={page.slug}>
                <a
                  className={page.slug === slug ? 'text-accent' : ''}
                  href={`/about/${page.slug}`}
                  aria-current={page.slug === slug ? 'page' : undefined}
                >
                  {page.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
