/** A series on the front: its parts in their order, side by side. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Teaser } from '#components/Teaser';
import { seriesAddress } from '#model/addresses';
import type { Section } from '#model/frontRows';
import type { Moment } from '#model/moment';

type SeriesStripProps = { readonly section: Section; readonly now: Moment };

/** Up to four parts in a row. */
export function SeriesStrip({ section: { of, articles }, now }: SeriesStripProps) {
  const id = `series-${of.slug}`;
  return (
    <section className="wrap strip" aria-labelledby={id}>
      <SectionFlag title={of.title} id={id} all={{ href: seriesAddress(of.slug), name: 'All parts' }} />
      <Columns>
        {articles.map((article) => (
          <Column key={article.address} span={evenSpan(articles.length)}>
            <Teaser article={article} now={now} rank="side" place={{ series: of.slug }} />
          </Column>
        ))}
      </Columns>
    </section>
  );
}
