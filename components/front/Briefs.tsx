/** The briefs: a word, a few sentences, the section they belong to. */
import { Column, Columns, evenSpan } from '#components/Columns';
import { SectionFlag } from '#components/SectionFlag';
import { categoryAddress } from '#model/addresses';
import { excerptOf } from '#model/excerpt';
import type { FrontRow } from '#model/frontRows';
import { labelOf } from '#model/kicker';

type BriefsProps = { readonly articles: Extract<FrontRow, { row: 'brief' }>['articles'] };

/** Characters of a brief that stand on the front: five lines of a narrow column. */
const mostCharacters = 220;

/** Up to four briefs in a row. */
export function Briefs({ articles }: BriefsProps) {
  return (
    <section className="wrap strip" aria-labelledby="in-brief">
      <SectionFlag title="In brief" id="in-brief" />
      <Columns>
        {articles.map((brief) => (
          <Column key={brief.address} span={evenSpan(articles.length)}>
            <p className="max-w-measure text-note text-pretty" lang={brief.lang}>
              {labelOf(brief) && <span className="told">{labelOf(brief)}</span>}
              <a href={brief.address}>
                <b className="font-bold">{withStop(brief.shortHeadline ?? brief.headline)}</b>
              </a>{' '}
              {excerptOf(brief.text || brief.standfirst || '', mostCharacters)}{' '}
              {brief.category.known && (
                <a className="meta" href={categoryAddress(brief.category.slug)}>
                  {brief.category.title}
                </a>
              )}
            </p>
          </Column>
        ))}
      </Columns>
    </section>
  );
}

const withStop = (headline: string): string => (/[.!?…]$/u.test(headline) ? headline : `${headline}.`);
