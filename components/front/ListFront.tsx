/** A page that is one long list: of a section, an author, a tag, a series. */
import type { ReactNode } from 'react';
import { RunList } from '#components/front/RunList';
import { SectionLead } from '#components/front/SectionLead';
import { Pager } from '#components/Pager';
import type { TeaserPlace } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import { leadOf } from '#model/frontRows';
import type { Moment } from '#model/moment';

type ListFrontProps = {
  readonly articles: readonly PublishedArticle[];
  readonly now: Moment;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Address of a page by its number. */
  readonly addressOf: (page: number) => string;
  /** The newest piece is set large on the first page. */
  readonly withLead?: boolean;
  readonly place?: TeaserPlace;
  /** `age`, newest first, unless it is said otherwise; the pager's words follow it. */
  readonly order?: 'age' | 'parts';
  /** What stands in the rail; a list without a rail takes the whole width. */
  readonly rail?: ReactNode;
};

/** Lead, rows, pager, rail. Where nothing is published yet it says so. */
export function ListFront({
  articles,
  now,
  page,
  pages,
  addressOf,
  withLead = false,
  place = {},
  order = 'age',
  rail,
}: ListFrontProps) {
  const lead = withLead && page === 1 ? leadOf(articles) : undefined;
  const rest = articles.filter((article) => article !== lead);
  return (
    <div className={`top pt-0 ${rail ? 'top-railed' : ''}`}>
      {lead && <SectionLead article={lead} now={now} place={place} />}
      {articles.length === 0 && <p className="standfirst rank text-standfirst">Nothing is published here yet.</p>}
      {rest.length > 0 && (
        <RunList articles={rest} now={now} place={place}>
          <Pager page={page} pages={pages} addressOf={addressOf} order={order} />
        </RunList>
      )}
      {rail && <div className="rail hairline">{rail}</div>}
    </div>
  );
}
