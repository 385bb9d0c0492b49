/** What a feed holds, before it is written as RSS, Atom or JSON Feed. */
import type { Address, PublishedArticle } from '#model/article';
import { correctionMark, correctionPlace, correctionWords } from '#model/corrections';
import { excerptOf } from '#model/excerpt';
import { labelOf } from '#model/kicker';
import type { Moment } from '#model/moment';
import type { CorrectionRow, ShownVideo } from '#model/people';
import { videoAddress } from '#model/videos';
import { filmFor, type FeedFilm, type FeedPicture, pictureFor } from '#syndication/feedMedia';
import { descriptionOf, momentsOf } from '#syndication/metadata';
import { xmlText } from '#syndication/xml';
import { absolute, type Paper } from '#syndication/paper';

/** One entry of a feed. Addresses are paths of the paper. */
export type FeedItem = {
  /** Never changes: the oldest address of an article. */
  readonly id: Address;
  readonly address: Address;
  readonly title: string;
  readonly summary: string;
  /** The full text as HTML with whole addresses; absent where the copy may not be passed on. */
  readonly html?: string | undefined;
  readonly published: Moment;
  readonly updated: Moment;
  readonly authors: readonly { readonly name: string; readonly address?: Address }[];
  /** Words of the paper for what it is about: category, series, tags. */
  readonly subjects: readonly string[];
  /** BCP 47, where it is not the paper's. */
  readonly lang?: string | undefined;
  readonly picture?: FeedPicture | undefined;
  readonly film?: FeedFilm | undefined;
};

/** A whole feed. */
export type Feed = {
  readonly title: string;
  /** What it holds, for a person who knows which paper this is: "Science". */
  readonly heading: string;
  readonly description: string;
  /** The page that shows the same: `/`, `/category/science`. */
  readonly page: Address;
  /** WebSub hubs that are told when it changes. */
  readonly hubs: readonly string[];
  /** When it last changed, a piece that left included. */
  readonly changed: Moment;
  readonly items: readonly FeedItem[];
};

/** What a reader must be told stands before the headline: in the list of a feed reader there is no other sign. */
const titleOf = (article: PublishedArticle): string => {
  const label = labelOf(article);
  return label ? `${label}: ${article.headline}` : article.headline;
};

/** What the archive and the pictures add to an article. */
export type ArticleExtras = {
  readonly id: Address;
  readonly html?: string | undefined;
  readonly entries?: readonly { readonly at: Moment }[];
  readonly film?: ShownVideo | undefined;
  /** Bytes of the lead picture in the rendition that feeds name. */
  readonly pictureBytes?: number | undefined;
};

/** An article as an entry; live coverage is as new as its newest entry. */
export const itemForArticle = (article: PublishedArticle, extras: ArticleExtras): FeedItem => {
  const { published, modified } = momentsOf(article, extras.entries);
  const { category, series, tags } = article;
  return {
    id: extras.id,
    address: article.address,
    title: titleOf(article),
    summary: descriptionOf(article),
    html: extras.html,
    published,
    updated: modified,
    authors: article.authors.map(({ name, slug, known }) => ({ name, ...(known && { address: `/author/${slug}` }) })),
    subjects: [...new Set([category.title, ...(series ? [series.title] : []), ...tags.map(({ name }) => name)])],
    lang: article.lang,
    picture: article.leadImage && pictureFor(article.leadImage, extras.pictureBytes),
    film: extras.film && filmFor(extras.film),
  };
};

/** A correction as an entry, in the place that it has on the page of all corrections. `id` is its article's. */
export const itemForCorrection = (
  paper: Paper,
  { article, correction }: CorrectionRow<PublishedArticle>,
  id: Address,
): FeedItem => {
  const headline = `<a href="${xmlText(absolute(paper, article.address))}">${xmlText(article.headline)}</a>`;
  return {
    id: `${id.replace('#', '-')}#${correctionMark(article, correction)}`,
    address: `/corrections#${correctionPlace(article, correction)}`,
    title: `${correctionWords[correction.kind]}: ${titleOf(article)}`,
    summary: correction.text,
    html: `<p>${xmlText(correction.text)}</p><p>${headline}</p>`,
    published: correction.on,
    updated: correction.on,
    authors: [],
    subjects: [article.category.title],
  };
};

const summaryLength = 300;

/** A film as an entry; `html` is its transcript. */
export const itemForVideo = (video: ShownVideo, html: string): FeedItem => ({
  id: videoAddress(video.slug),
  address: videoAddress(video.slug),
  title: video.title,
  summary: video.text === '' ? video.title : excerptOf(video.text, summaryLength),
  html,
  published: video.publishedAt,
  updated: video.publishedAt,
  authors: [],
  subjects: [],
  film: filmFor(video),
});

/** Identifiers and links in full. */
export const whole = (paper: Paper, item: FeedItem): { readonly id: string; readonly link: string } => ({
  id: absolute(paper, item.id),
  link: absolute(paper, item.address),
});
