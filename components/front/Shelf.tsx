/** Small sections side by side, each with its own flag. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { Teaser } from '#components/Teaser';
import { categoryAddress } from '#model/addresses';
import type { Section } from '#model/frontRows';
import type { Moment } from '#model/moment';

type ShelfProps = { readonly sections: readonly Section[]; readonly now: Moment };

/** One to three sections; a section that stands alone lays its pieces side by side instead. */
export function Shelf({ sections, now }: ShelfProps) {
  const [only] = sections;
  if (only && sections.length === 1) return <Alone section={only} now={now} />;
  return (
    <div className="wrap strip shelf">
      <Columns>
        {sections.map((section) => (
          <Column
            key={section.of.slug}
            span={evenSpan(sections.length)}
            onTablet={sections.length === 3 ? 'third' : 'half'}
          >
            <SmallSection section={section} wide={sections.length === 2} now={now} />
          </Column>
        ))}
      </Columns>
    </div>
  );
}

const allOf = ({ of }: Section) => (of.known ? { href: categoryAddress(of.slug), name: `All ${of.title}` } : undefined);

type SmallSectionProps = {
  readonly section: Section;
  /** Half the page instead of a third. */
  readonly wide: boolean;
  readonly now: Moment;
};

/** The first with its picture, the others in one line each; without any picture all have their standfirst. */
function SmallSection({ section, wide, now }: SmallSectionProps) {
  const { of, articles } = section;
  const id = `section-${of.slug}`;
  const pictured = articles[0]?.leadImage !== undefined;
  const first = wide ? 'run' : articles.length === 1 ? 'above' : 'side';
  return (
    <section aria-labelledby={id}>
      <SectionFlag title={of.title} id={id} all={allOf(section)} />
      <div className={wide ? 'stack @container' : 'stack'}>
        {articles.map((article, place) => (
          <Teaser
            key={article.address}
            article={article}
            now={now}
            rank={pictured ? (place > 0 ? 'line' : first) : 'bare'}
            place={{ category: of.slug }}
          />
        ))}
      </div>
    </section>
  );
}

function Alone({ section, now }: { readonly section: Section; readonly now: Moment }) {
  const { of, articles } = section;
  const id = `section-${of.slug}`;
  return (
    <section className="wrap strip" aria-labelledby={id}>
      <SectionFlag title={of.title} id={id} all={allOf(section)} />
      <Columns>
        {articles.map((article) => (
          <Column key={article.address} span={4} onTablet={articles.length === 3 ? 'third' : 'half'}>
            <Teaser article={article} now={now} rank="side" place={{ category: of.slug }} />
          </Column>
        ))}
      </Columns>
    </section>
  );
}
