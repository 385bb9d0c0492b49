/** The series a piece belongs to: all parts, and the ones before and after. */
import { site } from '#site';
import { HeadlineLink } from '#components/teaser/HeadlineLink';
import { seriesAddress } from '#model/addresses';
import type { Address, NamedPlace, PublishedArticle } from '#model/article';
import { labelOf } from '#model/kicker';

type SeriesNavProps = {
  readonly series: NamedPlace;
  /** All public parts in order, this one among them. */
  readonly parts: readonly PublishedArticle[];
  /** Address of the article whose page this is. */
  readonly current: Address;
};

const nameOf = ({ shortHeadline, headline }: PublishedArticle): string => shortHeadline ?? headline;

/** Parts of the series with this one marked, and previous and next; nothing where this is the only one. */
export function SeriesNav({ series: { slug, title, known }, parts, current }: SeriesNavProps) {
  const here = parts.findIndex(({ address }) => address === current);
  if (parts.length < 2) return null;
  return (
    <section className="part print:hidden" aria-labelledby="series">
      <h2 className="text-section" id="series">
        {known ? <a href={seriesAddress(slug)}>{title}</a> : title}
      </h2>
      <ol className="parts" role="list">
        {parts.map((part) => (
          <li key={part.address}>
            <span className="number">{part.series?.part}</span>
            {part.address === current ? <b aria-current="page">{nameOf(part)}</b> : <HeadlineLink article={part} />}
          </li>
        ))}
      </ol>
      {here >= 0 && <Turn before={parts[here - 1]} after={parts[here + 1]} />}
    </section>
  );
}

type TurnProps = { readonly before: PublishedArticle | undefined; readonly after: PublishedArticle | undefined };

function Turn({ before, after }: TurnProps) {
  return (
    <nav className="turn" aria-label="Previous and next part">
      {before && <TurnLink part={before} rel="prev" word="Previous" />}
      {after && <TurnLink part={after} rel="next" word="Next" />}
    </nav>
  );
}

type TurnLinkProps = { readonly part: PublishedArticle; readonly rel: 'prev' | 'next'; readonly word: string };

function TurnLink({ part, rel, word }: TurnLinkProps) {
  const number = part.series?.part;
  const way = number === undefined ? word : `${word}: part ${number}`;
  return (
    <a href={part.address} rel={part.kind === 'sponsored' ? `${rel} sponsored` : rel} lang={part.lang}>
      <span lang={part.lang && site.locale}>{[way, labelOf(part)].filter(Boolean).join(' / ')}</span>
      {nameOf(part)}
    </a>
  );
}
