/** `/llms.txt` and `/llms-full.txt` (https://llmstxt.org): the paper in one page of Markdown, for models that answer. */
import type { RootContent } from 'mdast';
import type { Address, PublishedArticle } from '#model/article';
import { kindLabels, labelOf } from '#model/kicker';
import { contentSignal } from '#model/machinePolicy';
import type { Moment } from '#model/moment';
import { heading, link, list, markdownText, paragraph } from '#syndication/markdown';
import { descriptionOf } from '#syndication/metadata';
import { absolute, type Paper } from '#syndication/paper';
import { licenceAddress } from '#syndication/robots';
import { twinAddress, twinNodes, type Twin } from '#syndication/twin';

/** A page that the file names. */
export type NamedPage = {
  readonly address: Address;
  readonly title: string;
  readonly description?: string | undefined;
};

/** What the file names. */
export type LlmsIndex = {
  /** Newest first. */
  readonly articles: readonly PublishedArticle[];
  readonly fronts: readonly NamedPage[];
  readonly about: readonly NamedPage[];
  readonly feeds: readonly NamedPage[];
};

const headOf = (paper: Paper): RootContent[] => [
  heading(1, paper.site.name),
  { type: 'blockquote', children: [paragraph(paper.site.description)] },
  paragraph(
    `What may be done with what stands here: ${contentSignal(paper.site.machines)}. `,
    link(absolute(paper, licenceAddress), 'The licence'),
    ' says it in full; for more, write to ',
    link(`mailto:${paper.site.machines.licence.contact}`, paper.site.machines.licence.contact),
    '. ',
    'Each article has a page for people at its address, and the same words in Markdown at that address with .md.',
    ...(paper.site.machines.licence.payment === 'attribution'
      ? [' Name the paper and link the page when you use a piece.']
      : []),
  ),
];

const line = (paper: Paper, { address, title, description }: NamedPage) => [
  link(absolute(paper, address), title),
  ...(description ? [`: ${description}`] : []),
];

const section = (paper: Paper, title: string, pages: readonly NamedPage[]): RootContent[] =>
  pages.length === 0 ? [] : [heading(2, title), list(pages.map((page) => line(paper, page)))];

/** Opinion, paid pieces and help of a machine are told, as everywhere. */
const articlePage = (article: PublishedArticle): NamedPage => {
  const { address, headline, kind, ai } = article;
  const label = kind === 'sponsored' ? labelOf(article) : kindLabels[kind];
  return {
    address: twinAddress(address),
    title: headline,
    description: [label, ai && kind !== 'sponsored' && 'Made with AI', descriptionOf(article)]
      .filter(Boolean)
      .join('. '),
  };
};

/** The file: name, what the paper is, what may be done with it, and links in sections. */
export const llmsTxt = (paper: Paper, { articles, fronts, about, feeds }: LlmsIndex): string =>
  markdownText([
    ...headOf(paper),
    ...section(paper, 'Newest articles', articles.map(articlePage)),
    ...section(paper, 'Fronts', fronts),
    ...section(paper, 'About the paper', about),
    ...section(paper, 'Feeds', feeds),
    ...section(paper, 'Optional', [
      { address: '/llms-full.txt', title: 'The newest articles in full' },
      { address: '/corrections', title: 'Corrections' },
      { address: '/sitemap.xml', title: 'Sitemaps' },
    ]),
  ]);

/** Characters of the full file at most, head aside; an article that does not fit ends it. */
const largest = 400_000;

/** The newest articles with all their words. `twins` are made one after the other, until the file is full. */
export const llmsFullTxt = (paper: Paper, twins: readonly (() => Twin)[], now: Moment): string => {
  const parts: string[] = [];
  let length = 0;
  for (const next of twins) {
    const text = markdownText([{ type: 'thematicBreak' }, ...twinNodes(paper, next(), now)]);
    length += text.length;
    if (length > largest) break;
    parts.push(text);
  }
  return [markdownText([...headOf(paper), paragraph('The newest articles in full follow.')]), ...parts].join('\n');
};
