/** A page that is not there, or not any more: what happened, where to look instead, and the newest stories. */
import type { ReactNode } from 'react';
import { Column, Columns } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Teaser } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import type { Moment } from '#model/moment';

type LostProps = {
  /** What happened, in a word, and when: "404", "Withdrawn / 16 October 2026". */
  readonly kind: string;
  readonly on?: string | undefined;
  readonly title: string;
  /** Where else to look. */
  readonly ways: readonly { readonly href: string; readonly name: string }[];
  readonly latest: readonly PublishedArticle[];
  readonly now: Moment;
  /** What to say about it. */
  readonly children: ReactNode;
};

/** Everything below the masthead. */
export function Lost({ kind, on, title, ways, latest, now, children }: LostProps) {
  return (
    <div className="wrap">
      <section className="max-w-lines pt-6 pb-5" aria-labelledby="lost">
        <p className="kicker">
          <span className={on ? 'kind' : ''}>{kind}</span>
          {on && <span>{on}</span>}
        </p>
        <h1 className="text-lead font-bold text-balance" id="lost">
          {title}
        </h1>
        <div className="linked-in my-4 text-standfirst text-ink-2">{children}</div>
        <ul className="flex flex-wrap gap-x-4 font-sans text-fact font-medium" role="list">
          {ways.map(({ href, name }) => (
            <li key={href}>
              <a className="quiet block py-[.8rem] leading-[1.2]" href={href}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      {latest.length > 0 && (
        <section aria-labelledby="latest">
          <SectionFlag title="Latest" id="latest" />
          <Columns>
            {latest.map((article) => (
              <Column key={article.address} span={3}>
                <Teaser article={article} now={now} rank="short" />
              </Column>
            ))}
          </Columns>
        </section>
      )}
    </div>
  );
}
