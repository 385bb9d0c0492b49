/** The strip of a section on the front, in one of three layouts. */
import { Column, Columns } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Teaser } from '#components/Teaser';
import { categoryAddress } from '#model/addresses';
import type { PublishedArticle } from '#model/article';
import { type Section, type Strip, stripFor } from '#model/frontRows';
import type { Moment } from '#model/moment';

type SectionStripProps = {
  readonly section: Section;
  /** Counts the strips of the page: neighbours look different. */
  readonly number: number;
  readonly now: Moment;
};

/** Flag and pieces of one section. */
export function SectionStrip({ section: { of, articles }, number, now }: SectionStripProps) {
  const id = `section-${of.slug}`;
  const all = of.known ? { href: categoryAddress(of.slug), name: `All ${of.title}` } : undefined;
  return (
    <section className="wrap strip" aria-labelledby={id}>
      <SectionFlag title={of.title} id={id} all={all} />
      <StripColumns strip={stripFor(articles, number)} category={of.slug} now={now} />
    </section>
  );
}

type StripColumnsProps = { readonly strip: Strip; readonly category: string; readonly now: Moment };

function StripColumns({ strip, category, now }: StripColumnsProps) {
  switch (strip.layout) {
    case 'middle':
      return (
        <Columns>
          <Column span={6} onTablet="all">
            <Teaser article={strip.main} now={now} rank="main" place={{ category }} />
          </Column>
          <Column span={3} first>
            <Side articles={strip.start} category={category} now={now} />
          </Column>
          <Column span={3}>
            <Side articles={strip.end} category={category} now={now} />
          </Column>
        </Columns>
      );
    case 'steps':
      return (
        <Columns>
          <Column span={5}>
            <Teaser article={strip.main} now={now} rank="half" place={{ category }} />
          </Column>
          <Column span={4}>
            <Teaser article={strip.second} now={now} rank="above" place={{ category }} />
          </Column>
          <Column span={3} onTablet="all">
            <Side articles={strip.rest} category={category} now={now} />
          </Column>
        </Columns>
      );
    case 'words':
      return (
        <Columns>
          {strip.articles.map((article) => (
            <Column key={article.address} span={3}>
              <Teaser article={article} now={now} rank="words" place={{ category }} />
            </Column>
          ))}
        </Columns>
      );
  }
}

type SideProps = { readonly articles: readonly PublishedArticle[]; readonly category: string; readonly now: Moment };

/** A column beside the main piece: the first with its picture or its standfirst, the others in fewer words. */
function Side({ articles, category, now }: SideProps) {
  return (
    <div className="stack">
      {articles.map((article, place) => (
        <Teaser
          key={article.address}
          article={article}
          now={now}
          rank={place > 0 ? 'short' : article.leadImage ? 'side' : 'words'}
          place={{ category }}
        />
      ))}
    </div>
  );
}
