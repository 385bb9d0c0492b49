/** The foot of every page, which is also its menu: sections, the paper's pages, ways to find, ways to receive. */
import type { ReactNode } from 'react';
import { categoryAddress } from '#model/addresses';
import type { Address } from '#model/article';
import type { AboutPage, Category } from '#model/people';
import type { Site } from '#model/site';

type FooterProps = {
  readonly site: Site;
  readonly categories: readonly Category[];
  readonly aboutPages: readonly AboutPage[];
  /** The newest year that has articles, `/2026`: the door to the archive by date. */
  readonly newestYear?: Address | undefined;
};

/** Footer with every page of the paper that is not an article; the masthead's "Menu" leads here. */
export function Footer({ site, categories, aboutPages, newestYear }: FooterProps) {
  const find = [
    ...(newestYear ? [{ href: newestYear, name: 'By date' }] : []),
    { href: '/author', name: 'Authors' },
    { href: '/series', name: 'Series' },
    { href: '/tag', name: 'Tags' },
    { href: '/videos', name: 'Videos' },
    { href: '/corrections', name: 'Corrections' },
  ];
  const receive = [
    { href: '/newsletter', name: 'Newsletters' },
    { href: '/feed.xml', name: 'RSS' },
  ];
  return (
    <footer className="foot" id="sections">
      <div className="wrap lg:grid lg:grid-cols-[3fr_9fr] lg:gap-gap">
        <div>
          <p className="font-serif text-[1.75rem] leading-none font-bold tracking-[-.03em]">{site.name}</p>
          <p className="mt-2 mb-5 text-ink-3">
            {site.motto}.
            <br />
            {site.since.place}, since {site.since.year}.
          </p>
          <paper-reading />
        </div>
        <div>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-x-4 gap-y-5">
            <Column title="Sections">
              {categories.map(({ slug, title }) => (
                <Line key={slug} href={categoryAddress(slug)} name={title} />
              ))}
            </Column>
            <Column title="The paper">
              <Line href="/about" name={`About ${site.name}`} />
              {aboutPages.map(({ slug, title }) => (
                <Line key={slug} href={`/about/${slug}`} name={title} />
              ))}
            </Column>
            <Column title="Find">
              {find.map((line) => (
                <Line key={line.href} {...line} />
              ))}
            </Column>
            <Column title="Receive">
              {receive.map((line) => (
                <Line key={line.href} {...line} />
              ))}
            </Column>
          </div>
          <p className="mt-5 max-w-[70ch] border-t pt-4 text-small text-ink-3">{site.colophon}</p>
        </div>
      </div>
    </footer>
  );
}

function Column({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = `foot-${title.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <nav aria-labelledby={id}>
      <h2 className="border-t border-bar py-2 text-label font-bold" id={id}>
        {title}
      </h2>
      <ul role="list">{children}</ul>
    </nav>
  );
}

function Line({ href, name }: { readonly href: string; readonly name: string }) {
  return (
    <li>
      <a href={href}>{name}</a>
    </li>
  );
}
