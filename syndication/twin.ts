/** The Markdown twin of an article: what its page says, for machines and for people who read plain text. */
import type { BlockContent, RootContent } from 'mdast';
import { stringify } from 'yaml';
import type { Address, Correction, PublishedArticle } from '#model/article';
import { correctionHeading, correctionsAt, correctionWords, updatedAt } from '#model/corrections';
import { formatDay, formatMoment, isoMoment } from '#model/dates';
import { labelsFor } from '#model/labels';
import type { Moment } from '#model/moment';
import { inSentence } from '#model/names';
import type { Photo } from '#model/photo';
import { offeredWidths, renditionAddress } from '#model/renditions';
import { bold, heading, image, italic, link, list, markdownText, paragraph } from '#syndication/markdown';
import { momentsOf } from '#syndication/metadata';
import { absolute, type Paper } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';

/** A live entry, its body as Markdown nodes whose headings begin at level 4. */
export type TwinEntry = {
  readonly slug: string;
  readonly at: Moment;
  readonly headline: string;
  readonly names: readonly string[];
  readonly pinned: boolean;
  /** Headline of the entry that this one corrects. */
  readonly corrects?: string | undefined;
  readonly body: readonly RootContent[];
};

/** Everything that a twin shows. */
export type Twin = {
  readonly article: PublishedArticle;
  /** Absent where the copy may not be passed on: then the twin says where it stands. */
  readonly body?: readonly RootContent[];
  readonly entries: readonly TwinEntry[];
  /** The film above the piece. */
  readonly video?: { readonly title: string; readonly href: string } | undefined;
};

/** Address of the twin of an article. */
export const twinAddress = (address: Address): Address => `${address}.md`;

/** The page that is the piece's own: ours, or where it was first published. */
export const canonicalOf = (paper: Paper, { address, origin }: PublishedArticle): string =>
  origin?.url ?? absolute(paper, address);

/** The document with its head of facts in YAML. */
export const twinText = (paper: Paper, twin: Twin, now: Moment): string =>
  `---\n${stringify(factsOf(paper, twin), { lineWidth: 0 })}---\n\n${markdownText(twinNodes(paper, twin, now))}`;

const factsOf = (paper: Paper, { article, entries }: Twin): Record<string, unknown> => {
  const { published, modified } = momentsOf(article, entries);
  const { headline, authors, category, series, kind, tags, lang, origin, source, sponsor } = article;
  return {
    title: headline,
    authors: authors.map(({ name }) => name),
    published: isoMoment(published, paper.site),
    updated: isoMoment(modified, paper.site),
    section: category.title,
    ...(series && { series: series.title, ...(series.part !== undefined && { part: series.part }) }),
    kind,
    ...(tags.length > 0 && { tags: tags.map(({ name }) => name) }),
    language: lang ?? paper.site.locale,
    publisher: paper.site.name,
    ...(sponsor && { sponsor: sponsor.name }),
    ...(source && { source: source.name }),
    ...(origin && { origin: origin.name, ...(origin.licence && { originLicence: origin.licence }) }),
    canonical: canonicalOf(paper, article),
    licence: absolute(paper, licenceAddress),
  };
};

/** The document's blocks, headline first, without the head of facts. */
export const twinNodes = (paper: Paper, twin: Twin, now: Moment): RootContent[] => {
  const { article, body, entries } = twin;
  const corrections = correctionsAt(article, now);
  return [
    heading(1, article.headline),
    ...labels(paper, article, now),
    ...(article.standfirst ? [paragraph(bold(article.standfirst))] : []),
    paragraph(dateline(paper, article, now)),
    ...correctionNodes(paper, corrections.top),
    ...(article.warning ? [quoted(paragraph(article.warning))] : []),
    ...leadNodes(paper, twin),
    ...(article.summary.length > 0
      ? [heading(2, 'In summary'), list(article.summary.map((sentence) => [sentence]))]
      : []),
    ...(body ?? [elsewhere(paper, article)]),
    ...entries.flatMap((entry) => entryNodes(paper, article, entry)),
    ...correctionNodes(paper, corrections.end),
    { type: 'thematicBreak' },
    paragraph('From ', link(canonicalOf(paper, article), article.origin?.name ?? paper.site.name), '.'),
  ];
};

const quoted = (...children: BlockContent[]): RootContent => ({ type: 'blockquote', children });

const elsewhere = (paper: Paper, article: PublishedArticle): RootContent =>
  paragraph('The text of this piece is not passed on. ', link(canonicalOf(paper, article), 'Read it on its page'), '.');

const labels = ({ site }: Paper, article: PublishedArticle, now: Moment): RootContent[] =>
  labelsFor(article, site, now).map((line) => paragraph(italic(line)));

const dateline = ({ site }: Paper, article: PublishedArticle, now: Moment): string => {
  const updated = updatedAt(article, now);
  return [
    article.authors.length > 0 ? `By ${inSentence(article.authors.map(({ name }) => name))}. ` : '',
    article.place ? `${article.place}. ` : '',
    `Published ${formatMoment(article.publishedAt, site)}.`,
    updated === undefined ? '' : ` Updated ${formatMoment(updated, site)}.`,
  ].join('');
};

/** Widest rendition that a twin names, in pixels: it is the one address that a reader of plain text gets. */
const widest = 1200;

const pictureNodes = (paper: Paper, photo: Photo): RootContent[] => {
  const width = offeredWidths(photo, 'natural').findLast((offered) => offered <= widest) ?? widest;
  const caption = [photo.caption, photo.credit && `Photo: ${photo.credit}`].filter(Boolean).join(' ');
  return [
    paragraph(image(absolute(paper, renditionAddress(photo, 'natural', width, 'jpg')), photo.alt)),
    ...(caption ? [paragraph(italic(caption))] : []),
  ];
};

const leadNodes = (paper: Paper, { article: { leadImage }, video }: Twin): RootContent[] => [
  ...(video ? [paragraph('Video: ', link(video.href, video.title))] : []),
  ...(leadImage ? pictureNodes(paper, leadImage) : []),
];

const entryNodes = (paper: Paper, { address }: PublishedArticle, entry: TwinEntry): RootContent[] => [
  heading(2, link(`${absolute(paper, address)}#${entry.slug}`, entry.headline)),
  paragraph(
    [
      formatMoment(entry.at, paper.site),
      entry.names.length > 0 && inSentence(entry.names),
      entry.pinned && 'Pinned',
      entry.corrects && `Corrects: ${entry.corrects}`,
    ]
      .filter(Boolean)
      .join('. '),
    '.',
  ),
  ...entry.body,
];

const correctionNodes = ({ site }: Paper, corrections: readonly Correction[]): RootContent[] =>
  corrections.length === 0
    ? []
    : [
        heading(2, correctionHeading(corrections)),
        list(
          corrections.map(({ on, kind, text }) => [
            bold(`${correctionWords[kind]}, ${formatDay(on, site)}:`),
            ` ${text}`,
          ]),
        ),
      ];
