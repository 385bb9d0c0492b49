/** The full text of an article for feeds: what its page says around the body, in plain HTML. */
import type { Correction, PublishedArticle } from '#model/article';
import { correctionHeading, correctionsAt, correctionWords } from '#model/corrections';
import { formatDay, formatMoment, isoMoment } from '#model/dates';
import { labelsFor } from '#model/labels';
import type { Moment } from '#model/moment';
import { inSentence } from '#model/names';
import { pictureFor } from '#syndication/feedMedia';
import { absolute, type Paper } from '#syndication/paper';
import { xmlText } from '#syndication/xml';

/** An entry of live coverage with its body as plain HTML. */
export type FeedEntry = {
  readonly slug: string;
  readonly at: Moment;
  readonly headline: string;
  readonly names: readonly string[];
  readonly html: string;
};

/** What surrounds the body. */
export type FeedText = {
  readonly article: PublishedArticle;
  /** The body as plain HTML with whole addresses. */
  readonly html: string;
  /** In the order of the page. */
  readonly entries: readonly FeedEntry[];
  /** The film above the piece. */
  readonly film?: { readonly title: string; readonly href: string } | undefined;
};

const paragraph = (html: string): string => (html === '' ? '' : `<p>${html}</p>`);
const emphasis = (text: string): string => paragraph(`<em>${xmlText(text)}</em>`);
const link = (href: string, text: string): string => `<a href="${xmlText(href)}">${xmlText(text)}</a>`;

const pictureHtml = (paper: Paper, { leadImage }: PublishedArticle): string => {
  if (!leadImage) return '';
  const { address, width, height } = pictureFor(leadImage, undefined);
  const words = [leadImage.caption, leadImage.credit && `Photo: ${leadImage.credit}`].filter(Boolean).join(' ');
  const src = xmlText(absolute(paper, address));
  const image = `<img src="${src}" alt="${xmlText(leadImage.alt)}" width="${width}" height="${height}" />`;
  return `<figure>${image}${words ? `<figcaption>${xmlText(words)}</figcaption>` : ''}</figure>`;
};

const summaryHtml = ({ summary }: PublishedArticle): string =>
  summary.length === 0 ? '' : `<ul>${summary.map((sentence) => `<li>${xmlText(sentence)}</li>`).join('')}</ul>`;

const correctionsHtml = ({ site }: Paper, corrections: readonly Correction[]): string => {
  if (corrections.length === 0) return '';
  const rows = corrections.map(
    ({ on, kind, text }) =>
      `<p><strong>${xmlText(`${correctionWords[kind]}, ${formatDay(on, site)}:`)}</strong> ${xmlText(text)}</p>`,
  );
  return `<h2>${correctionHeading(corrections)}</h2>${rows.join('')}`;
};

const entryHtml = (paper: Paper, { address }: PublishedArticle, entry: FeedEntry): string => {
  const { site } = paper;
  const by = entry.names.length > 0 ? `, ${inSentence(entry.names)}` : '';
  const time = `<time datetime="${isoMoment(entry.at, site)}">${xmlText(formatMoment(entry.at, site))}</time>`;
  const head = `<h2>${link(`${absolute(paper, address)}#${entry.slug}`, entry.headline)}</h2>`;
  return `${head}<p>${time}${xmlText(by)}</p>${entry.html}`;
};

/** The whole text: standfirst, labels, picture, summary, body, entries, corrections. */
export const fullText = (paper: Paper, { article, html, entries, film }: FeedText, now: Moment): string => {
  const { standfirst, warning } = article;
  const corrections = correctionsAt(article, now);
  return [
    standfirst ? paragraph(`<strong>${xmlText(standfirst)}</strong>`) : '',
    ...labelsFor(article, paper.site, now).map(emphasis),
    correctionsHtml(paper, corrections.top),
    warning ? `<blockquote>${paragraph(xmlText(warning))}</blockquote>` : '',
    film ? paragraph(`Video: ${link(film.href, film.title)}`) : '',
    pictureHtml(paper, article),
    summaryHtml(article),
    html,
    ...entries.map((entry) => entryHtml(paper, article, entry)),
    correctionsHtml(paper, corrections.end),
  ].join('');
};
