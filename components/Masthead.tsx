/** The head of every page: folio line, nameplate, tools, section bar. */
import type { ReactNode } from 'react';
import { categoryAddress } from '#model/addresses';
import { formatNumber } from '#model/counts';
import { formatWeekday } from '#model/dates';
import type { Moment } from '#model/moment';
import type { Category } from '#model/people';
import type { Site } from '#model/site';

type MastheadProps = {
  readonly site: Site;
  /** The moment whose day stands in the folio line, in the publication's zone. */
  readonly at: Moment;
  readonly edition: number;
  /** Sections in the order of the bar. */
  readonly categories: readonly Category[];
  /** The category this page belongs to, marked in the bar. */
  readonly current?: string | undefined;
  /** On the front the nameplate is large, centred, and the page's own heading. */
  readonly front?: boolean;
  /** What stands beside the nameplate of the front on wide screens. */
  readonly ear?: ReactNode;
};

/** Masthead with today's date, the edition's number and the sections of the paper. */
export function Masthead({ site, at, edition, categories, current, front = false, ear }: MastheadProps) {
  return (
    <header>
      <div className="wrap">
        <Folio site={site} at={at} edition={edition} />
        <div
          className={`flex flex-wrap items-center justify-between gap-x-2 ${front ? 'lg:grid lg:grid-cols-[1fr_auto_1fr] lg:pt-2 lg:pb-3' : ''}`}
        >
          {front && <div className="hidden max-w-[15rem] font-sans text-small text-ink-3 lg:block">{ear}</div>}
          <Nameplate name={site.name} front={front} />
          <Tools />
        </div>
      </div>
      {categories.length > 0 && <SectionBar categories={categories} current={current} />}
    </header>
  );
}

function Folio({ site, at, edition }: Pick<MastheadProps, 'site' | 'at' | 'edition'>) {
  return (
    <p className="flex flex-wrap justify-between gap-x-4 py-2 font-sans text-small text-ink-3">
      <span className="font-medium text-ink">{formatWeekday(at, site)}</span>
      <span className="hidden lg:inline">{site.motto}</span>
      <span>Edition {formatNumber(edition, site.locale)}</span>
    </p>
  );
}

function Nameplate({ name, front }: { readonly name: string; readonly front: boolean }) {
  const Tag = front ? 'h1' : 'p';
  return (
    <Tag className={`text-nameplate print:text-[20pt] ${front ? 'lg:text-center' : 'lg:text-[2.375rem]'}`}>
      <a className="block pt-[.28em] pb-[.3em] hover:text-ink" href="/">
        {name}
      </a>
    </Tag>
  );
}

function Tools() {
  const tool = 'min-h-touch items-center px-2 lg:px-3';
  return (
    <nav
      className="-me-2 flex font-sans text-label font-medium lg:-me-3 lg:justify-self-end print:hidden"
      aria-label="Tools"
    >
      <a className={`${tool} hidden lg:flex`} href="/newsletter">
        Newsletters
      </a>
      <a className={`${tool} flex`} href="#sections">
        Menu
      </a>
    </nav>
  );
}

function SectionBar({ categories, current }: Pick<MastheadProps, 'categories' | 'current'>) {
  return (
    <nav className="section-bar mt-1 print:hidden" aria-label="Main sections">
      <div className="wrap">
        <ul role="list">
          {categories.map(({ slug, title }) => (
            <li key={slug}>
              <a href={categoryAddress(slug)} aria-current={slug === current ? 'true' : undefined}>
                {title}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  );
}
