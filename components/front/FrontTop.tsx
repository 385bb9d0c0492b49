/** The top of the front: the lead, the second rank below it, and beside both the rail with the latest. */
import type { ReactNode } from 'react';
import { Column, Columns } from '#components/Columns';
import { LatestRail } from '#components/front/LatestRail';
import { LeadStory } from '#components/teaser/LeadStory';
import { Teaser } from '#components/Teaser';
import type { PublishedArticle } from '#model/article';
import { type FrontRow, hasPickForRail } from '#model/frontRows';
import type { Moment } from '#model/moment';

type FrontTopProps = {
  readonly row: Extract<FrontRow, { row: 'top' }>;
  readonly now: Moment;
  /** Stands in the rail where the second rank leaves it empty. */
  readonly offer?: ReactNode;
};

/** On a telephone: lead, second rank, latest. */
export function FrontTop({ row: { lead, latest }, now, offer }: FrontTopProps) {
  const hasRail = latest.length > 0;
  const pick = hasRail && hasPickForRail(lead.articles) ? lead.articles.at(-1) : undefined;
  const rank = pick ? lead.articles.slice(0, -1) : lead.articles;
  return (
    <div className={`wrap top ${hasRail ? 'top-railed' : ''}`}>
      <LeadStory article={lead.lead} now={now} opening={lead.opening} also={lead.also} />
      {rank.length > 0 && <SecondRank articles={rank} now={now} />}
      {hasRail && <LatestRail articles={latest} pick={pick} now={now} offer={offer} />}
    </div>
  );
}

/** One large piece, two small ones beside it; what is left follows three in a row. */
function SecondRank({ articles, now }: { readonly articles: readonly PublishedArticle[]; readonly now: Moment }) {
  const [first, second, third, ...others] = articles;
  if (!first) return null;
  if (!second) {
    return (
      <div className="rank @container">
        <Teaser article={first} now={now} rank="run" level={2} />
      </div>
    );
  }
  return (
    <div className="rank grid gap-5">
      <Columns>
        <Column span={6} onTablet="all">
          <Teaser article={first} now={now} rank="second" level={2} />
        </Column>
        <Column span={3} onTablet="all">
          <div className={third ? 'stack pair-on-tablet' : ''}>
            <Teaser article={second} now={now} rank="side" level={2} />
            {third && <Teaser article={third} now={now} rank={second.leadImage ? 'bare' : 'side'} level={2} />}
          </div>
        </Column>
      </Columns>
      {others.length > 0 && (
        <Columns>
          {others.map((article) => (
            <Column key={article.address} span={3}>
              <Teaser article={article} now={now} rank="side" level={2} />
            </Column>
          ))}
        </Columns>
      )}
    </div>
  );
}
